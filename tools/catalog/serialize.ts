/** Catalog -> text, the same bytes for the same catalog. `serialize(parse(x)) === x` for every file the tools wrote. */
import { serializeMarker } from './marker.ts';
import type { Catalog, Entry, Junk } from './types.ts';

export function serializeCatalog(catalog: Catalog): string {
  return `${[`# ${catalog.page}`, ...catalog.items.map(serializeItem)].join('\n\n')}\n`;
}

function serializeItem(item: Entry | Junk): string {
  if (item.type === 'junk') return item.text;
  // An entry without a target ends at its marker: what a translator adds goes on the next line.
  return [`> ${item.source}`, serializeMarker(item), ...(item.target === '' ? [] : [item.target])].join('\n');
}
