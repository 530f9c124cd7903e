/**
 * Who approved which exact texts of a pull request, and by what they were entitled. An approval of a commit covers the
 * texts that are the same there and after the merge, whatever was pushed in between. Pure; inputs in any order.
 */
import { entriesByKey } from '../catalog/entries.ts';
import { entryStatus } from '../catalog/entry-status.ts';
import { parseCatalog } from '../catalog/parse.ts';
import type { Entry } from '../catalog/types.ts';
import { entitlement, type Reviewer } from '../ledger/reviewers.ts';
import type { Approval, CommitId, Moment, Person, TextId } from '../ledger/types.ts';
import { targetHash } from '../segment/key.ts';
import { type EffectiveApproval, effectiveApprovals } from './approvals-effective.ts';
import type { Step } from './attribution.ts';
import { catalogAt } from './changes-pages.ts';
import type { TextsAt } from './pull-request-record-types.ts';
import type { DismissalFacts, ReviewFacts } from './types.ts';

/** A text as the pull request left it. */
export interface MergedText extends TextId {
  /** Folder of the language that the page's catalog stands in. */
  readonly folder: string;
  readonly same: readonly string[];
  /** Ids of those who wrote it, and not only corrected what others had written. */
  readonly writers: readonly number[];
  /** The commits that changed it, in order. */
  readonly steps: readonly Step[];
}

export interface ApprovalsInput {
  /** GitHub's id of whoever opened it. */
  readonly author: number | undefined;
  readonly mergedAt: Moment;
  readonly reviews: readonly ReviewFacts[];
  readonly dismissals: readonly DismissalFacts[];
  readonly reviewers: readonly Reviewer[];
  readonly texts: readonly MergedText[];
  /** Catalogs at the approved commits; see commitsToRead. */
  readonly textsAt: TextsAt;
}

/** One approval for each person and folder that entitled them; `only` where it does not cover all of `texts`. */
export function approvalsOf(input: ApprovalsInput): {
  readonly approvals: readonly Approval[];
  readonly notes: readonly string[];
} {
  const { author, mergedAt, reviews, dismissals, reviewers, texts, textsAt } = input;
  const effective = effectiveApprovals(reviews, dismissals, author, mergedAt);
  const notes = [...effective.notes];
  const trees = new Map([...textsAt].map(([commit, files]) => [commit, files && new Tree(files)]));
  const byPerson = new Map<number, EffectiveApproval[]>();
  for (const approval of effective.approvals) {
    const { who, commit } = approval;
    if (!trees.get(commit))
      notes.push(`${who.login} approved the commit ${commit}, which cannot be read any more; that covers nothing`);
    byPerson.set(who.id, [...(byPerson.get(who.id) ?? []), approval]);
  }
  const approvals: Approval[] = [];
  for (const own of byPerson.values()) {
    const { id, login } = (own.at(-1) as EffectiveApproval).who;
    const entitled = new Map<string, Covered[]>();
    const strange = new Set<string>();
    let written = 0;
    for (const text of texts) {
      const approval = coveringOf(text, own, trees);
      if (!approval) continue;
      const by = entitlement(reviewers, id, text.folder);
      if (text.writers.includes(id)) written++;
      else if (by === undefined) strange.add(text.folder);
      else {
        const covered = entitled.get(by) ?? [];
        covered.push({ text, approval });
        entitled.set(by, covered);
      }
    }
    for (const [by, covered] of entitled) approvals.push(approvalBy({ login, id }, by, covered, texts.length));
    for (const folder of strange)
      notes.push(`${login} (${id}) may not review ${folder}; that approval counts for nothing`);
    if (written > 0)
      notes.push(`${login} (${id}) approved what they wrote themselves (texts: ${written}); that counts for nothing`);
  }
  return { approvals: approvals.sort(byMoment), notes };
}

/** An approval, or the reviewer's own last correction, that covers a text; the later has the higher rank. */
interface Covering {
  readonly at: Moment;
  readonly commit: CommitId;
  readonly rank: number;
}

interface Covered {
  readonly text: MergedText;
  readonly approval: Covering;
}

function approvalBy(who: Person, entitledBy: string, covered: readonly Covered[], all: number): Approval {
  const { at, commit } = covered.reduce(
    (best, { approval }) => (approval.rank > best.rank ? approval : best),
    (covered[0] as Covered).approval,
  );
  const only = covered.map(({ text: { page, key } }) => `${page}:${key}`).sort();
  return { ...who, at, commit, entitledBy, ...(only.length < all ? { only } : {}) };
}

/** @param own what one person approved, the earliest first */
function coveringOf(
  { page, key, same, target, steps }: MergedText,
  own: readonly EffectiveApproval[],
  trees: ReadonlyMap<CommitId, Tree | undefined>,
): Covering | undefined {
  const keys = [key, ...same];
  /** By the hash of the text. */
  const approved = new Map<string, Covering>();
  own.forEach(({ at, commit }, approval) => {
    for (const hash of trees.get(commit)?.hashes(page, keys) ?? []) approved.set(hash, { at, commit, rank: approval });
  });
  const id = own[0]?.who.id;
  for (const { commit, people, from, to } of steps) {
    const read = approved.get(from);
    const isOwn = commit.isProved && commit.author?.id === id && people.length === 1 && people[0] === id;
    const known = approved.get(to);
    if (read && isOwn && (known === undefined || known.rank < read.rank))
      approved.set(to, { ...read, commit: commit.sha });
  }
  return approved.get(target);
}

/** The catalogs at a commit; each is read when it is first asked for. */
class Tree {
  private readonly texts = new Map<string, readonly [path: string, text: string]>();
  private readonly pages = new Map<string, ReadonlyMap<string, Entry>>();

  constructor(files: ReadonlyMap<string, string>) {
    for (const [path, text] of [...files].sort(([a], [b]) => (a < b ? 1 : -1))) {
      const page = catalogAt(path)?.page;
      if (page !== undefined) this.texts.set(page, [path, text]);
    }
  }

  /** Hashes of the targets that a page has for any of the keys, where they were made for that source. */
  hashes(page: string, keys: readonly string[]): string[] {
    return keys.flatMap((key) => {
      const entry = this.entries(page).get(key);
      const status = entry && entryStatus(entry);
      return entry && status !== 'untranslated' && status !== 'stale' ? [targetHash(entry.target)] : [];
    });
  }

  private entries(page: string): ReadonlyMap<string, Entry> {
    const known = this.pages.get(page);
    if (known) return known;
    const [path = '', text = ''] = this.texts.get(page) ?? [];
    const entries = entriesByKey(parseCatalog(text, path, page).catalog);
    this.pages.set(page, entries);
    return entries;
  }
}

const byMoment = (a: Approval, b: Approval): number =>
  compare(a.at, b.at) || a.id - b.id || compare(a.entitledBy, b.entitledBy);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
