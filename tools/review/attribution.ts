/**
 * Who made which text of a pull request: by the accounts of those whose commits changed it. The same for commits in any
 * order. Pure.
 */
import type { Person } from '../ledger/types.ts';
import { targetHash } from '../segment/key.ts';
import { byAncestry } from './attribution-order.ts';
import { GONE, isBot, peopleOf } from './attribution-people.ts';
import { changedShare } from './changes-share.ts';
import type { CommitFacts, PullRequestFacts, SegmentChange } from './types.ts';

/** A commit with what it changed, as segmentChanges tells it, against each of its parents. */
export interface CommitChanges {
  readonly commit: CommitFacts;
  /** Undefined when the commit cannot be read any more. */
  readonly parents: readonly (readonly SegmentChange[])[] | undefined;
}

/** What a commit did to one text. */
export interface Step {
  readonly commit: CommitFacts;
  /** Ids of those who made the commit. */
  readonly people: readonly number[];
  readonly old: string;
  readonly new: string;
  /** Hashes of both. */
  readonly from: string;
  readonly to: string;
}

export interface Makers {
  /** Ids, ascending; empty when nobody is known. */
  readonly all: readonly number[];
  /** Those who only corrected what others of them had written in this pull request. */
  readonly correctors: readonly number[];
  /** A program made it, and nobody else. */
  readonly isProgram: boolean;
}

export interface Attribution {
  readonly author: Person;
  /** Everybody else whose commits it has; by id. */
  readonly coAuthors: readonly Person[];
  /** The author and co-authors that are people. */
  readonly people: readonly number[];
  of(change: SegmentChange): Makers;
  /** The commits that changed a text, in the order in which they were made. */
  steps(page: string, key: string): readonly Step[];
  readonly notes: readonly string[];
}

/** Up to this share of the characters, to change a text is to correct it; beyond, it is to write it. */
const CORRECTION = 0.5;

export function attribute(
  { author: opener, commits: expected }: Pick<PullRequestFacts, 'author' | 'commits'>,
  commits: readonly CommitChanges[],
): Attribution {
  const ordered = byAncestry(commits);
  const people = peopleOf(
    opener,
    ordered.map(({ commit }) => commit),
  );
  const unread = ordered.filter(({ parents }) => parents === undefined).length;
  const missing = Math.max(0, expected - ordered.length) + unread;
  const steps = missing > 0 ? new Map<string, Step[]>() : stepsOf(ordered, people.of);
  const own = ordered.filter((each) => each.commit.parents.length < 2 || ownChanges(each).length > 0);
  const author = opener ?? GONE;
  const others = [...new Set(own.flatMap(({ commit }) => people.of(commit)))].filter((id) => id !== author.id);
  const all = [...(opener && !isBot(opener) ? [author.id] : []), ...others].sort((a, b) => a - b);
  const programs = new Set(own.filter(({ commit }) => people.isProgram(commit)).map(({ commit }) => commit.sha));
  return {
    author: { login: author.login, id: author.id },
    coAuthors: others.sort((a, b) => a - b).map(people.person),
    people: all,
    of(change) {
      const found = (steps.get(nameOf(change)) ?? []).filter(({ from, to }) => from !== to || change.action === 'kept');
      const makers = [...new Set(found.flatMap((step) => step.people))].sort((a, b) => a - b);
      if (makers.length > 0) return { all: makers, correctors: correctorsOf(found, makers), isProgram: false };
      const byProgram = found.length > 0 && found.every(({ commit }) => programs.has(commit.sha));
      return {
        all,
        correctors: [],
        isProgram: byProgram || (opener !== undefined && isBot(opener) && all.length === 0),
      };
    },
    steps: (page, key) => steps.get(nameOf({ page, key })) ?? [],
    notes: [
      ...people.notes,
      ...(opener ? [] : ['the account of whoever opened it is gone']),
      ...(missing > 0
        ? [
            `${missing} of its ${Math.max(expected, ordered.length)} commits cannot be read: who made which text is not told apart`,
          ]
        : []),
    ],
  };
}

const nameOf = ({ page, key }: Pick<SegmentChange, 'page' | 'key'>): string => `${page}:${key}`;

function stepsOf(commits: readonly CommitChanges[], peopleOf: (commit: CommitFacts) => readonly number[]) {
  const steps = new Map<string, Step[]>();
  for (const each of commits)
    for (const change of ownChanges(each)) {
      const { commit } = each;
      const { old, new: now, target } = change;
      const step = { commit, people: peopleOf(commit), old, new: now, from: targetHash(old), to: target };
      steps.set(nameOf(change), [...(steps.get(nameOf(change)) ?? []), step]);
    }
  return steps;
}

/** A merge counts for what it has like none of its parents. */
function ownChanges({ parents = [] }: CommitChanges): readonly SegmentChange[] {
  const [first = [], ...others] = parents;
  const elsewhere = others.map((changes) => new Set(changes.map(nameOf)));
  return first.filter((change) => elsewhere.every((names) => names.has(nameOf(change))));
}

/**
 * Who wrote nothing and only corrected: found what others had written here, and left more than half of it, however often
 * they came back.
 */
function correctorsOf(steps: readonly Step[], makers: readonly number[]): readonly number[] {
  const writers = new Set<number>();
  const found = new Map<number, string>();
  /** Who has made each text, by its hash. */
  const made = new Map<string, ReadonlySet<number>>();
  for (const { people, old, new: now, from, to } of steps) {
    if (from === to) continue;
    const others = made.get(from) ?? new Set();
    for (const id of people) {
      const base = found.get(id) ?? old;
      const isOfOthers = found.has(id) || (others.size > 0 && !others.has(id));
      found.set(id, base);
      if (!isOfOthers || changedShare(base, now) > CORRECTION) writers.add(id);
    }
    made.set(to, new Set([...(made.get(to) ?? []), ...others, ...people]));
  }
  const correctors = makers.filter((id) => found.has(id) && !writers.has(id));
  return correctors.length < makers.length ? correctors : [];
}
