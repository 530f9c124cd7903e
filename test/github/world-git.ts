/**
 * The repositories of the pretended GitHub: a bare origin and bare forks on disk, which share their objects as GitHub's
 * do, so that a pull request stays readable when its fork is gone. Plumbing only: one process for a commit.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from './world-clock.ts';

/** An author or committer. */
export interface Signature {
  readonly name: string;
  readonly email: string;
}

/** Whole contents by path; null deletes. */
export type Edits = Readonly<Record<string, string | null>>;

export interface CommitRequest {
  /** `owner/name` */
  readonly repository: string;
  readonly branch: string;
  /** Parent; undefined for a first commit. */
  readonly from: string | undefined;
  readonly message: string;
  readonly author: Signature;
  readonly edits: Edits;
}

export interface CommitData {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature & { readonly date: string };
  readonly committer: Signature & { readonly date: string };
  readonly message: string;
}

/** Moves main to a prepared commit while somebody else's push is on its way: what a race looks like. */
const RACE = `#!/bin/sh
test -s race || exit 0
next=$(head -n 1 race)
sed -i 1d race
env -u GIT_QUARANTINE_PATH -u GIT_OBJECT_DIRECTORY -u GIT_ALTERNATE_OBJECT_DIRECTORIES git update-ref refs/heads/main $next
`;

export class GitHost {
  private readonly folder: string;
  private readonly clock: Clock;
  private readonly main: string;

  /** @param main `owner/name` of the repository that the others are forks of */
  constructor(folder: string, main: string, clock: Clock) {
    this.folder = folder;
    this.clock = clock;
    this.main = main;
    this.create(main);
  }

  /** Address to clone from; a folder. */
  pathOf(repository: string): string {
    return join(this.folder, `${repository}.git`);
  }

  get origin(): string {
    return this.pathOf(this.main);
  }

  has(repository: string): boolean {
    return existsSync(this.pathOf(repository));
  }

  fork(repository: string): void {
    this.create(repository);
    const objects = join(this.pathOf(repository), 'objects');
    rmSync(objects, { recursive: true });
    symlinkSync(join(this.origin, 'objects'), objects);
  }

  remove(repository: string): void {
    rmSync(this.pathOf(repository), { recursive: true });
  }

  /** The next pushes to main find that it has moved meanwhile: to each of these commits in turn. */
  race(...commits: readonly string[]): void {
    const hook = join(this.origin, 'hooks/pre-receive');
    writeFileSync(hook, RACE);
    chmodSync(hook, 0o755);
    writeFileSync(join(this.origin, 'race'), commits.map((sha) => `${sha}\n`).join(''));
  }

  git(
    args: readonly string[],
    { repository = this.main, input = '', env = {} as Record<string, string> } = {},
  ): string {
    return execFileSync('git', [...args], {
      cwd: this.pathOf(repository),
      env: { ...this.environment(), ...env },
      input,
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 1 << 28,
    }).replace(/\n$/, '');
  }

  /** Like `git`, undefined when git says no. */
  maybe(args: readonly string[], repository = this.main): string | undefined {
    return this.raw(args, repository)?.trim();
  }

  tip(branch: string, repository = this.main): string | undefined {
    if (!this.has(repository)) return undefined;
    return this.maybe(['rev-parse', '--verify', '-q', `refs/heads/${branch}`], repository);
  }

  setRef(ref: string, sha: string, repository = this.main): void {
    this.git(['update-ref', ref, sha], { repository });
  }

  textAt(commit: string, path: string): string | undefined {
    return this.raw(['cat-file', 'blob', `${commit}:${path}`]);
  }

  /** Puts a commit on a branch, whatever was there, and returns its id. */
  commit({ repository, branch, from, message, author, edits }: CommitRequest): string {
    const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
    const when = `${Date.parse(this.clock.now) / 1000} +0000`;
    const lines = [`commit refs/heads/${branch}\nmark :1\n`];
    for (const role of ['author', 'committer']) lines.push(`${role} ${author.name} <${author.email}> ${when}\n`);
    lines.push(data(message), from === undefined ? '' : `from ${from}\n`);
    for (const [path, text] of Object.entries(edits))
      lines.push(text === null ? `D ${quoted(path)}\n` : `M 100644 inline ${quoted(path)}\n${data(text)}`);
    lines.push('get-mark :1\n');
    return this.git(['fast-import', '--quiet', '--force'], { repository, input: lines.join('') });
  }

  /** A commit of a tree that is there already. */
  commitTree(tree: string, parents: readonly string[], message: string, by: Pick<CommitData, 'author' | 'committer'>) {
    const env: Record<string, string> = {};
    for (const [role, { name, email, date }] of Object.entries(by)) {
      const prefix = `GIT_${role.toUpperCase()}`;
      Object.assign(env, { [`${prefix}_NAME`]: name, [`${prefix}_EMAIL`]: email, [`${prefix}_DATE`]: date });
    }
    const from = parents.flatMap((parent) => ['-p', parent]);
    return this.git(['commit-tree', tree, ...from, '-F', '-'], { input: message, env });
  }

  /** Tree of two commits merged; undefined when they conflict. */
  mergedTree(ours: string, theirs: string): string | undefined {
    return this.maybe(['merge-tree', '--write-tree', ours, theirs])?.split('\n')[0];
  }

  /** Commits of a range or list, the earliest first. */
  commits(...range: readonly string[]): readonly CommitData[] {
    const format = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'].join('%x00');
    const out = this.git(['log', '-z', '--reverse', '--topo-order', `--format=${format}%x00`, ...range]);
    const fields = out.split('\0');
    const all: CommitData[] = [];
    for (let at = 0; at + 10 <= fields.length; at += 11) {
      const [sha, tree, parents, an, ae, ad, cn, ce, cd, message] = fields.slice(at, at + 10) as Ten;
      all.push({
        sha: sha.trim(),
        tree,
        parents: parents === '' ? [] : parents.split(' '),
        author: { name: an, email: ae, date: moment(ad) },
        committer: { name: cn, email: ce, date: moment(cd) },
        message: message.trimEnd(),
      });
    }
    return all;
  }

  private create(repository: string): void {
    mkdirSync(this.pathOf(repository), { recursive: true });
    this.git(['init', '-q', '--bare', '-b', 'main', '.'], { repository, env: { GIT_TEMPLATE_DIR: '' } });
    mkdirSync(join(this.pathOf(repository), 'hooks'), { recursive: true });
    const settings =
      '[uploadpack]\n\tallowAnySHA1InWant = true\n\tallowFilter = true\n[gc]\n\tauto = 0\n[receive]\n\tautogc = false\n';
    writeFileSync(join(this.pathOf(repository), 'config'), `[core]\n\tbare = true\n${settings}`);
  }

  private raw(args: readonly string[], repository = this.main): string | undefined {
    const options = {
      cwd: this.pathOf(repository),
      env: this.environment(),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    } as const;
    const { status, stdout } = spawnSync('git', [...args], options);
    return status === 0 ? stdout : undefined;
  }

  private environment(): Record<string, string> {
    return { PATH: process.env.PATH ?? '', HOME: this.folder, LC_ALL: 'C', GIT_CONFIG_NOSYSTEM: '1' };
  }
}

type Ten = [string, string, string, string, string, string, string, string, string, string];

const moment = (date: string): string => `${new Date(date).toISOString().slice(0, 19)}Z`;

const quoted = (path: string): string => JSON.stringify(path);
