/** Reads a zip archive that anybody may have made: exactly one file of a known name, and no more of it than allowed. */
import { fromBufferPromise, type ZipFile } from 'yauzl';
import { Failure } from '../failure.ts';

export interface Expected {
  /** Name of the one file; a folder, a path or a second file is refused. */
  readonly name: string;
  /** Bytes of the file at most. */
  readonly most: number;
}

/**
 * The bytes of the one file in an archive.
 *
 * @throws Failure(1) for anything that is no archive, other or more files than the one, or a file of more bytes than
 *   allowed, whatever size the archive claims; no more than that is ever inflated
 */
export async function onlyFile(archive: Uint8Array, { name, most }: Expected): Promise<Buffer> {
  try {
    const buffer = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
    return await read(zip, name, most);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    // What the archive says of itself is not repeated: it may be anything.
    throw new Failure(1, 'the artifact is no zip archive that can be read', { cause });
  }
}

async function read(zip: ZipFile, name: string, most: number): Promise<Buffer> {
  if (zip.entryCount !== 1)
    throw new Failure(1, `the artifact holds ${zip.entryCount} files; exactly one expected, ${name}`);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== name) throw new Failure(1, `the artifact's file has another name than ${name}`);
    const stream = await zip.openReadStreamPromise(entry);
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const piece of stream as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > most) {
        stream.destroy();
        throw tooLarge(most);
      }
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  }
  throw new Failure(1, `the artifact holds no file; exactly one expected, ${name}`);
}

const tooLarge = (most: number) => new Failure(1, `the artifact's file is larger than ${most} bytes`);
