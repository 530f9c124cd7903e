/**
 * What the ledger says of each text, event by event, and what follows from it for one text: events name a text by one
 * key, who asks may name it by several, and a review can go on from text to text. So it is worked out when it is asked.
 */
import type { Moment, Person, TextId } from './types.ts';

export interface Review {
  readonly who: Person;
  readonly at: Moment;
  /** Name of the record that says so, such as `pr-123`. */
  readonly record: string;
}

/** A review with its event's place in time, and the page of the text. */
export type PlacedReview = Review & { readonly page: string; readonly event: number };

interface Took {
  readonly event: number;
  readonly target: string;
  readonly by: PlacedReview | 'approved' | 'unapproved' | 'reversed';
}

/** All that is known of a key with a target, in the order of events; a ledger has many, so lists are made when needed. */
interface Known {
  approvals?: PlacedReview[];
  /** By whom it was written. */
  writers?: { readonly event: number; readonly person: number }[];
  /** Whether whoever brought it had read it; the latest event counts. */
  readings?: { readonly event: number; readonly isRead: boolean }[];
  /** Targets whose place it took: in a proved replacement, that counts or not, or by a correction of one person. */
  took?: Took[];
}

/** What follows for a text from the events before one. */
interface Standing {
  readonly reviews: readonly PlacedReview[];
  readonly writers: ReadonlyMap<number, number>;
  readonly unread: { readonly event: number; readonly isUnread: boolean } | undefined;
}

/** So many reviews are worth keeping in their order. */
const CROWD = 8;

const NOTHING: Standing = { reviews: [], writers: new Map(), unread: undefined };

/** Events are added in their order, each with its place in it. */
export class TextHistory {
  private readonly texts = new Map<string, Known>();
  private readonly keys = new Set<string>();
  /** What follows for texts of a single key that many have approved, such as a heading of every page; asked for by each. */
  private readonly crowded = new Map<string, Standing>();

  approve(text: TextId, event: number, { who, at, record }: Review): void {
    const known = this.known(text);
    known.approvals ??= [];
    known.approvals.push({ who, at, record, page: text.page, event });
    this.keys.add(text.key);
  }

  write(text: TextId, event: number, person: number): void {
    const known = this.known(text);
    known.writers ??= [];
    known.writers.push({ event, person });
  }

  /** Somebody brought a text, having read it or not. */
  read(text: TextId, event: number, isRead: boolean): void {
    const known = this.known(text);
    known.readings ??= [];
    known.readings.push({ event, isRead });
    if (!isRead) this.keys.add(text.key);
  }

  /**
   * A text took the place of one with another target, in a proved replacement: what was known of that goes on, its
   * reviews only if somebody approved the replacement; of one that does not count, only who wrote it.
   *
   * @param counting undefined for a replacement that does not count
   */
  replace(text: TextId, event: number, target: string, counting: { readonly isApproved: boolean } | undefined): void {
    const by = counting ? (counting.isApproved ? 'approved' : 'unapproved') : 'reversed';
    this.take(text, { event, target, by });
  }

  /** One person corrected a text; had they reviewed it before, they have reviewed it now. */
  correct(text: TextId, event: number, target: string, by: Review): void {
    this.take(text, { event, target, by: { ...by, page: text.page, event } });
  }

  private take(text: TextId, took: Took): void {
    const known = this.known(text);
    known.took ??= [];
    known.took.push(took);
    this.keys.add(text.key);
  }

  has(key: string): boolean {
    return this.keys.has(key);
  }

  /** In the order of events. */
  reviews(keys: readonly string[], target: string): readonly PlacedReview[] {
    return this.standing(keys, target).reviews;
  }

  writers(keys: readonly string[], target: string): ReadonlyMap<number, number> {
    return this.standing(keys, target).writers;
  }

  isUnread(keys: readonly string[], target: string): boolean {
    return this.standing(keys, target).unread?.isUnread ?? false;
  }

  private standing(keys: readonly string[], target: string): Standing {
    const [key = '', ...others] = keys;
    const name = others.length === 0 ? nameOf({ key, target }) : '';
    const found = this.crowded.get(name);
    if (found) return found;
    const standing = this.before(keys, target, Number.POSITIVE_INFINITY, new Map());
    if (name !== '' && standing.reviews.length >= CROWD) this.crowded.set(name, standing);
    return standing;
  }

  /** @param seen what was worked out already: texts can take each other's place again and again */
  private before(keys: readonly string[], target: string, limit: number, seen: Map<string, Standing>): Standing {
    const known = keys.flatMap((key) => this.texts.get(nameOf({ key, target })) ?? []);
    if (known.length === 0) return NOTHING;
    const name = `${target} ${limit}`;
    const found = seen.get(name);
    if (found) return found;
    const writers = new Map<number, number>();
    const wrote = (person: number, event: number) => {
      if (event < limit) writers.set(person, Math.min(event, writers.get(person) ?? event));
    };
    const reviews: PlacedReview[] = [];
    let unread: Standing['unread'];
    const bring = (event: number, isUnread: boolean) => {
      if (event < limit && (!unread || unread.event <= event)) unread = { event, isUnread };
    };
    for (const each of known) {
      for (const { person, event } of each.writers ?? []) wrote(person, event);
      for (const { event, isRead } of each.readings ?? []) bring(event, !isRead);
    }
    for (const { event, target: other, by } of known.flatMap(({ took = [] }) => took)) {
      if (event >= limit) continue;
      const past = this.before(keys, other, event, seen);
      if (typeof by === 'object') {
        if (past.reviews.some(({ who }) => who.id === by.who.id)) reviews.push(by);
        continue;
      }
      for (const person of past.writers.keys()) wrote(person, event);
      if (by === 'reversed') continue;
      if (by === 'approved') for (const review of past.reviews) reviews.push({ ...review, event });
      if (past.unread && unread?.event !== event) bring(event, past.unread.isUnread);
    }
    for (const { approvals = [] } of known)
      for (const review of approvals) {
        const written = writers.get(review.who.id);
        if (review.event < limit && (written === undefined || written > review.event)) reviews.push(review);
      }
    const standing = { reviews: inOrder(reviews), writers, unread };
    seen.set(name, standing);
    return standing;
  }

  private known(text: TextId): Known {
    this.crowded.clear();
    const name = nameOf(text);
    const known = this.texts.get(name);
    if (known) return known;
    const unknown: Known = {};
    this.texts.set(name, unknown);
    return unknown;
  }
}

/** By event. What texts bring that take each other's place again and again is one review, of the latest time. */
function inOrder(reviews: readonly PlacedReview[]): readonly PlacedReview[] {
  if (reviews.length < 2) return reviews;
  const sorted = reviews.toSorted((a, b) => a.event - b.event);
  return [...new Map(sorted.map((each) => [`${each.record} ${each.who.id} ${each.page}`, each])).values()].sort(
    (a, b) => a.event - b.event,
  );
}

const nameOf = ({ key, target }: Pick<TextId, 'key' | 'target'>): string => `${key} ${target}`;
