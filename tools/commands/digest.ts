/** Digests of what a build is made from: the same digest, the same bytes. */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';

/** SHA-256 of parts, each told apart from its neighbours; 32 hex digits. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 32);
}

/** Of pgdoc itself: after a change to the tool nothing that an earlier one made is used again. */
export async function toolDigest(toolRoot: string): Promise<string> {
  const files = await glob(['tools/**', '.vitepress/**', 'package-lock.json'], { cwd: toolRoot, dot: true });
  const states = files.sort().map(async (file) => {
    const { size, mtimeMs } = await stat(join(toolRoot, file));
    return `${file} ${size} ${mtimeMs}`;
  });
  return digestOf(...(await Promise.all(states)));
}
