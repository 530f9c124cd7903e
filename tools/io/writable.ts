/** Looks, before anything is written, whether each file of a transaction has a place that may be written. */
import { accessSync, constants, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure.ts';
import { diskFailure } from './disk-failure.ts';
import { safeJoin } from './safe-join.ts';

/**
 * @param willBeFile whether the transaction itself makes a path a file (true) or removes it (false)
 * @throws Failure(2) for a folder in the file's place, a file in its folder's place, or what may not be written:
 *   each would stop the transaction after its commit
 */
export function requirePlace(root: string, path: string, willBeFile: (path: string) => boolean | undefined): void {
  if (lookAt(safeJoin(root, path))?.isDirectory()) {
    throw new Failure(2, `${path}: a folder stands where the file is to be written`);
  }
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    if (willBeFile(parent) ?? lookAt(safeJoin(root, parent))?.isFile()) {
      throw new Failure(2, `${path}: ${parent} is a file where a folder is to be made`);
    }
  }
}

/** @throws Failure(2) if a file, or the nearest folder above it that exists, may not be written */
export function requireWritable(root: string, path: string): void {
  requireAccess(root, path);
  let parent = dirname(path);
  while (parent !== '.' && lookAt(safeJoin(root, parent)) === undefined) parent = dirname(parent);
  requireAccess(root, parent);
}

function requireAccess(root: string, path: string): void {
  try {
    accessSync(path === '.' ? root : safeJoin(root, path), constants.W_OK);
  } catch (error) {
    // A file that is to be made, or a name in the place of a folder that makes way.
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return;
    throw diskFailure(error, path, 'Nothing was written');
  }
}

function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
