/** Reads the body of an answer, no more of it than is allowed. */
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

/** The answer ended before its end, or is not what it says it is; asked again, it may come whole. */
export class Damaged extends Error {}

/** The body has more bytes than were allowed. */
export class TooLarge extends Error {}

/**
 * @param most bytes; what content-length says is believed only where it says more than that
 * @throws TooLarge, with no more than `most` bytes and one chunk read
 * @throws Damaged when the connection is lost on the way
 */
export async function readBody({ body, headers }: Response, most: number): Promise<Buffer> {
  if (body === null) return Buffer.alloc(0);
  if (Number(headers.get('content-length') ?? 0) > most) {
    await body.cancel();
    throw new TooLarge();
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    // Leaving the loop ends the download.
    for await (const chunk of Readable.fromWeb(body as ReadableStream<Uint8Array>)) {
      size += chunk.length;
      if (size > most) throw new TooLarge();
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof TooLarge) throw cause;
    throw new Damaged('the connection was lost in the middle of the answer', { cause });
  }
  return Buffer.concat(chunks);
}

/**
 * Text of a body that claims to be JSON.
 *
 * @throws Damaged if it is none
 */
export function jsonText(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new Damaged('JSON expected; the answer is cut off, or not from GitHub', { cause });
  }
  return text;
}
