/** `draft` against a server that behaves badly in every way that such servers do. */
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../tools/catalog/types.ts';
import { draft } from '../../tools/commands/draft.ts';
import { catalogs, context, entriesOf, model, options, page, root } from './helpers/drafting.ts';
import { contentsOf } from './helpers/folder.ts';
import { answer, translated } from './helpers/model.ts';
import { failureOf } from './helpers/record.ts';

describe('a server that misbehaves:', () => {
  const all = async () => (await entriesOf(page)).filter(({ index }) => !index);
  const isDone = async () => expect((await all()).filter(({ target }) => target === '')).toEqual([]);

  test.each([
    ['429', 429],
    ['500', 500],
    ['503', 503],
  ])('%s is asked again', async (_, status) => {
    model.behave((_asked, count, response) => {
      if (count % 2 === 0) return;
      response.writeHead(status, { 'retry-after': '0.01' }).end('busy');
      return true;
    });
    const recorded = context();
    expect(await draft(recorded, { ...options, concurrency: 1, pages: [page] })).toBe(0);
    expect(recorded.told.join('\n')).toContain(`status ${status}: busy`);
    await isDone();
  });

  test('a connection that breaks off, and a body that does', async () => {
    model.behave((_asked, count, response) => {
      if (count === 1) response.destroy();
      if (count === 1) return true;
      if (count !== 2) return;
      response.write('{"choices": [{"mess');
      setTimeout(() => response.destroy(), 20);
      return true;
    });
    expect(await draft(context(), { ...options, concurrency: 1, pages: [page] })).toBe(0);
    await isDone();
  });

  test('a truncated answer is asked for in smaller parts', async () => {
    const largest = 2;
    model.behave(({ texts }, _count, response) => {
      if (texts.size <= largest) return;
      response.end(answer([...texts].slice(0, 1), 'length'));
      return true;
    });
    expect(await draft(context(), { ...options, pages: [page] })).toBe(0);
    expect(model.asked.some(({ texts }) => texts.size > largest)).toBe(true);
    await isDone();
  });

  test('garbage is asked again, and then refused; nothing of it is written', async () => {
    model.behave((_asked, _count, response) => {
      response.end(JSON.stringify({ choices: [{ message: { content: 'As a language model, I cannot.' } }] }));
      return true;
    });
    const before = contentsOf(root);
    const recorded = context();
    expect(await draft(recorded, { ...options, pages: [page] })).toBe(1);
    expect(recorded.printed.join('\n')).toMatch(/no good draft: no JSON object/);
    expect(contentsOf(root)).toEqual(before);
  });

  test('a dropped token is told, and a better answer is taken', async () => {
    model.behave(({ texts, user }, _count, response) => {
      if (user.includes('was refused')) return;
      response.end(answer([...texts].map(([number, text]) => [number, translated(text).replaceAll('⟦1⟧', '')])));
      return true;
    });
    expect(await draft(context(), { ...options, pages: [page] })).toBe(0);
    expect(model.asked.some(({ user }) => user.includes('refused: ⟦1⟧ is missing.'))).toBe(true);
    await isDone();
  });

  test('one that never answers in time ends the run, with what came before written', async () => {
    model.behave((_asked, count, response) => {
      if (count === 1) return;
      response.socket?.setTimeout(0);
      return true;
    });
    const few = { ...options, concurrency: 1, patience: { attempts: 2, backOff: 5, timeout: 100 } };
    const failure = await failureOf(draft(context(), few));
    expect([failure.exitCode, failure.message]).toEqual([
      3,
      expect.stringContaining('no answer in time, 2 times in a row'),
    ]);
    const drafted = (await catalogs()).files.flatMap(({ catalog }) =>
      (catalog.items as Entry[]).filter(({ target }) => target),
    );
    expect(drafted.length).toBeGreaterThan(0);
  });

  test('a refusal ends the run at once, and the key stands in no message', async () => {
    model.behave((_asked, _count, response) => {
      response.writeHead(401).end('{"error": "wrong key secret-key"}');
      return true;
    });
    const recorded = context();
    const failure = await failureOf(draft(recorded, { ...options, concurrency: 1 }));
    expect(failure.exitCode).toBe(3);
    expect(failure.message).toContain('status 401');
    expect(model.asked).toHaveLength(1);
    expect([failure.message, ...recorded.told, ...recorded.printed].join('\n')).not.toContain('secret-key');
  });

  test('an answer without end is cut off', async () => {
    model.behave((_asked, _count, response) => {
      const more = () => {
        if (!response.destroyed) response.write(' '.repeat(1_000_000), more);
      };
      more();
      return true;
    });
    const failure = await failureOf(draft(context(), { ...options, concurrency: 1, pages: [page] }));
    expect(failure.message).toContain('the answer was too long');
  });
});
