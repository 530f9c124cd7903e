/**
 * What git remembers of files: which commits changed them, and their texts then. Only the workspace's own repository is
 * read, and only what is there; nothing is fetched.
 */
import { Failure } from '../failure.ts';
import { GitError, type GitOptions, git } from './git.ts';

/** A commit that changed one of the paths asked for. */
export interface HistoricCommit {
  readonly commit: string;
  readonly author: string;
  /** Of the author, ISO 8601 with zone. */
  readonly date: string;
  readonly subject: string;
  /** What it changed against each of its parents; of a merge one list a parent, empty where nothing differs. */
  readonly parents: readonly (readonly BlobChange[])[];
}

export interface BlobChange {
  /** Relative to the workspace. */
  readonly path: string;
  /** Ids of the contents; undefined where there was or is no file. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface History {
  /** The repository lacks its older commits. */
  readonly shallow: boolean;
  /**
   * Commits that changed a path, the newest first, side branches too.
   *
   * @param pattern path relative to the workspace; `*` stands for one name of a folder or a part of a name
   * @param from where to start: the commit checked out, or an earlier one
   * @param most how many at most
   */
  commits(pattern: string, from?: string, most?: number): Promise<readonly HistoricCommit[]>;
  /** Contents of files by their paths relative to the workspace, as of a branch, tag or commit. @throws Failure(2) */
  filesAt(revision: string, folder: string): Promise<ReadonlyMap<string, string>>;
  /** Texts by the ids of their contents; what is no UTF-8 has replacement characters. */
  texts(ids: Iterable<string>): Promise<ReadonlyMap<string, string>>;
}

const ABSENT = /^0+$/;
const FORMAT = '%x01%H%x02%P%x02%aI%x02%an%x02%s';

/** @throws Failure(2) if the folder is in no git repository */
export async function openHistory(root: string, env: GitOptions['env']): Promise<History> {
  const run = (args: readonly string[], input?: string) =>
    git(args, { env, cwd: root, offline: true, ...(input === undefined ? {} : { input }) });
  const answer = async (args: readonly string[]) => (await run(args)).toString('utf8').trim();

  let prefix: string;
  try {
    prefix = await answer(['rev-parse', '--show-prefix']);
  } catch (cause) {
    if (!(cause instanceof GitError)) throw cause;
    throw new Failure(2, `${root}: its history cannot be read: ${cause.message}`, { cause });
  }
  const hasCommits = await run(['rev-parse', '--verify', '--quiet', 'HEAD']).then(() => true, isGitError);
  const shallow = (await answer(['rev-parse', '--is-shallow-repository'])) === 'true';
  const ownPath = (path: string) => (path.startsWith(prefix) ? path.slice(prefix.length) : path);

  const texts = async (ids: Iterable<string>) => readObjects(await run(['cat-file', '--batch'], lines(ids)));
  return {
    shallow,
    texts,
    async commits(pattern, from = 'HEAD', most) {
      if (!hasCommits) return [];
      const options = [
        '--topo-order',
        '--diff-merges=separate',
        '--raw',
        '-z',
        '--no-abbrev',
        '--no-renames',
        '--no-follow',
      ];
      const quiet = ['--no-show-signature', '--no-notes', '--no-color', '--no-relative', '--no-ext-diff'];
      const limit = most === undefined ? [] : [`--max-count=${most}`];
      const where = [`--format=${FORMAT}`, from, '--', `:(glob)${pattern}`];
      return parseLog((await run(['log', ...options, ...quiet, ...limit, ...where])).toString('utf8'), ownPath);
    },
    async filesAt(revision, folder) {
      const commit = await answer([
        'rev-parse',
        '--verify',
        '--quiet',
        '--end-of-options',
        `${revision}^{commit}`,
      ]).catch((cause: unknown) => {
        if (!(cause instanceof GitError)) throw cause;
        throw new Failure(2, `${JSON.stringify(revision)} is no branch, tag or commit of ${root}`, { cause });
      });
      const tree = (await run(['ls-tree', '-r', '-z', commit, '--', `${folder}/`])).toString('utf8');
      const files = tree.split('\0').flatMap((line) => {
        const [, id, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
        return id === undefined || path === undefined ? [] : [{ id, path }];
      });
      const contents = await texts(new Set(files.map(({ id }) => id)));
      return new Map(files.map(({ id, path }) => [path, contents.get(id) ?? '']));
    },
  };
}

const lines = (ids: Iterable<string>) => Array.from(ids, (id) => `${id}\n`).join('');

function isGitError(error: unknown): false {
  if (error instanceof GitError) return false;
  throw error;
}

/** `git log --raw -z`: a header a parent, then `:modes ids status`, path, …, all ended by NUL. */
function parseLog(output: string, ownPath: (path: string) => string): readonly HistoricCommit[] {
  const commits: (Omit<HistoricCommit, 'parents'> & { parents: BlobChange[][]; count: number })[] = [];
  const tokens = output.split('\0');
  for (let at = 0; at < tokens.length; at++) {
    const token = (tokens[at] as string).replace(/^\n+/, '');
    if (token.startsWith('\x01')) {
      const [commit = '', parents = '', date = '', author = '', ...subject] = token.slice(1).split('\x02');
      const last = commits.at(-1);
      if (last?.commit === commit) last.parents.push([]);
      else {
        const count = Math.max(1, parents.split(' ').length);
        commits.push({ commit, author, date, subject: subject.join('\x02'), parents: [[]], count });
      }
    } else if (token.startsWith(':')) {
      const [, , before = '', after = ''] = token.split(' ');
      const id = (text: string) => (ABSENT.test(text) ? undefined : text);
      const path = ownPath(tokens[++at] as string);
      commits
        .at(-1)
        ?.parents.at(-1)
        ?.push({ path, before: id(before), after: id(after) });
    }
  }
  // A parent from which nothing differs has no header of its own.
  return commits.map(({ count, parents, ...commit }) => ({
    ...commit,
    parents: [...parents, ...Array.from({ length: Math.max(0, count - parents.length) }, () => [])],
  }));
}

/** `git cat-file --batch`: `id type size`, line feed, content, line feed; `id missing` for what is not there. */
function readObjects(output: Buffer): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const [id = '', type = '', size = '0'] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (type === 'missing') continue;
    if (type === 'blob') texts.set(id, output.toString('utf8', at, at + Number(size)));
    at += Number(size) + 1;
  }
  return texts;
}
