/** Writes a zip archive file by file: the same files give the same bytes, on any machine, in any time zone, at any time. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export interface ZipEntry {
  /** With `/` between its names; one that is absolute or leads upwards is refused. */
  readonly path: string;
  /** Asked for when it is the entry's turn, so that one file is held at a time. */
  read(): Promise<Uint8Array>;
}

/** An archive keeps the time on the wall, so midnight is the same everywhere. */
const MIDNIGHT = new Date(2000, 0, 1);

/** @param entries in the order in which they are to stand @throws for a path that leads out of the archive */
export async function writeZip(file: string, entries: readonly ZipEntry[]): Promise<void> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_, reject) => zip.on('error', reject));
  const options = { mtime: MIDNIGHT, mode: 0o100644, forceDosTimestamp: true, compressionLevel: 6 };
  for (const { path, read } of entries)
    zip.addReadStreamLazy(path, options, (done) => {
      read().then(
        (bytes) => done(undefined, Readable.from([bytes])),
        (error: unknown) => zip.emit('error', error),
      );
    });
  zip.end();
  await Promise.race([pipeline(zip.outputStream, createWriteStream(file)), failed]);
}
