/** Which approvals of a pull request stood when it was merged, whatever they cover. Pure; events in any order. */
import type { CommitId, Moment } from '../ledger/types.ts';
import { GONE, isBot } from './attribution-people.ts';
import type { Actor, DismissalFacts, ReviewFacts } from './types.ts';

export interface EffectiveApproval {
  readonly who: Actor;
  readonly at: Moment;
  readonly commit: CommitId;
}

/** Commits that were approved at any time: whose texts approvalsOf has to know. */
export function commitsToRead(reviews: readonly ReviewFacts[]): readonly CommitId[] {
  const looked = reviews.filter(({ state }) => state === 'APPROVED' || state === 'DISMISSED');
  return [...new Set(looked.flatMap(({ commit }) => commit ?? []))].sort();
}

/**
 * The approvals that people had given up to the merge. One that a push dismissed stands: it speaks of its own commit. A
 * person's request for changes, or a person's dismissal of a review, takes back what the reviewer had approved before.
 * By moment, then by the review's id.
 *
 * @param author GitHub's id of whoever opened the pull request
 */
export function effectiveApprovals(
  reviews: readonly ReviewFacts[],
  dismissals: readonly DismissalFacts[],
  author: number | undefined,
  mergedAt: Moment,
): { readonly approvals: readonly EffectiveApproval[]; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const dismissed = new Map(dismissals.toSorted((a, b) => time(b.at) - time(a.at)).map((each) => [each.review, each]));
  const withdrawals: { readonly who: number; readonly at: number; readonly id: number }[] = [];
  const given: (EffectiveApproval & { readonly id: number })[] = [];
  const distinct = [...new Map(reviews.map((each) => [each.id, each])).values()];
  for (const { id, author: who, state, at, commit } of distinct) {
    if (time(at) > time(mergedAt) || (state !== 'APPROVED' && state !== 'DISMISSED' && state !== 'CHANGES_REQUESTED'))
      continue;
    if (!who || who.id === GONE.id) {
      if (state === 'APPROVED') notes.push(`review ${id}: the account of the reviewer is gone; it counts for nothing`);
      continue;
    }
    if (isBot(who) || who.id === author) continue;
    const dismissal = state === 'DISMISSED' ? dismissed.get(id) : undefined;
    if (state === 'DISMISSED' && !dismissal)
      notes.push(`review ${id} of ${who.login} was dismissed, and nothing says how; it counts for nothing`);
    const was = state === 'DISMISSED' ? dismissal?.was.toUpperCase() : state;
    if (was === 'CHANGES_REQUESTED') withdrawals.push({ who: who.id, at: time(at), id });
    if (was !== 'APPROVED') continue;
    if (dismissal && dismissal.commit === undefined && time(dismissal.at) <= time(mergedAt))
      withdrawals.push({ who: who.id, at: time(dismissal.at), id });
    if (commit === undefined)
      notes.push(`review ${id} of ${who.login}: nothing says which commit was approved; it covers nothing`);
    else given.push({ who, at, commit, id });
  }
  const stands = ({ who, at, id }: (typeof given)[number]) =>
    !withdrawals.some((each) => each.who === who.id && (each.at > time(at) || (each.at === time(at) && each.id >= id)));
  const approvals = given
    .filter(stands)
    .sort((a, b) => time(a.at) - time(b.at) || a.id - b.id)
    .map(({ who, at, commit }) => ({ who, at, commit }));
  return { approvals, notes };
}

const time = (moment: string): number => Date.parse(moment);
