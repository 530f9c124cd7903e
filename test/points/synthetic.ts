/** A synthetic ledger: pull requests of many people over years, with reviews, reversals and awards; the same each time. */
import type {
  Approval,
  ContentRecord,
  LedgerRecord,
  Person,
  PullRequestRecord,
  SegmentAction,
  SegmentRecord,
} from '../../tools/ledger/types.ts';
import { adjust, commit, pull } from '../ledger/records.ts';

export interface Size {
  readonly pulls: number;
  readonly people: number;
  readonly years: number;
  /** Texts of a pull request, at most. */
  readonly texts: number;
}

const ACTIONS: readonly SegmentAction[] = ['translated', 'translated', 'updated', 'corrected', 'corrected', 'kept'];
const START = Date.UTC(2024, 0, 1, 6);

export function syntheticLedger({ pulls, people, years, texts }: Size, seed = 1): LedgerRecord[] {
  const chance = generator(seed);
  const upTo = (count: number) => Math.floor(chance() * count);
  const one = <T>(items: readonly T[]): T => items[upTo(items.length)] as T;
  const everybody: Person[] = Array.from({ length: people }, (_, at) => ({ id: 1000 + at, login: `person-${at}` }));
  const crowd = [...everybody, { id: 1, login: 'helper[bot]' }];
  const step = (years * 365 * 86_400_000) / pulls;
  const momentOf = (at: number, later = 0) => `${new Date(START + at * step + later).toISOString().slice(0, 19)}Z`;
  const hash = (number: number) => number.toString(16).padStart(10, '0');

  const segmentOf = (at: number, authors: readonly Person[]): SegmentRecord => {
    const action = one(ACTIONS);
    // Few keys and targets, so that people meet on them and texts come back.
    const text = { page: one(['jars', 'lids', 'pots']), key: hash(at), target: hash(upTo(6)), words: upTo(90) };
    const by = authors.filter(() => chance() < 0.7).map(({ id }) => id);
    const [first, second] = authors.map(({ id }) => id);
    return {
      ...text,
      action,
      ...(action === 'corrected' && { changed: upTo(101) / 100 }),
      ...(by.length > 0 && by.length < authors.length && { by }),
      ...(by.length === 0 && first && second && chance() < 0.3 && { correctors: [second] }),
      ...(chance() < 0.1 && { machine: true as const }),
    };
  };
  const contentOf = (): ContentRecord[] =>
    chance() < 0.15
      ? [
          {
            path: `docs/blog/${upTo(30)}.md`,
            kind: 'blog',
            words: upTo(1000),
            ...(chance() < 0.3 && { chosen: true as const }),
          },
        ]
      : [];

  const records: LedgerRecord[] = [];
  const keys = pulls * texts * 0.7;
  for (let number = 1; number <= pulls; number++) {
    const authors = distinct(Array.from({ length: 1 + upTo(3) }, () => one(crowd)));
    const [author, ...coAuthors] = authors as [Person, ...Person[]];
    const used = new Set(Array.from({ length: 1 + upTo(texts) }, () => upTo(keys)));
    const approvals = distinct(Array.from({ length: upTo(4) }, () => one(everybody)))
      .filter(({ id }) => id !== author.id)
      .map((who): Approval => ({ ...who, at: momentOf(number, -3600_000 * upTo(9)), commit, entitledBy: '*' }));
    const isReplacement = chance() < 0.03;
    const changed = [...used].map((at) => segmentOf(at, authors));
    const record: PullRequestRecord = pull(number, author, {
      coAuthors,
      mergedAt: momentOf(number),
      approvals,
      segments: isReplacement ? changed.map(replaced) : changed,
      content: contentOf(),
      ...(isReplacement && { replacement: { old: one(['jar', 'lid']), new: one(['pot', 'cap']), places: upTo(40) } }),
      ...(chance() < 0.05 && number > 1 && { reverses: [`pr-${1 + upTo(number - 1)}`] }),
    });
    records.push(record);
    if (chance() < 0.2 && record.segments.length > 0)
      records.push({
        type: 'review',
        comment: number,
        url: 'https://github.com/example/manual/issues/1',
        at: momentOf(number, 40 * 86_400_000),
        reviewer: one(everybody),
        entitledBy: '*',
        commit,
        segments: record.segments.map(({ page, key, target, words }) => ({ page, key, target, words })),
      });
    if (chance() < 0.1)
      records.push(
        adjust(number, {
          at: momentOf(number, 1000),
          by: one(everybody),
          ...(chance() < 0.4
            ? { reverses: `pr-${1 + upTo(number)}` }
            : { award: { to: one(everybody), kind: one(['wish', 'report', 'medal']), count: 1 + upTo(3) } }),
        }),
      );
  }
  return records;
}

/** As a replacement has it: another target than those that people write. */
function replaced({ page, key, target, words, by }: SegmentRecord): SegmentRecord {
  const text = { page, key, target: target.replace(/^0/, 'a'), words, replaces: target };
  return { ...text, action: 'corrected', changed: 0.1, ...(by && { by }) };
}

const distinct = (people: readonly Person[]): Person[] => [
  ...new Map(people.map((person) => [person.id, person])).values(),
];

/** Mulberry32: small, and the same numbers for a seed each time. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
