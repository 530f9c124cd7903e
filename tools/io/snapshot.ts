/** What the files of a folder held at a moment, so that an edit made after it can be told. */
import { createHash } from 'node:crypto';
import { listFiles, readBytes } from './files.ts';

export interface Snapshot {
  /** The folder that it covers whole, relative to the workspace. */
  readonly folder: string;
  /** Digests of its files by their paths in the workspace. */
  readonly digests: ReadonlyMap<string, string>;
}

/** To be taken before the files are read for a plan: what is edited in between counts as edited, never as read. */
export async function takeSnapshot(root: string, folder: string): Promise<Snapshot> {
  const digests = new Map<string, string>();
  for (const path of await listFiles(root, folder)) {
    const digest = digestOf(readBytes(root, path));
    if (digest !== null) digests.set(path, digest);
  }
  return { folder, digests };
}

/**
 * Digest of a file in a snapshot; null where there was none.
 *
 * @returns undefined for a file that the snapshot does not cover
 */
export function digestIn({ folder, digests }: Snapshot, path: string): string | null | undefined {
  return path.startsWith(`${folder}/`) ? (digests.get(path) ?? null) : undefined;
}

/** SHA-256 of a file's bytes; null where there is none. */
export function digestOf(bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : createHash('sha256').update(bytes).digest('hex');
}
