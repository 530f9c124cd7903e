/**
 * Where the English comes from: tells a git URL, a bundle and a plain folder apart, and says where the cache is.
 * Nothing is fetched here.
 */
import { existsSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { type GitOptions, withoutPasswords } from './git.ts';
import type { Progress } from './progress.ts';
import { safeJoin } from './safe-join.ts';

/** The file without which a tree is not PostgreSQL's documentation. */
export const MANUAL = 'doc/src/sgml/postgres.sgml';

export interface Upstream {
  /** `git`: fetched piece by piece · `bundle`: a git bundle, taken whole · `folder`: no git at all. */
  readonly kind: 'git' | 'bundle' | 'folder';
  /** What git takes as a remote, or the folder's path. */
  readonly location: string;
  /** The location for messages: as it was written, without passwords. */
  readonly label: string;
  /** The bare repository that keeps what was fetched. */
  readonly cache: string;
  /** The workspace. */
  readonly root: string;
  /** Files and folders of upstream that are wanted, such as `doc/src/sgml`. */
  readonly paths: readonly string[];
  readonly env: GitOptions['env'];
  readonly onProgress: Progress | undefined;
}

export interface UpstreamOptions {
  readonly root: string;
  /** As project.yml has it; a path is relative to the workspace. */
  readonly upstream: string;
  readonly paths: readonly string[];
  readonly env: GitOptions['env'];
  readonly onProgress?: Progress | undefined;
}

/**
 * Tells what kind of upstream it is.
 *
 * @throws Failure(3) for a path with nothing there, a file that is no bundle, a folder without the manual
 */
export async function openUpstream({ root, upstream, paths, env, onProgress }: UpstreamOptions): Promise<Upstream> {
  const cache = safeJoin(root, '.cache/upstream.git');
  const label = withoutPasswords(upstream);
  const common = { label, cache, root, paths, env, onProgress };
  const local = localPath(root, upstream, env.HOME);
  if (local === undefined) return { kind: 'git', location: upstream, ...common };
  const found = statSync(local, { throwIfNoEntry: false });
  // What was fetched serves without the place that it came from.
  if (found === undefined && existsSync(cache)) return { kind: 'git', location: local, ...common };
  if (found === undefined) {
    throw new Failure(
      3,
      `upstream ${label}: there is no file or folder ${local}; a git URL, a bundle or a folder expected`,
    );
  }
  if (found.isDirectory()) {
    const repository =
      existsSync(join(local, '.git')) || ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(local, name)));
    if (repository) return { kind: 'git', location: local, ...common };
    if (existsSync(join(local, MANUAL))) return { kind: 'folder', location: local, ...common };
    throw new Failure(3, `upstream ${label}: the folder is no git repository and holds no ${MANUAL}`);
  }
  if (!(await isBundle(local))) {
    throw new Failure(3, `upstream ${label}: the file is no git bundle; \`git bundle create FILE --all\` makes one`);
  }
  return { kind: 'bundle', location: local, ...common };
}

/** The path that an upstream names, or undefined if it is a URL that git has to fetch. */
function localPath(root: string, upstream: string, home: string | undefined): string | undefined {
  // git's rule: `host:path` is an address unless a slash stands before the colon.
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(upstream) || /^[^/\\]{2,}:/.test(upstream)) return undefined;
  return upstream.startsWith('~/') && home !== undefined ? join(home, upstream.slice(2)) : resolve(root, upstream);
}

async function isBundle(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return /^# v[0-9]+ git bundle\n/.test(buffer.subarray(0, bytesRead).toString('latin1'));
  } finally {
    await file.close();
  }
}
