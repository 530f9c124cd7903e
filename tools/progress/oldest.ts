/** The paragraphs of a version that have waited longest. Pure. */
import type { Entry } from '../catalog/types.ts';
import type { WorkKind } from '../status/queue.ts';
import type { PageFacts } from './types.ts';

export interface WaitingText {
  readonly page: PageFacts;
  readonly entry: Entry;
  readonly kind: WorkKind;
  /** Seconds since 1970. */
  readonly since: number;
  readonly anchor: string | undefined;
}

/** Of each kind; a list that nobody reads to its end helps nobody. */
const SHOWN = 10;

/** @param texts in reading order, which parts those of the same day */
export function oldestOf(texts: Iterable<WaitingText>, kind: WorkKind): WaitingText[] {
  const day = ({ since }: WaitingText) => Math.floor(since / 86_400);
  return [...texts]
    .filter((text) => text.kind === kind)
    .sort((a, b) => day(a) - day(b))
    .slice(0, SHOWN);
}
