/** `draft` against a server of its own, which behaves well, and badly in every way that such servers do. */
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { entryStatus } from '../../tools/catalog/entry-status.ts';
import type { Entry } from '../../tools/catalog/types.ts';
import { type DraftOptions, draft } from '../../tools/commands/draft.ts';
import { sync } from '../../tools/commands/sync.ts';
import { readCatalogs, readWorkspace } from '../../tools/commands/workspace.ts';
import { withLock } from '../../tools/io/lock.ts';
import { contentsOf, temporary } from './helpers/folder.ts';
import { answer, type Model, startModel, translated } from './helpers/model.ts';
import { failureOf, record } from './helpers/record.ts';
import { copyWorkspace, freshWorkspace, toolRoot } from './helpers/shared.ts';

const options: DraftOptions = {
  pages: [],
  redraft: false,
  index: false,
  budget: 1_000_000,
  concurrency: 3,
  patience: { attempts: 3, backOff: 5, timeout: 2000 },
  toolRoot,
};

let model: Model;
let root: string;
/** A page of several requests. */
let page: string;

beforeAll(async () => {
  model = await startModel();
});

beforeEach(async () => {
  model.behave(() => undefined);
  root = join(temporary(), 'ws');
  await freshWorkspace(root);
  await sync(record(root), { pins: new Map() });
  const files = [...(await catalogs()).files].sort((a, b) => b.catalog.items.length - a.catalog.items.length);
  page = files.find(({ catalog }) => !catalog.page.startsWith('bookindex'))?.catalog.page ?? '';
});

const catalogs = () => readCatalogs(root, readWorkspace(root).project);

const entriesOf = async (name: string): Promise<Entry[]> =>
  ((await catalogs()).byPage.get(name)?.catalog.items ?? []).filter((item) => item.type === 'entry');

function context(flags: Parameters<typeof record>[1] = {}) {
  const recorded = record(root, flags);
  const env = { PGDOC_DRAFT_URL: model.url, PGDOC_DRAFT_MODEL: 'parrot', PGDOC_DRAFT_KEY: 'secret-key' };
  return { ...recorded, env: { ...recorded.env, ...env } };
}

test('a page is drafted: every target is marked as a machine draft, and its tokens are those of the source', async () => {
  const first = context();
  expect([await draft(first, { ...options, pages: [page] }), first.printed]).toEqual([0, expect.anything()]);
  const entries = (await entriesOf(page)).filter(({ index }) => !index);
  expect(new Set(entries.map(entryStatus))).toEqual(new Set(['machine']));
  for (const { source, target } of entries)
    for (const [code] of source.matchAll(/`[^`]+`|\[\[[^\]]+\]\]/g)) expect(target).toContain(code);
  expect(new Set(model.asked.map(({ authorization, model: name }) => `${authorization} ${name}`))).toEqual(
    new Set(['Bearer secret-key parrot']),
  );
  expect((await entriesOf(page)).filter(({ index, target }) => index && target !== '')).toEqual([]);
});

test('a second run asks for nothing', async () => {
  await draft(context(), { ...options, pages: [page] });
  const before = contentsOf(root);
  model.behave(() => undefined);
  expect(await draft(context(), { ...options, pages: [page] })).toBe(0);
  expect(model.asked).toEqual([]);
  expect(contentsOf(root)).toEqual(before);
});

test('a source that stands on several pages is asked for once, and filled on each', async () => {
  await draft(context(), options);
  const blocks = model.asked.flatMap(({ user }) => user.split('\n\n').slice(1));
  const asked = blocks.filter((block) => !block.includes('was refused')).map((block) => block.replace(/^\d+: /, ''));
  expect(asked.filter((text, at) => asked.indexOf(text) !== at)).toEqual([]);
  const entries = (await catalogs()).files.flatMap(({ catalog }) => catalog.items as Entry[]);
  expect(entries.filter(({ index, target }) => !index && target === '')).toEqual([]);
});

test('the dry run shows the first request, sends nothing and needs no endpoint', async () => {
  const dry = record(root, { dryRun: true });
  const before = contentsOf(root);
  expect(await draft(dry, { ...options, pages: [page] })).toBe(0);
  expect(dry.printed.join('\n')).toContain(`Page: ${page}`);
  expect(model.asked).toEqual([]);
  expect(contentsOf(root)).toEqual(before);
});

test('the budget is never passed, and the next run goes on', async () => {
  const first = context({ json: true });
  await draft(first, { ...options, budget: 400 });
  const said = JSON.parse(first.printed.join(''));
  expect(said.words).toBeLessThanOrEqual(400);
  expect(said.drafted).toBeGreaterThan(0);
  expect(said.left).toBeGreaterThan(0);
  const done = (await catalogs()).files.flatMap(({ catalog }) =>
    (catalog.items as Entry[]).filter(({ target }) => target),
  );
  model.behave(() => undefined);
  await draft(context(), options);
  const again = new Set(model.asked.flatMap(({ texts }) => [...texts.values()]));
  expect(done.filter(({ source }) => again.has(source))).toEqual([]);
});

test('what a person wrote is not drafted over, even when they write it meanwhile', async () => {
  await copyWorkspace(root);
  const before = (await catalogs()).files.flatMap(({ catalog }) =>
    (catalog.items as Entry[]).filter(({ target }) => target),
  );
  await draft(context(), { ...options, redraft: true });
  const after = new Map(
    (await catalogs()).files.flatMap(({ path, catalog }) =>
      (catalog.items as Entry[]).map((entry) => [`${path} ${entry.key}`, entry]),
    ),
  );
  const targets = new Set([...after.values()].map(({ target }) => target));
  for (const entry of before) expect(targets).toContain(entry.target);
});

test('another writer is waited for', async () => {
  let finished = false;
  model.behave(() => undefined);
  const done = withLock(root, { name: 'workspace', purpose: 'sync' }, async () => {
    await new Promise((wait) => setTimeout(wait, 600));
    finished = true;
  });
  expect(await draft(context(), { ...options, pages: [page] })).toBe(0);
  expect(finished).toBe(true);
  await done;
});

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

describe('configuration', () => {
  test('an endpoint has to be named', async () => {
    const failure = await failureOf(draft(record(root), options));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('PGDOC_DRAFT_URL')]);
  });

  test('a key does not travel in the clear', async () => {
    const bare = context();
    const failure = await failureOf(
      draft({ ...bare, env: { ...bare.env, PGDOC_DRAFT_URL: 'http://models.test/v1' } }, options),
    );
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('over https only')]);
  });

  test('a password in the address is refused, and not shown', async () => {
    const bare = context();
    const PGDOC_DRAFT_URL = model.url.replace('//', '//somebody:hidden-word@');
    const failure = await failureOf(draft({ ...bare, env: { ...bare.env, PGDOC_DRAFT_URL } }, options));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('without a name and password')]);
    expect([failure.message, ...bare.told].join('\n')).not.toContain('hidden-word');
    expect(model.asked).toEqual([]);
  });

  test('an unknown page is named', async () => {
    const failure = await failureOf(draft(context(), { ...options, pages: ['no-such-page'] }));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('no-such-page')]);
  });
});
