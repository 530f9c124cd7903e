/** Indexes of versions that are made while a build still writes. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BuildCache } from '../../tools/commands/build/cache.ts';
import { readInputs } from '../../tools/commands/build/inputs.ts';
import { digestInputs } from '../../tools/commands/build/inputs-digest.ts';
import { SearchIndexes } from '../../tools/commands/build/search-index.ts';
import { record } from './helpers/record.ts';
import { toolRoot, workspaceToBuild } from './helpers/shared.ts';

test('those that a failed build abandons end, begun or not, and the failure is told to who waits for them', async () => {
  const { root, out } = await workspaceToBuild();
  const context = record(root);
  const inputs = await readInputs(context, await digestInputs(context, toolRoot));
  const staged = join(root, '../staged');
  const indexes = new SearchIndexes(context, { inputs, cache: new BuildCache(root, out, true), staged });
  const [begun, waiting] = [
    await indexes.open('3', { pages: 1, made: 1 }),
    await indexes.open('2', { pages: 1, made: 1 }),
  ];
  waiting?.abandon();
  begun?.abandon();
  await indexes.stopped();
  await expect(indexes.finished()).rejects.toThrow('The index of 3 was abandoned');
});
