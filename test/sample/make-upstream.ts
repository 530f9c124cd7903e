/**
 * Makes the sample's upstream: a bare git repository with the branches and tags of postgres.git, from the files in
 * upstream/. People, dates and order are fixed, so that every commit has the same id wherever it is made.
 *
 *     node --import tsx test/sample/make-upstream.ts DIR
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Release, releaseFiles, releases } from './releases.ts';

interface Commit {
  readonly parent: string | undefined;
  readonly release: Release;
  readonly subject: string;
  readonly date: string;
  /** Branches and tags whose newest commit this is. */
  readonly branches?: readonly string[];
  readonly tag?: { readonly name: string; readonly annotated: boolean };
}

/** By a name used here only. Upstream tags releases with notes (annotated) and some candidates without. */
const history: Readonly<Record<string, Commit>> = {
  two: {
    parent: undefined,
    release: '2.1',
    subject: 'Stamp 2.1.',
    date: '2025-08-18T20:10:00+0000',
    branches: ['REL_2_STABLE'],
    tag: { name: 'REL_2_1', annotated: true },
  },
  candidate: {
    parent: 'two',
    release: '3.0',
    subject: 'Stamp 3rc1.',
    date: '2026-01-12T20:30:00+0000',
    tag: { name: 'REL_3_RC1', annotated: false },
  },
  three: {
    parent: 'candidate',
    release: '3.0',
    subject: 'Stamp 3.0.',
    date: '2026-01-26T20:20:00+0000',
    tag: { name: 'REL_3_0', annotated: false },
  },
  threeOne: {
    parent: 'three',
    release: '3.1',
    subject: 'Stamp 3.1.',
    date: '2026-05-11T20:15:00+0000',
    tag: { name: 'REL_3_1', annotated: true },
  },
  afterThreeOne: {
    parent: 'threeOne',
    release: '3.1',
    subject: 'Sweep the workshop after the release.',
    date: '2026-05-12T08:00:00+0000',
    branches: ['REL_3_STABLE'],
  },
  next: {
    parent: 'three',
    release: 'master',
    subject: 'Stamp HEAD as 4devel.',
    date: '2026-06-30T12:00:00+0000',
    branches: ['master'],
  },
};

/** File in the repository that says from which files it was made. */
const STATE = 'sample-state';

/**
 * Makes the repository, or nothing if it is there and made from the same files.
 *
 * @throws Error when `dir` is something else than a repository made here
 */
export async function makeUpstream(dir: string): Promise<void> {
  const target = resolve(dir);
  const state = await stateOfFiles();
  if (existsSync(target)) {
    const found = await stateOf(target);
    if (found === state) return;
    if (found === undefined && (await readdir(target)).length > 0) {
      throw new Error(`${dir} is not the sample's repository; expected a new or an empty folder`);
    }
  }
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    await build(work);
    await writeFile(join(work, STATE), state);
    await rm(target, { recursive: true, force: true });
    await rename(work, target);
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    // Another process may have made the same repository in the meantime.
    if ((await stateOf(target)) !== state) throw error;
  }
}

function stateOf(repository: string): Promise<string | undefined> {
  return readFile(join(repository, STATE), 'utf8').catch(() => undefined);
}

async function stateOfFiles(): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(history));
  for (const release of releases) {
    for (const [path, content] of await releaseFiles(release)) hash.update(`${release}\0${path}\0`).update(content);
  }
  return `${hash.digest('hex')}\n`;
}

async function build(repository: string): Promise<void> {
  await git(repository, ['init', '--quiet', '--bare', '--initial-branch=master', '.']);
  // Fetching single commits and leaving files out is what servers of git allow.
  await git(repository, ['config', 'uploadpack.allowFilter', 'true']);
  await git(repository, ['config', 'uploadpack.allowAnySHA1InWant', 'true']);
  const trees = new Map<Release, string>();
  for (const release of releases) trees.set(release, await writeTree(repository, release));
  const ids = new Map<string, string>();
  for (const [name, commit] of Object.entries(history)) {
    const parent = commit.parent === undefined ? [] : ['-p', ids.get(commit.parent)!];
    const environment = people(commit.date);
    const id = await git(repository, ['commit-tree', ...parent, '-F', '-', trees.get(commit.release)!], {
      input: `${commit.subject}\n`,
      environment,
    });
    ids.set(name, id);
    for (const branch of commit.branches ?? []) await git(repository, ['update-ref', `refs/heads/${branch}`, id]);
    if (commit.tag) {
      const note = commit.tag.annotated ? ['-a', '-m', commit.subject.replace('Stamp', 'Tag')] : [];
      await git(repository, ['tag', ...note, commit.tag.name, id], { environment });
    }
  }
}

/** Writes a release's files and folders, and returns the id of its tree. */
async function writeTree(repository: string, release: Release): Promise<string> {
  const environment = { GIT_INDEX_FILE: join(repository, `index-${release}`) };
  const entries: string[] = [];
  for (const [path, content] of await releaseFiles(release)) {
    const blob = await git(repository, ['hash-object', '-w', '--stdin'], { input: content });
    entries.push(`100644 ${blob}\t${path}\n`);
  }
  await git(repository, ['update-index', '--index-info'], { input: entries.join(''), environment });
  const tree = await git(repository, ['write-tree'], { environment });
  await rm(environment.GIT_INDEX_FILE);
  return tree;
}

function people(date: string): Readonly<Record<string, string>> {
  const person = { NAME: 'Ilona Kadar', EMAIL: 'ilona@tinyrow.example', DATE: date };
  const roles = ['AUTHOR', 'COMMITTER'];
  return Object.fromEntries(
    roles.flatMap((role) => Object.entries(person).map(([key, value]) => [`GIT_${role}_${key}`, value])),
  );
}

interface Call {
  readonly input?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs git without any configuration of the machine's or the user's; returns what it prints, trimmed. */
function git(repository: string, args: readonly string[], { input, environment }: Call = {}): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    HOME: repository,
    LC_ALL: 'C',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TEMPLATE_DIR: '',
    ...environment,
  };
  return new Promise((done, fail) => {
    const child = execFile('git', [...args], { cwd: repository, env }, (error, stdout, stderr) =>
      error ? fail(new Error(`git ${args[0]}: ${stderr}`, { cause: error })) : done(stdout.trim()),
    );
    child.stdin?.end(input);
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [dir] = process.argv.slice(2);
  if (dir === undefined) throw new Error('expected the folder to make: make-upstream.ts DIR');
  await makeUpstream(dir);
}
