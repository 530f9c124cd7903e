/** Other open pull requests that change the same texts. */
import { Failure } from '../../failure.ts';
import { type Artifact, LIMITS } from '../../review/artifact.ts';
import { segmentChanges } from '../../review/changes.ts';
import { catalogAt } from '../../review/changes-pages.ts';
import { shortened } from '../../review/escape-markdown.ts';
import { fileFacts, pullRequestFacts } from '../../review/facts.ts';
import type { FileChange, PullRequestFacts, SegmentChange } from '../../review/types.ts';
import type { GitHubContext } from './context.ts';

type Others = Pick<Artifact, 'others' | 'notes'>;

/** Each costs a call; those that were updated last come first. */
const MOST_LISTED = 30;
/** Each costs a fetch. */
const MOST_READ = 10;
const MOST_FILES = 50;

interface Candidate extends PullRequestFacts {
  readonly files: readonly string[];
}

/**
 * Looks at GitHub's lists first, and reads only those pull requests that touch a page of `changes`. What cannot be had
 * is told in a note; it is no reason to fail.
 *
 * @param base main, as this pull request was merged with it
 */
export async function otherPullRequests(
  context: GitHubContext,
  changes: readonly SegmentChange[],
  { number, base }: { readonly number: number; readonly base: string },
): Promise<Others> {
  if (changes.length === 0) return { others: [], notes: [] };
  try {
    return await look(context, changes, number, base);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { others: [], notes: ['other pull requests could not be looked at'] };
  }
}

async function look(
  context: GitHubContext,
  changes: readonly SegmentChange[],
  number: number,
  base: string,
): Promise<Others> {
  const { github, repository } = context;
  const keys = new Set(changes.map((change) => `${change.page}:${change.key}`));
  const pages = new Set(changes.map(({ page }) => page));
  const listed = (await github.pullRequests({ state: 'open' })).map(pullRequestFacts);
  const open = listed.filter((each) => each.number !== number);
  const candidates: Candidate[] = [];
  for (const each of open.slice(0, MOST_LISTED)) {
    const files = (await github.files(each.number))
      .map((file) => fileFacts(file).path)
      .filter((path) => pages.has(catalogAt(path)?.page ?? ''));
    if (files.length > 0) candidates.push({ ...each, files });
  }
  const read = candidates.slice(0, MOST_READ);
  if (read.length > 0) await repository.fetch(...read.map((each) => `refs/pull/${each.number}/head`));
  const others: Others['others'] = [];
  for (const { number: other, title, head, files } of read) {
    const theirs = await changesOf(context, head.sha, base, files.slice(0, MOST_FILES));
    const both = theirs.filter((change) => keys.has(`${change.page}:${change.key}`));
    if (both.length === 0) continue;
    others.push({
      number: other,
      title: shortened(title, 200),
      entries: both.slice(0, LIMITS.keys).map(({ page, key }) => ({ page, key })),
      total: both.length,
    });
  }
  const left = open.length - Math.min(open.length, MOST_LISTED) + candidates.length - read.length;
  return {
    others: others.sort((a, b) => a.number - b.number).slice(0, LIMITS.others),
    notes: left > 0 ? [`${left} other open pull requests were not looked at`] : [],
  };
}

/** What a head changes in files since it left main; nothing where it can no longer be read. */
async function changesOf(
  { repository }: GitHubContext,
  head: string,
  base: string,
  paths: readonly string[],
): Promise<readonly SegmentChange[]> {
  const start = (await repository.has(head)) ? await repository.mergeBase(base, head) : undefined;
  if (start === undefined) return [];
  const files: FileChange[] = [];
  for (const path of paths) {
    const [before, after] = [await repository.textAt(start, path), await repository.textAt(head, path)];
    if (before !== after) files.push({ path, before, after });
  }
  return segmentChanges(files).changes;
}
