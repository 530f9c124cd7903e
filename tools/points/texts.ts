/**
 * What the makers of texts earn, record by record in order of time. A text, a source's key with a target's hash, is paid
 * once ever, to whoever wrote it first; so what is restored, or goes back and forth, earns nothing.
 */
import { covers, makersOf } from '../ledger/reviews.ts';
import type { LedgerRecord, PullRequestRecord, SegmentAction, SegmentRecord } from '../ledger/types.ts';
import { shown, UNIT, type Units } from './amounts.ts';
import type { Claim } from './claims.ts';
import { compare, isBot, type Maker, sharesOf } from './people.ts';
import { Repeats } from './repeats.ts';
import type { Rules, TextRule } from './types.ts';

/** What making a text is worth, however many made it. */
export interface Worth {
  readonly units: Units;
  readonly words: number;
  /** Percent of the words that count. */
  readonly changed: number | undefined;
  /** `x 0.01`, or why nothing. */
  readonly how: string;
}

export const textName = ({ key, target }: { readonly key: string; readonly target: string }): string =>
  `${key} ${target}`;
const placeOf = ({ page, key }: { readonly page: string; readonly key: string }): string => `${page}:${key}`;

export class Texts {
  /** Ids of those who wrote a text first, in a record that counts or not. */
  private readonly firstWriters = new Map<string, readonly number[]>();
  /** Texts that have been paid, or were passed over for good. */
  private readonly done = new Set<string>();
  /** Texts that a program wrote, as far as is known. */
  private readonly drafts = new Set<string>();
  private readonly repeats: Repeats;

  /** @param records all of them by name, to know what a revert takes back */
  constructor(
    private readonly rules: Rules,
    private readonly records: ReadonlyMap<string, LedgerRecord>,
  ) {
    this.repeats = new Repeats(rules.repeated.days);
  }

  /** @param counts whether the record counts: one that was reversed earns nothing, but says who wrote first */
  claims(record: PullRequestRecord, counts: boolean): readonly Claim[] {
    const undone = placesOf(record, this.records);
    return sortedTexts(record.segments).flatMap((segment) => {
      const claims = counts && !undone.has(placeOf(segment)) ? this.claimsOf(record, segment) : [];
      const name = textName(segment);
      if (segment.machine) this.drafts.add(name);
      if (!this.firstWriters.has(name)) this.firstWriters.set(name, makersOf(record, segment));
      return claims;
    });
  }

  private claimsOf(record: PullRequestRecord, segment: SegmentRecord): readonly Claim[] {
    const name = textName(segment);
    const makers = humanMakers(record, segment, this.rules);
    const nothing = (how: string): Claim[] =>
      makers.map(({ id }) => claim(id, segment, segment.action, { units: 0, how }));
    if (segment.replaces !== undefined) this.done.add(textName({ key: segment.key, target: segment.replaces }));
    if (segment.machine) return nothing('drafted by a program, not read by its author: nothing');
    if (this.done.has(name)) return nothing('the text was written before: nothing');
    if (record.replacement) {
      // What was a draft stays one, with other words in it.
      const old = segment.replaces && textName({ key: segment.key, target: segment.replaces });
      if (old !== undefined && this.drafts.has(old)) this.drafts.add(name);
      else this.done.add(name);
      return [];
    }
    // A text that a program wrote can only be read and kept.
    const action = this.drafts.has(name) ? 'kept' : segment.action;
    const rule = this.rules.texts.get(action);
    const own =
      action === 'kept' ? makers : makers.filter(({ id }) => this.firstWriters.get(name)?.includes(id) ?? true);
    if (own.length === 0 && makers.length > 0) return nothing('others wrote the text before: nothing');
    if (!own.some(({ isCorrector }) => !isCorrector)) return nothing('a program wrote the text: nothing');
    this.done.add(name);
    if (!rule) return [];
    const worth = worthOf(segment, rule);
    return sharesOf(own, worth.units)
      .filter((_, at) => (own[at]?.weight ?? 0) > 0)
      .map(({ person, units, told }) => {
        const less = this.repeats.less(person, segment.key, record.mergedAt, units, action !== 'corrected');
        const how = worth.units === 0 ? worth.how : `${worth.how}${told}`;
        return claim(person, segment, action, { ...worth, units: units - less, how, less });
      });
  }
}

/** In the order of pages and keys. */
export function sortedTexts<T extends { readonly page: string; readonly key: string }>(texts: readonly T[]): T[] {
  return texts.toSorted((a, b) => compare(a.page, b.page) || compare(a.key, b.key));
}

/** `page:key` of everything that this pull request put back as it had been. */
export function placesOf({ reverses = [] }: PullRequestRecord, records: ReadonlyMap<string, LedgerRecord>) {
  return new Set(
    reverses.flatMap((name) => {
      const record = records.get(name);
      return record?.type === 'pull-request' ? record.segments.map(placeOf) : [];
    }),
  );
}

/** The worth of a text by its rule, as the record has its words and what changed. */
export function worthOf({ words, changed }: Pick<SegmentRecord, 'words' | 'changed'>, rule: TextRule): Worth {
  const rate = `x ${shownRate(rule)}`;
  const perWord = (rule.per100Words * UNIT) / 100;
  if (!rule.byChange || changed === undefined) return { units: words * perWord, words, changed: undefined, how: rate };
  const percent = Math.round(changed * 100);
  if (percent < rule.nothingBelow) {
    return { units: 0, words, changed: undefined, how: `changed by less than ${rule.nothingBelow} %: nothing` };
  }
  const counted = Math.max(percent, rule.atLeast);
  return { units: (words * counted * perWord) / 100, words, changed: counted, how: rate };
}

/** Points of one word: 0.01, or 0.005. */
export function shownRate({ per100Words }: TextRule): string {
  const digits = shown(per100Words).replace('.', '').padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4).replace(/0{1,2}$/, '')}`;
}

type Weighed = Maker & { readonly isCorrector: boolean };

/** Who only corrected what another wrote, and approved it, earns as its reviewer. */
function humanMakers(record: PullRequestRecord, segment: SegmentRecord, rules: Rules): readonly Weighed[] {
  const { author, coAuthors, approvals } = record;
  const ids = makersOf(record, segment);
  const people = [author, ...coAuthors.toSorted((a, b) => a.id - b.id)].filter((person) => ids.includes(person.id));
  return people
    .filter((person) => !isBot(person))
    .map((person) => {
      const isCorrector = segment.correctors?.includes(person.id) ?? false;
      const approves =
        person.id !== author.id && approvals.some((each) => each.id === person.id && covers(each, segment));
      const weight = !isCorrector ? 100 : approves ? 0 : (rules.correctors?.weight ?? 0);
      return { ...person, weight, isCorrector };
    });
}

function claim(
  person: number,
  segment: SegmentRecord,
  kind: SegmentAction,
  { units, how, changed, less }: { units: Units; how: string; changed?: number | undefined; less?: Units },
): Claim {
  const { words } = segment;
  const more = { ...(changed !== undefined && { changed }), ...(less !== undefined && less > 0 && { less }) };
  return { person, kind, what: placeOf(segment), units, words, how, ...more };
}
