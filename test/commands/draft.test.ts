/** `draft` against a server of its own, which behaves well. */
import { describe, expect, test } from 'vitest';
import { entryStatus } from '../../tools/catalog/entry-status.ts';
import type { Entry } from '../../tools/catalog/types.ts';
import { draft } from '../../tools/commands/draft.ts';
import { withLock } from '../../tools/io/lock.ts';
import { catalogs, context, entriesOf, model, options, page, root } from './helpers/drafting.ts';
import { contentsOf } from './helpers/folder.ts';
import { failureOf, record } from './helpers/record.ts';
import { copyWorkspace } from './helpers/shared.ts';

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
