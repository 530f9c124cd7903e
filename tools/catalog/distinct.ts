/** The segments of a page as the catalog sees them: each key once, in reading order. */
import type { Segment } from '../segment/types.ts';
import type { NewSource } from './carry-over.ts';

/** A source that also stands in the text of the page is no mere index term. */
export function distinctSources(segments: readonly Segment[]): NewSource[] {
  const found = new Map<string, { key: string; source: string; index: boolean }>();
  for (const { key, source, kind } of segments) {
    const known = found.get(key);
    if (!known) found.set(key, { key, source, index: kind === 'index' });
    else if (kind !== 'index') known.index = false;
  }
  return [...found.values()];
}
