/**
 * Which old entries a new source takes its target from, on its own page: a similar one, one that was split into several
 * sources, or several that became one. The best proposals win; an old entry that is gone serves one of them only.
 */
import type { NewSource } from './carry-over.ts';
import { alike, commonWords, type Measured, measured, SIMILAR, SIMILAR_IN_PLACE } from './similar.ts';
import type { Entry } from './types.ts';

/** Old entries whose targets go to new sources: one to one, one to the pieces that it was split into, or several to one. */
export interface Pairing {
  readonly olds: readonly Entry[];
  readonly segments: readonly NewSource[];
  readonly score: number;
}

export interface PageSides {
  /** New sources that look for a target. */
  readonly open: readonly NewSource[];
  /** Keys of the page in reading order, one list a version. */
  readonly orders: readonly (readonly string[])[];
  /** Old entries with a target, in the order of the old catalog, and the order of all old keys. */
  readonly candidates: readonly Entry[];
  readonly oldOrder: readonly string[];
  /** Whether the source of an old entry is still in use, so that it may serve several newer siblings. */
  isUsed(key: string): boolean;
  /** Whether a new source may take an old entry's target at all. */
  mayTake(segment: NewSource, entry: Entry): boolean;
}

/** Pieces that a paragraph is looked for in. */
const PIECES = [2, 3];

/** Least similarity of a paragraph to its pieces put together, and least share of a piece's words that stand in it. */
const SIMILAR_WHOLE = 0.7;
const WORDS_OF_PIECE = 0.7;

export function pairSources(sides: PageSides): Pairing[] {
  const { candidates, isUsed } = sides;
  if (sides.open.length === 0 || candidates.length === 0) return [];
  const measure = measures();
  const single = singles(sides, measure);
  const proposals = [...single, ...splits(sides, single, measure), ...merges(sides, single, measure)].sort(
    (a, b) => b.score - a.score,
  );
  const taken = new Set<string>();
  const served = new Set<string>();
  return proposals.filter(({ olds, segments }) => {
    if (segments.some(({ key }) => served.has(key)) || olds.some(({ key }) => taken.has(key))) return false;
    for (const { key } of segments) served.add(key);
    for (const { key } of olds) if (!isUsed(key)) taken.add(key);
    return true;
  });
}

/** Measures a source once, however often it is compared. */
type Measure = (source: string) => Measured;

function measures(): Measure {
  const known = new Map<string, Measured>();
  return (source) => {
    const found = known.get(source) ?? measured(source);
    known.set(source, found);
    return found;
  };
}

function singles({ open, orders, candidates, oldOrder, mayTake }: PageSides, measure: Measure): Pairing[] {
  const inSamePlace = samePlace(orders[0] ?? [], oldOrder);
  const found: Pairing[] = [];
  for (const segment of open)
    for (const entry of candidates) {
      if (!mayTake(segment, entry)) continue;
      const threshold = inSamePlace(segment.key, entry.key) ? SIMILAR_IN_PLACE : SIMILAR;
      const score = alike(measure(segment.source), measure(entry.source), threshold);
      if (score >= threshold) found.push({ segments: [segment], olds: [entry], score });
    }
  return found;
}

/** Two segments stand in the same place when they share the neighbour before or the one behind. */
function samePlace(order: readonly string[], oldOrder: readonly string[]) {
  const neighbours = (keys: readonly string[]) =>
    new Map(keys.map((key, at) => [key, [keys[at - 1], keys[at + 1]] as const]));
  const [now, before] = [neighbours(order), neighbours(oldOrder)];
  return (newKey: string, oldKey: string): boolean => {
    const [a, b] = [now.get(newKey), before.get(oldKey)];
    return a !== undefined && b !== undefined && (a[0] === b[0] || a[1] === b[1]);
  };
}

/** One old source whose words stand in new neighbours. */
function splits(
  { open, orders, candidates, mayTake }: PageSides,
  single: readonly Pairing[],
  measure: Measure,
): Pairing[] {
  const byKey = new Map(open.map((segment) => [segment.key, segment]));
  const best = bestScores(single, ({ olds: [old] }) => old?.key);
  return orders.flatMap((order) =>
    runsOf(order, byKey).flatMap((pieces) => {
      const whole = { whole: measured(joined(pieces)), pieces: pieces.map(({ source }) => measure(source)) };
      return candidates.flatMap((entry): Pairing[] => {
        if (!pieces.every((segment) => mayTake(segment, entry))) return [];
        const score = similarToWhole(measure(entry.source), whole, best.get(entry.key));
        return score === undefined ? [] : [{ olds: [entry], segments: pieces, score }];
      });
    }),
  );
}

/** Old neighbours whose words stand in one new source. */
function merges(
  { open, candidates, oldOrder, mayTake }: PageSides,
  single: readonly Pairing[],
  measure: Measure,
): Pairing[] {
  const byKey = new Map(candidates.map((entry) => [entry.key, entry]));
  const best = bestScores(single, ({ segments: [segment] }) => segment?.key);
  return runsOf(oldOrder, byKey).flatMap((olds) => {
    const whole = { whole: measured(joined(olds)), pieces: olds.map(({ source }) => measure(source)) };
    return open.flatMap((segment): Pairing[] => {
      if (!olds.every((entry) => mayTake(segment, entry))) return [];
      const score = similarToWhole(measure(segment.source), whole, best.get(segment.key));
      return score === undefined ? [] : [{ olds, segments: [segment], score }];
    });
  });
}

const joined = (pieces: readonly { readonly source: string }[]) => pieces.map(({ source }) => source).join(' ');

/** Neighbours in an order, as many as a paragraph may have pieces. */
function runsOf<T>(order: readonly string[], byKey: ReadonlyMap<string, T>): T[][] {
  const runs: T[][] = [];
  for (const at of order.keys())
    for (const length of PIECES) {
      const run = order.slice(at, at + length).flatMap((key) => byKey.get(key) ?? []);
      if (run.length === length) runs.push(run);
    }
  return runs;
}

function bestScores(pairings: readonly Pairing[], keyOf: (pairing: Pairing) => string | undefined) {
  const best = new Map<string | undefined, number>();
  for (const pairing of pairings) {
    const key = keyOf(pairing);
    best.set(key, Math.max(best.get(key) ?? 0, pairing.score));
  }
  return best;
}

/** How similar pieces put together are to a source; undefined if too little, or if one piece alone says as much. */
function similarToWhole(
  one: Measured,
  { whole, pieces }: { readonly whole: Measured; readonly pieces: readonly Measured[] },
  alone = 0,
): number | undefined {
  const score = alike(one, whole, SIMILAR_WHOLE);
  if (score < SIMILAR_WHOLE || score <= alone) return undefined;
  const stands = (piece: Measured) => commonWords(piece.words(), one.words()) >= WORDS_OF_PIECE * piece.words().total;
  return pieces.every(stands) ? score : undefined;
}
