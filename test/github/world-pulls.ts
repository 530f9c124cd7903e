/** What Git knows of pull requests: their heads, refs/pull/N/head and /merge, commits, files, and the three merges. */
import type { CommitData, GitHost, Signature } from './world-git.ts';
import { noReply, type Person, signatureOf } from './world-people.ts';

export interface Pull {
  readonly number: number;
  readonly head: { readonly repository: string; readonly ref: string; readonly owner: string };
  readonly author: number;
  headSha: string;
  /** main when it was opened or last pushed to. */
  baseSha: string;
  /** Undefined while it conflicts with main, or is closed. */
  mergeRef: string | undefined;
  open: boolean;
  mergeCommit?: string;
}

export type MergeMethod = 'merge' | 'squash' | 'rebase';

export const WEB_FLOW: Signature = { name: 'GitHub', email: 'noreply@github.com' };

export interface FileFacts {
  readonly sha: string;
  readonly filename: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly additions: number;
  readonly deletions: number;
  readonly changes: number;
  readonly previous_filename?: string;
}

export function updateHeadRef(host: GitHost, pull: Pull): void {
  host.setRef(`refs/pull/${pull.number}/head`, pull.headSha);
}

/** Puts refs/pull/N/merge at its merge with main as it is now, as GitHub does from time to time. */
export function updateMergeRef(host: GitHost, pull: Pull): void {
  const main = host.tip('main')!;
  const tree = host.mergedTree(main, pull.headSha);
  pull.mergeRef = undefined;
  if (tree === undefined) return;
  const by = { ...WEB_FLOW, date: '2026-01-01T00:00:00Z' };
  const message = `Merge ${pull.headSha} into ${main}`;
  pull.mergeRef = host.commitTree(tree, [main, pull.headSha], message, { author: by, committer: by });
  host.setRef(`refs/pull/${pull.number}/merge`, pull.mergeRef);
}

export function commitsOf(host: GitHost, pull: Pull): readonly CommitData[] {
  return host.commits(`${pull.baseSha}..${pull.headSha}`);
}

/**
 * Merges a pull request into main and returns the commit that stands for it there.
 *
 * @throws Error when it conflicts
 */
export function mergePull(
  host: GitHost,
  pull: Pull,
  how: MergeMethod,
  who: { readonly merger: Person; readonly author: Person; readonly title: string; readonly at: string },
): string {
  const main = host.tip('main')!;
  const commits = commitsOf(host, pull);
  const person = (one: Person) => ({ ...signatureOf(one), date: who.at });
  const byGitHub = { ...WEB_FLOW, date: who.at };
  if (how === 'rebase') {
    const tip = commits
      .filter(({ parents }) => parents.length === 1)
      .reduce((onto, commit) => picked(host, onto, commit, person(who.merger)), main);
    host.setRef('refs/heads/main', tip);
    return tip;
  }
  const tree = host.mergedTree(main, pull.headSha);
  if (tree === undefined) throw new Error(`pull request ${pull.number} conflicts with main`);
  const sha =
    how === 'merge'
      ? host.commitTree(
          tree,
          [main, pull.headSha],
          `Merge pull request #${pull.number} from ${pull.head.owner}/${pull.head.ref}\n\n${who.title}\n`,
          { author: person(who.merger), committer: byGitHub },
        )
      : host.commitTree(tree, [main], squashMessage(pull, commits, who.author, who.title), {
          author: { name: signatureOf(who.author).name, email: noReply(who.author), date: who.at },
          committer: byGitHub,
        });
  host.setRef('refs/heads/main', sha);
  return sha;
}

/** A commit made anew on top of another; a merge whose base is the commit's parent says what it changed. */
function picked(host: GitHost, onto: string, commit: CommitData, committer: CommitData['committer']): string {
  const parent = commit.parents[0]!;
  const by = { ...WEB_FLOW, date: '2026-01-01T00:00:00Z' };
  const like = host.commitTree(`${onto}^{tree}`, [parent], 'onto', { author: by, committer: by });
  const tree = host.mergedTree(like, commit.sha);
  if (tree === undefined) throw new Error(`${commit.sha} conflicts with main`);
  return host.commitTree(tree, [onto], `${commit.message}\n`, { author: commit.author, committer });
}

/** Those who made the other commits, and whom those name, stand at the end as co-authors. */
function squashMessage(pull: Pull, commits: readonly CommitData[], author: Person, title: string): string {
  const trailers = new Map<string, string>();
  for (const { author: by, message } of commits) {
    const named = [...message.matchAll(/^co-authored-by: (.*) <(.*)>$/gim)].map(([, name, email]) => ({ name, email }));
    for (const { name, email } of [by, ...named])
      if (email !== signatureOf(author).email && email !== noReply(author))
        trailers.set(email!, `Co-authored-by: ${name} <${email}>`);
  }
  const plain = (message: string) => message.replace(/^co-authored-by: .*$/gim, '').trim();
  const [only] = commits;
  const [subject, ...body] = commits.length === 1 ? plain(only!.message).split('\n') : [title];
  const text = commits.length === 1 ? body.join('\n').trim() : commits.map((c) => `* ${plain(c.message)}`).join('\n\n');
  return `${[`${subject} (#${pull.number})`, text, [...trailers.values()].join('\n')].filter(Boolean).join('\n\n')}\n`;
}

/** What it changes against where it left main. */
export function filesOf(host: GitHost, pull: Pull): readonly FileFacts[] {
  const fields = host.git([
    'diff',
    '--raw',
    '--numstat',
    '-z',
    '-M',
    '--abbrev=40',
    `${pull.baseSha}...${pull.headSha}`,
  ]);
  const tokens = fields.split('\0');
  const found: { status: FileFacts['status']; sha: string; old: string; filename: string }[] = [];
  const files: FileFacts[] = [];
  while (tokens.length > 0) {
    const token = tokens.shift()!;
    if (token.startsWith(':')) {
      const [, , , sha, letter] = token.split(' ') as [string, string, string, string, string];
      const old = tokens.shift()!;
      const filename = letter.startsWith('R') ? tokens.shift()! : old;
      const status = ({ A: 'added', D: 'removed', R: 'renamed' } as const)[letter[0] as 'A'] ?? 'modified';
      found.push({ status, sha, old, filename });
    } else if (token !== '') {
      const [additions, deletions] = token.split('\t').map((count) => Number(count) || 0) as [number, number];
      const { old, ...rest } = found[files.length]!;
      if (rest.status === 'renamed') tokens.splice(0, 2);
      const renamed = rest.status === 'renamed' ? { previous_filename: old } : {};
      files.push({ ...rest, additions, deletions, changes: additions + deletions, ...renamed });
    }
  }
  return files;
}
