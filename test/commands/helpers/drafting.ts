/** A workspace, and a model for it, for the tests of `draft`: made anew before each test. */
import { join } from 'node:path';
import { beforeAll, beforeEach } from 'vitest';
import type { Entry } from '../../../tools/catalog/types.ts';
import type { DraftOptions } from '../../../tools/commands/draft.ts';
import { sync } from '../../../tools/commands/sync.ts';
import { readCatalogs, readWorkspace } from '../../../tools/commands/workspace.ts';
import { temporary } from './folder.ts';
import { type Model, startModel } from './model.ts';
import { record } from './record.ts';
import { freshWorkspace, toolRoot } from './shared.ts';

export const options: DraftOptions = {
  pages: [],
  redraft: false,
  index: false,
  budget: 1_000_000,
  concurrency: 3,
  patience: { attempts: 3, backOff: 5, timeout: 2000 },
  toolRoot,
};

export let model: Model;
export let root: string;
/** A page of several requests. */
export let page: string;

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

export const catalogs = () => readCatalogs(root, readWorkspace(root).project);

export const entriesOf = async (name: string): Promise<Entry[]> =>
  ((await catalogs()).byPage.get(name)?.catalog.items ?? []).filter((item) => item.type === 'entry');

export function context(flags: Parameters<typeof record>[1] = {}) {
  const recorded = record(root, flags);
  const env = { PGDOC_DRAFT_URL: model.url, PGDOC_DRAFT_MODEL: 'parrot', PGDOC_DRAFT_KEY: 'secret-key' };
  return { ...recorded, env: { ...recorded.env, ...env } };
}
