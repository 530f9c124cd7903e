/**
 * What the makers of texts earn, record by record in order of time. A text, a source's key with a target's hash, is paid
 * once ever, to whoever wrote it first; so what is restored, or goes back and forth, earns nothing.
 */
import { covers, makersOf } from '../ledger/reviews.ts';
import type { LedgerRecord, PullRequestRecord, SegmentAction, SegmentRecord } from '../ledger/types.ts';
import { shown, UNIT, type Units } from './amounts.ts';
import type { Claim } from './claims.ts';
import { authorsOf, compare, type Maker, sharesOf } from './people.ts';
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
/** `page:key`. */
export const placeOf = ({ page, key }: { readonly page: string; readonly key: string }): string => `${page}:${key}`;

/** What is known of a text. */
interface Known {
  /** Ids of those who wrote it first, in a record that counts or not. */
  firstWriters: readonly number[] | undefined;
  /** It has been paid, or passed over for good. */
  isDone: boolean;
  /** A program wrote it. */
  isDraft: boolean;
}

export class Texts {
  private readonly texts = new Map<string, Known>();
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
      const known = this.known(segment.key, segment.target);
      const isCounted = counts && !(undone.size > 0 && undone.has(placeOf(segment)));
      const claims = isCounted ? this.claimsOf(record, segment, known) : [];
      if (segment.machine) known.isDraft = true;
      known.firstWriters ??= makersOf(record, segment);
      return claims;
    });
  }

  private known(key: string, target: string): Known {
    const name = textName({ key, target });
    const found = this.texts.get(name);
    if (found) return found;
    const fresh: Known = { firstWriters: undefined, isDone: false, isDraft: false };
    this.texts.set(name, fresh);
    return fresh;
  }

  private claimsOf(record: PullRequestRecord, segment: SegmentRecord, known: Known): readonly Claim[] {
    const makers = humanMakers(record, segment, this.rules);
    const nothing = (how: string): Claim[] =>
      makers.map(({ id }) => claim(id, segment, segment.action, { units: 0, how }));
    const replaced = segment.replaces === undefined ? undefined : this.known(segment.key, segment.replaces);
    if (replaced) replaced.isDone = true;
    if (segment.machine) return nothing('drafted by a program, not read by its author: nothing');
    if (known.isDone) return nothing('the text was written before: nothing');
    if (record.replacement) {
      // What was a draft stays one, with other words in it.
      if (replaced?.isDraft) known.isDraft = true;
      else known.isDone = true;
      return [];
    }
    // A text that a program wrote can only be read and kept.
    const action = known.isDraft ? 'kept' : segment.action;
    const rule = this.rules.texts.get(action);
    const own = action === 'kept' ? makers : makers.filter(({ id }) => known.firstWriters?.includes(id) ?? true);
    if (own.length === 0 && makers.length > 0) return nothing('others wrote the text before: nothing');
    if (!own.some(({ isCorrector }) => !isCorrector)) return nothing('a program wrote the text: nothing');
    known.isDone = true;
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
  const { author, approvals } = record;
  const ids = makersOf(record, segment);
  return authorsOf(record)
    .filter(({ id }) => ids.includes(id))
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
