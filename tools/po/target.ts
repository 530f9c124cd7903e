/** A text from outside as the target of an entry: what a catalog can hold. */
import { parseCatalog } from '../catalog/parse.ts';
import { serializeCatalog } from '../catalog/serialize.ts';
import type { Entry } from '../catalog/types.ts';
import { keyOf } from '../segment/key.ts';

/** LF, no space around, and no blank lines: a target is one paragraph. */
export const asTarget = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n\s*\n/g, '\n')
    .trim();

/** What follows in the file must be read as before. */
const NEIGHBOUR: Entry = { type: 'entry', key: keyOf('neighbour'), source: 'neighbour', target: '', line: 0 };

const CONTROL = /[^\P{Cc}\n\t]/u;

/** Why an entry with a new target cannot stand in a catalog; undefined when it can. */
export function whyNoTarget(entry: Entry): string | undefined {
  const control = CONTROL.exec(entry.target)?.[0];
  if (control !== undefined) {
    const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `the text has the control character U+${code}; take it out`;
  }
  const { catalog, findings } = parseCatalog(
    serializeCatalog({ page: 'page', items: [entry, NEIGHBOUR] }),
    'page.md',
    'page',
  );
  const [back] = catalog.items;
  if (findings.length === 0 && catalog.items.length === 2 && back?.type === 'entry' && back.target === entry.target)
    return undefined;
  return 'a line of the text would be read as a part of the catalog itself (a marker, or the marks of a conflict)';
}
