/** Writes and renames that last when the machine stops. */
import { open, readFile, rename, rm } from 'node:fs/promises';

/** Moves a file over another one, which is there whole, old or new, at every moment. */
export async function moveInto(staged: string, target: string): Promise<void> {
  try {
    await rename(staged, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    // The cache lies on another disk: the last step is still a rename.
    const beside = `${target}.pgdoc-new`;
    try {
      await writeDurably(beside, await readFile(staged));
      await rename(beside, target);
    } catch (failed) {
      await rm(beside, { force: true }).catch(() => {});
      throw failed;
    }
    await rm(staged);
  }
}

/** Writes a file and waits until the disk has it. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes renames in a folder last; systems that cannot sync a folder do it themselves. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  if (handle === undefined) return;
  try {
    await handle.sync().catch(() => {});
  } finally {
    await handle.close();
  }
}
