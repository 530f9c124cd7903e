/** Ledger -> what each person did, all in all and by year. What was reversed is left out; nobody reviews what they wrote. */
import { byEvent } from '../ledger/order.ts';
import { reversedRecords } from '../ledger/reversed.ts';
import { covers, makersOf, type Reviews } from '../ledger/reviews.ts';
import type { LedgerFile, Moment, PullRequestRecord, SegmentRecord, TextId } from '../ledger/types.ts';
import { authorsOf, reviewersOf } from '../points/people.ts';
import type { PageWork, Post, Pull, Work } from './types.ts';

export interface Worked {
  readonly all: Work;
  readonly years: ReadonlyMap<string, Work>;
}

/** @returns by GitHub's number */
export function workOf(files: readonly LedgerFile[], reviews: Pick<Reviews, 'wrote'>): ReadonlyMap<number, Worked> {
  const tallies = new Tallies();
  const reversed = reversedRecords(files);
  for (const { name, record } of files.toSorted(byEvent)) {
    if (reversed.has(name)) continue;
    if (record.type === 'pull-request') addPullRequest(tallies, record, reviews);
    if (record.type === 'review')
      for (const segment of record.segments)
        if (!wrote(reviews, record.reviewer.id, segment))
          tallies.add(record.reviewer.id, record.at, (tally) => tally.review(segment, segment.words));
  }
  return tallies.worked();
}

const wrote = (reviews: Pick<Reviews, 'wrote'>, person: number, { page, key, target }: TextId): boolean =>
  reviews.wrote(person, page, key, target, []);

function addPullRequest(tallies: Tallies, record: PullRequestRecord, reviews: Pick<Reviews, 'wrote'>): void {
  const { number, title, url, mergedAt: at, segments, content } = record;
  const authors = authorsOf(record);
  const ids = new Set(authors.map(({ id }) => id));
  for (const id of ids)
    tallies.add(id, at, (tally) => {
      tally.pulls.push({ number, title, url, at });
      for (const { path, kind } of content) tally.write({ path, kind, at });
    });
  for (const segment of segments) {
    // A draft that nobody has read is nobody's translation.
    if (segment.machine) continue;
    for (const id of makersOf(record, segment))
      if (ids.has(id)) tallies.add(id, at, (tally) => tally.translate(segment));
  }
  for (const { who, at: approvedAt } of reviewersOf(record))
    for (const segment of segments)
      if (isReviewedBy(record, who.id, segment) && !wrote(reviews, who.id, segment))
        tallies.add(who.id, approvedAt, (tally) => tally.review(segment, segment.words));
}

const isReviewedBy = ({ approvals }: PullRequestRecord, person: number, segment: SegmentRecord): boolean =>
  approvals.some((approval) => approval.id === person && covers(approval, segment));

/** A tally a person of all time, and one of each year. */
class Tallies {
  private readonly people = new Map<number, { all: Tally; years: Map<string, Tally> }>();

  add(person: number, at: Moment, enter: (tally: Tally) => void): void {
    const known = this.people.get(person) ?? { all: new Tally(), years: new Map<string, Tally>() };
    this.people.set(person, known);
    const year = at.slice(0, 4);
    const ofYear = known.years.get(year) ?? new Tally();
    known.years.set(year, ofYear);
    enter(known.all);
    enter(ofYear);
  }

  worked(): Map<number, Worked> {
    const done = ({ all, years }: { all: Tally; years: Map<string, Tally> }): Worked => ({
      all: all.work(),
      years: new Map([...years].map(([year, tally]) => [year, tally.work()])),
    });
    return new Map([...this.people].map(([id, tallies]) => [id, done(tallies)]));
  }
}

/** What somebody did, each paragraph and each text once. */
class Tally {
  readonly pulls: Pull[] = [];
  private readonly posts = new Map<string, Post>();
  private readonly seen = new Set<string>();
  private readonly pages = new Map<string, { page: string; translated: number; reviewed: number }>();

  translate({ page, key, words }: SegmentRecord): void {
    this.count(`${page}:${key}`, page, 'translated', words);
  }

  review({ page, key, target }: TextId, words: number): void {
    this.count(`${page}:${key}:${target}`, page, 'reviewed', words);
  }

  write(post: Post): void {
    this.posts.delete(post.path);
    this.posts.set(post.path, post);
  }

  private count(name: string, page: string, what: 'translated' | 'reviewed', words: number): void {
    if (this.seen.has(name)) return;
    this.seen.add(name);
    const of = this.pages.get(page) ?? { page, translated: 0, reviewed: 0 };
    of[what] += words;
    this.pages.set(page, of);
  }

  work(): Work {
    const pages = [...this.pages.values()].sort(byWords);
    return {
      translated: pages.reduce((sum, { translated }) => sum + translated, 0),
      reviewed: pages.reduce((sum, { reviewed }) => sum + reviewed, 0),
      pages,
      posts: [...this.posts.values()].reverse(),
      pulls: this.pulls.toReversed(),
    };
  }
}

function byWords(a: PageWork, b: PageWork): number {
  return b.translated + b.reviewed - (a.translated + a.reviewed) || (a.page < b.page ? -1 : 1);
}
