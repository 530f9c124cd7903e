/** Claims: what somebody did in a record, with its exact worth, before lines are rounded and cut; and how they are told. */

import { shownUnits, type Units } from './amounts.ts';
import type { PointKind, PointPart } from './types.ts';

export interface Claim {
  readonly person: number;
  readonly kind: PointKind;
  /** As of PointPart. */
  readonly what: string;
  /** Exact worth; 0 for what earns nothing. */
  readonly units: Units;
  /** Words of the text, where its words count. */
  readonly words?: number;
  /** Of these words the share that counts as changed, in percent; absent where all count. */
  readonly changed?: number;
  /** `x 0.01 x 1/2 (shared with bob)`, or why it earns nothing; the same for claims that are told together. */
  readonly how: string;
  /** Taken off already, because this text has earned so much before. */
  readonly less?: Units;
}

type Told = Pick<Claim, 'how'> & { readonly texts: number; words: number; changed: number | undefined; less: Units };

/** One claim by itself: `31 words x 0.01`. */
export function partOf(claim: Claim, points: number): PointPart {
  const because = claim.words === undefined ? claim.how : tell({ ...toldOf(claim), texts: 1 }, false);
  return { what: claim.what, points, because };
}

/** The claims of a line: `12 texts, 310 words x 0.01; 2 texts, 9 words: written before`. */
export function becauseOf(claims: readonly Claim[]): string {
  const groups: [Claim, ...Claim[]][] = [];
  // Few groups, of many claims: to compare is faster than to name.
  for (const claim of claims) {
    const group = groups.find(([first]) => isToldWith(first, claim));
    if (group) group.push(claim);
    else groups.push([claim]);
  }
  return groups
    .toSorted((a, b) => sum(b, ({ units }) => units) - sum(a, ({ units }) => units))
    .map((group) => told(group))
    .join('; ');
}

function isToldWith(a: Claim, b: Claim): boolean {
  return (
    a.how === b.how &&
    (a.words === undefined) === (b.words === undefined) &&
    (a.changed === undefined) === (b.changed === undefined) &&
    (a.less === undefined) === (b.less === undefined)
  );
}

function told(group: readonly Claim[]): string {
  const [first] = group;
  if (!first) return '';
  if (first.words === undefined)
    return group.length === 1 ? `${first.what}: ${first.how}` : `${group.length} x (${first.how})`;
  const all = group.map(toldOf);
  return tell(
    {
      texts: group.length,
      words: sum(all, ({ words }) => words),
      changed: first.changed === undefined ? undefined : sum(all, ({ changed }) => changed ?? 0),
      how: first.how,
      less: sum(all, ({ less }) => less),
    },
    true,
  );
}

function toldOf({ words = 0, changed, how, less = 0 }: Claim): Told {
  return { texts: 1, words, changed: changed === undefined ? undefined : words * changed, how, less };
}

function tell({ texts, words, changed, how, less }: Told, counted: boolean): string {
  const count = counted ? `${texts === 1 ? '1 text' : `${texts} texts`}, ` : '';
  const of = `${words === 1 ? '1 word' : `${words} words`}`;
  const share = changed === undefined ? '' : `, ${Number((changed / 100).toFixed(2))} of them changed,`;
  const before = less === 0 ? '' : `, less ${shownUnits(less)} earned on the same text before`;
  return `${count}${of}${share}${how.startsWith('x ') ? ' ' : ': '}${how}${before}`.replace(',:', ':');
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
