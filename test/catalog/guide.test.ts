/** The guide’s example is a catalog, byte by byte. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryStatus } from '../../tools/catalog/entry-status.ts';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import { serializeCatalog } from '../../tools/catalog/serialize.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/guide/catalog-format.md'), 'utf8');

test('the example of the guide is read without a finding and written back as it stands', () => {
  const example = /```markdown\n([\s\S]*?)\n```/.exec(guide)![1]!;
  const { catalog, findings } = parseCatalog(example, 'app-kettle.md', 'app-kettle');
  expect(findings).toEqual([]);
  expect(serializeCatalog(catalog)).toBe(example);
  expect(catalog.items.map((item) => item.type === 'entry' && entryStatus(item))).toEqual([
    'translated',
    'stale',
    'translated',
    'untranslated',
  ]);
});
