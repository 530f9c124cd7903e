/**
 * What reviewers earn, record by record in order of time: a share of what making the text was worth, once per text and
 * person, until all reviewers of the text have had theirs. Whose own text it is earns nothing by approving it.
 */
import { isBot } from '../ledger/logins.ts';
import { covers, makersOf } from '../ledger/reviews.ts';
import type { LedgerRecord, Moment, PullRequestRecord, ReviewRecord, SegmentRecord, TextId } from '../ledger/types.ts';
import { part, shownFraction, type Units } from './amounts.ts';
import type { Claim } from './claims.ts';
import { type Reviewed, reviewersOf } from './people.ts';
import { daysBetween, Repeats } from './repeats.ts';
import { placeOf, placesOf, sortedTexts, textName, type Worth, worthOf } from './texts.ts';
import type { ReviewRule, Rules } from './types.ts';

/** What is known of a text. */
interface Known {
  /** Ids, each once; few. */
  readonly writers: number[];
  readonly reviewers: number[];
  /** When a record that counts first brought it. */
  since: Moment | undefined;
  /** What making it was worth; where that is not known, what translating it would have been. */
  worth: Worth | undefined;
  /** What all its reviewers have had, without what waiting added. */
  spent: Units;
}

export class ReviewedTexts {
  private readonly texts = new Map<string, Known>();
  private readonly repeats: Repeats;

  /** @param records all of them by name, to know what a revert takes back */
  constructor(
    private readonly rules: Rules,
    private readonly records: ReadonlyMap<string, LedgerRecord>,
  ) {
    this.repeats = new Repeats(rules.repeated.days);
  }

  /** @param counts whether the record counts; who wrote what was reversed has written it all the same */
  ofPullRequest(record: PullRequestRecord, counts: boolean): readonly Claim[] {
    const undone = placesOf(record, this.records);
    return sortedTexts(record.segments).flatMap((segment) => {
      const known = this.known(segment);
      addAll(
        known.writers,
        makersOf(record, segment).filter((id) => !segment.correctors?.includes(id)),
      );
      if (!counts || (undone.size > 0 && undone.has(placeOf(segment)))) return [];
      this.bring(record, segment, known);
      if (record.replacement) return [];
      return reviewersOf(record, (approval) => covers(approval, segment)).flatMap((approved) =>
        this.claimsOf(segment, segment.words, known, approved),
      );
    });
  }

  ofReview({ reviewer, at, segments }: ReviewRecord): readonly Claim[] {
    return sortedTexts(segments).flatMap((segment) =>
      this.claimsOf(segment, segment.words, this.known(segment), { who: reviewer, at }),
    );
  }

  private known(text: TextId): Known {
    const name = textName(text);
    const found = this.texts.get(name);
    if (found) return found;
    const fresh: Known = { writers: [], reviewers: [], since: undefined, worth: undefined, spent: 0 };
    this.texts.set(name, fresh);
    return fresh;
  }

  private bring(record: PullRequestRecord, segment: SegmentRecord, known: Known): void {
    const isNew = known.since === undefined;
    known.since ??= record.mergedAt;
    // What a replacement changed of a text is no reason to read it anew, nor does it make it another's.
    if (record.replacement && segment.replaces !== undefined) {
      const old = this.known({ ...segment, target: segment.replaces });
      addAll(known.writers, old.writers);
      addAll(known.reviewers, old.reviewers);
      known.spent = Math.max(known.spent, old.spent);
    }
    const { action, machine } = segment;
    if (!isNew || machine || record.replacement || action === 'kept' || action === 'translated') return;
    const rule = this.rules.texts.get(action);
    known.worth = rule && worthOf(segment, rule);
  }

  private claimsOf(text: TextId, words: number, known: Known, { who, at }: Reviewed): readonly Claim[] {
    const { reviews, texts } = this.rules;
    const translated = texts.get('translated');
    const worth = known.worth ?? (translated && worthOf({ words }, translated));
    if (!reviews || !worth || isBot(who) || known.writers.includes(who.id) || known.reviewers.includes(who.id))
      return [];
    known.reviewers.push(who.id);
    const told = { person: who.id, kind: 'reviewed' as const, what: placeOf(text), words: worth.words };
    if (worth.units === 0) return [{ ...told, units: 0, how: worth.how }];
    const share = part(worth.units, reviews.share);
    const left = part(worth.units, reviews.allReviewers) - known.spent;
    const how = `${worth.how} x ${shownFraction(...reviews.share)}`;
    const changed = worth.changed === undefined ? {} : { changed: worth.changed };
    if (left <= 0) return [{ ...told, units: 0, how: 'enough others had reviewed it: nothing' }];
    const first = known.spent === 0;
    const before = this.repeats.less(who.id, text.key, at, share, false);
    const less = Math.max(before, share - left);
    const units = share - less;
    known.spent += units;
    const claim: Claim = { ...told, ...changed, units, how, ...(less > 0 && { less }) };
    const waited = first && less === 0 ? waitedFor(reviews, known.since, at) : undefined;
    if (!waited) return [claim];
    const extra = `${how} x ${shownFraction(...waited.extra)} (waited ${waited.days} days or more)`;
    return [claim, { ...claim, units: part(units, waited.extra), how: extra }];
  }
}

function addAll(ids: number[], more: readonly number[]): void {
  for (const id of more) if (!ids.includes(id)) ids.push(id);
}

/** The rule for the longest waiting that a text has come to; none where the ledger does not know since when. */
function waitedFor(
  { waited }: ReviewRule,
  since: Moment | undefined,
  at: Moment,
): ReviewRule['waited'][number] | undefined {
  if (since === undefined) return undefined;
  const days = daysBetween(since, at);
  return waited.find((rule) => days >= rule.days);
}
