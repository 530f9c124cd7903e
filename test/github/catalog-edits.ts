/** What people do to a catalog in GitHub's editor: they write below markers, and take flags out of them. */
import { parseCatalog } from '../../tools/catalog/parse.ts';
import { serializeCatalog } from '../../tools/catalog/serialize.ts';
import type { Entry } from '../../tools/catalog/types.ts';

const pageOf = (path: string): string => path.replace(/^.*\/|\.md$/g, '');

export function entriesOf(path: string, text: string): readonly Entry[] {
  const { catalog } = parseCatalog(text, path, pageOf(path));
  return catalog.items.flatMap((item) => (item.type === 'entry' ? [item] : []));
}

/** Entries without index terms that have no translation yet. */
export const untranslated = (path: string, text: string): readonly Entry[] =>
  entriesOf(path, text).filter((entry) => entry.target === '' && !entry.index);

/**
 * The catalog with other targets.
 *
 * @param targets by key
 * @throws Error for a key that is not there
 */
export function write(path: string, text: string, targets: Readonly<Record<string, string>>): string {
  const { catalog } = parseCatalog(text, path, pageOf(path));
  const missing = new Set(Object.keys(targets));
  const items = catalog.items.map((item) => {
    if (item.type !== 'entry' || targets[item.key] === undefined) return item;
    missing.delete(item.key);
    return { ...item, target: targets[item.key]! };
  });
  if (missing.size > 0) throw new Error(`${path} has no entry ${[...missing].join(', ')}`);
  return serializeCatalog({ ...catalog, items });
}
