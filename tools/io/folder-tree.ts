/** A plain folder as upstream: the same tree as a commit gives, pinned by a digest of its contents. */
import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Failure } from '../failure.ts';
import { type SourceTree, sourceTree } from './source-tree.ts';
import type { Upstream } from './upstream.ts';

interface Contents {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly links: ReadonlySet<string>;
}

/**
 * What stands for a commit: `folder-` and 40 hex digits over all wanted paths and their contents.
 *
 * @param paths wanted files and folders, relative to `folder`; those that are missing are passed over
 * @throws Failure(3) if one of them is reached through a link that leads out of the folder
 */
export async function folderId(folder: string, paths: readonly string[]): Promise<string> {
  return digest(await readContents(folder, paths));
}

/** @throws Failure(3) if the folder has changed since it was pinned */
export async function checkFolder(upstream: Upstream, commit: string): Promise<void> {
  await openFolder(upstream, commit);
}

/**
 * Reads the wanted files. Links are flagged, never read.
 *
 * @throws Failure(3) if the folder's contents are not those that `commit` stands for
 */
export async function openFolder(upstream: Upstream, commit: string): Promise<SourceTree> {
  const contents = await readContents(upstream.location, upstream.paths);
  if (digest(contents) !== commit) {
    throw new Failure(
      3,
      `the upstream folder ${upstream.label} has changed since it was pinned as ${commit}; sync takes it over`,
    );
  }
  return sourceTree(contents.files, contents.links);
}

/**
 * Reads all files of a folder that is no upstream, such as another translation; hidden ones are passed over.
 *
 * @throws Failure(2) if there is no such folder
 */
export async function readFolder(folder: string): Promise<SourceTree> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new Failure(2, `${folder} cannot be read: a folder with .sgml files expected`, { cause });
  });
  const { files, links } = await readContents(
    folder,
    names.filter((name) => !name.startsWith('.')),
  );
  return sourceTree(files, links);
}

async function readContents(folder: string, paths: readonly string[]): Promise<Contents> {
  const root = await realpath(folder);
  const files = new Map<string, Uint8Array>();
  const links = new Set<string>();
  const visit = async (path: string): Promise<void> => {
    const full = join(root, path);
    const found = await lstat(full).catch(() => undefined);
    if (found?.isSymbolicLink()) links.add(path);
    else if (found?.isFile()) files.set(path, await readFile(full));
    else if (found?.isDirectory()) {
      for (const name of await readdir(full)) await visit(`${path}/${name}`);
    }
  };
  for (const path of paths) {
    const real = await realpath(join(root, path)).catch(() => undefined);
    if (real !== undefined && !real.startsWith(root + sep)) {
      throw new Failure(3, `upstream ${folder}: ${path} is a link that leads out of it, to ${real}`);
    }
    await visit(path);
  }
  return { files, links };
}

function digest({ files, links }: Contents): string {
  const hash = createHash('sha256');
  for (const path of [...files.keys(), ...links].sort()) {
    const bytes = files.get(path);
    hash.update(`${path}\0${bytes === undefined ? 'link' : bytes.length}\0`);
    if (bytes !== undefined) hash.update(bytes);
  }
  return `folder-${hash.digest('hex').slice(0, 40)}`;
}
