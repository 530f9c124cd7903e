/**
 * Facts of GitHub and texts of Git -> the record of a merged pull request. The same record for inputs in any order, and
 * for a pull request that is still open, the one that it would have. Pure.
 */
import { entitlement } from '../ledger/reviewers.ts';
import type { PullRequestRecord, SegmentRecord } from '../ledger/types.ts';
import { targetHash } from '../segment/key.ts';
import { approvalsOf, type MergedText } from './approvals.ts';
import { type Attribution, attribute, type Makers, type Step } from './attribution.ts';
import { isBot } from './attribution-people.ts';
import { actionOf, type ChangedSegments, segmentChanges } from './changes.ts';
import { catalogAt } from './changes-pages.ts';
import { isUnread } from './pull-request-record-boxes.ts';
import { contentOf } from './pull-request-record-content.ts';
import { provedReplacement } from './pull-request-record-replacement.ts';
import type { PullRequestInput, RecordedPullRequest } from './pull-request-record-types.ts';
import type { FileChange, PullRequestFacts, SegmentChange } from './types.ts';

export function pullRequestRecord(input: PullRequestInput): RecordedPullRequest {
  const { facts, merged, files, reverses } = input;
  const changed = segmentChanges(files);
  const isSync = isSyncOrImport(files, changed);
  const attribution = attribute(
    facts,
    input.commits.map(({ commit, parents }) => ({
      commit,
      parents: isSync ? [] : parents?.map((differing) => segmentChanges(differing).changes),
    })),
  );
  const messages = input.commits.map(({ commit }) => commit.message).sort();
  const replacement = isSync ? undefined : provedReplacement(files, [facts.title, facts.body, ...messages]);
  const restored = new Set([...reverses.values()].flat());
  const isOwn = ({ page, key }: SegmentChange) => !input.cameWithOthers || attribution.steps(page, key).length > 0;
  const made = changed.changes.filter((each) => !isSync && !restored.has(`${each.page}:${each.key}`) && isOwn(each));
  const folders = foldersBefore(files);
  const texts = made.flatMap((change) =>
    textOf({ ...change, folder: folders.get(change.page) ?? '' }, input, attribution, replacement !== undefined),
  );
  const { approvals, notes } = approvalsOf({
    ...input,
    author: facts.author?.id,
    mergedAt: merged.at,
    texts: texts.map(({ merged: text }) => text),
  });
  const record: PullRequestRecord = {
    type: 'pull-request',
    number: facts.number,
    url: facts.url,
    title: cleanLine(facts.title) || `#${facts.number}`,
    mergeCommit: merged.commit,
    mergedAt: merged.at,
    author: attribution.author,
    coAuthors: attribution.coAuthors,
    approvals,
    segments: texts.map(({ segment }) => segment),
    content: contentOf(files).filter(({ path }) => !restored.has(path)),
    ...(replacement && texts.length > 0 ? { replacement } : {}),
    ...(reverses.size > 0 ? { reverses: [...reverses.keys()].sort() } : {}),
  };
  const told = isSync && changed.changes.length > 0 ? [SYNC] : [];
  return { record, notes: [...new Set([...attribution.notes, ...notes, ...told])].sort() };
}

const SYNC =
  'it changes which entries there are, or what they come from, as sync and import do: recorded without texts';
const STATE = /^translations\/(?:upstream\.lock\.yml|[^/]+\/origins\.yml)$/;

/** Whether a change of main is one of sync or import, to approve which reviews nothing. */
export function isSyncOrImport(files: readonly FileChange[], { added, removed }: ChangedSegments): boolean {
  return (
    added.length > 0 ||
    removed.length > 0 ||
    files.some(({ path, before, after }) => STATE.test(path) && before !== after)
  );
}

/** One line as the ledger takes it; what is longer is cut between characters. */
function cleanLine(text: string): string {
  const line = text.replace(/[ \p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ').trim();
  return line
    .slice(0, 1000)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

/**
 * Folders of pages on main before the merge: by these people are entitled. Who moves a page to a folder that they may
 * review may not review it for that.
 */
function foldersBefore(files: readonly FileChange[]): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const { path, before } of files) {
    const at = before === undefined ? undefined : catalogAt(path);
    if (at) folders.set(at.page, at.folder);
  }
  return folders;
}

interface RecordedText {
  readonly segment: SegmentRecord;
  readonly merged: MergedText;
}

/** What is recorded of a change of a text; nothing of one that was taken out, or is still stale. */
function textOf(
  change: SegmentChange & { readonly folder: string },
  { facts, reviewers }: PullRequestInput,
  attribution: Attribution,
  isReplacement: boolean,
): RecordedText[] {
  const { page, key, target, words, from, to, folder, same = [] } = change;
  const action = change.action ?? (to === 'machine' ? actionOf(from, 'translated', isSameTarget(change)) : undefined);
  // A draft that stays as it was, with a flag more, is nobody's work.
  if (action === undefined || (action === 'kept' && change.action === undefined)) return [];
  const makers = attribution.of(change);
  const [only, ...others] = makers.all;
  const steps = attribution.steps(page, key);
  const isByReviewer =
    only !== undefined &&
    others.length === 0 &&
    entitlement(reviewers, only, folder) !== undefined &&
    isOwnWord(only, facts, steps);
  const isUnreadDraft = to === 'machine' || (!isReplacement && (makers.isProgram || isUnread(facts.body)));
  const { author, coAuthors } = attribution;
  const isOfAll = [author, ...coAuthors].every(({ id }) => makers.all.includes(id)) || makers.all.length === 0;
  const segment: SegmentRecord = {
    page,
    key,
    target,
    action,
    words,
    ...(change.changed !== undefined && action !== 'kept' ? { changed: change.changed } : {}),
    ...(isReplacement || (action === 'corrected' && isByReviewer) ? { replaces: targetHash(change.old) } : {}),
    ...(isOfAll ? {} : { by: makers.all }),
    ...(makers.correctors.length > 0 ? { correctors: makers.correctors } : {}),
    ...(isUnreadDraft ? { machine: true } : {}),
  };
  const writers = writersOf(makers);
  return [{ segment, merged: { page, key, target, folder, same, writers, steps } }];
}

/**
 * Whether a text is somebody's beyond doubt, so that what they had reviewed stays reviewed: by a pull request that they
 * or the bot opened, or commits that are proved to be theirs. The author of others is who the committer says.
 */
const isOwnWord = (id: number, { author }: Pick<PullRequestFacts, 'author'>, steps: readonly Step[]): boolean =>
  (author !== undefined && (author.id === id || isBot(author))) ||
  (steps.length > 0 && steps.every(({ commit }) => commit.isProved && commit.author?.id === id));

const writersOf = ({ all, correctors }: Makers): readonly number[] => all.filter((id) => !correctors.includes(id));

const isSameTarget = ({ old, target }: SegmentChange): boolean => targetHash(old) === target;
