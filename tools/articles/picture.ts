/** Whether bytes are the picture that a file's name says. */
import { safeSvg } from '../render/svg.ts';

type Bytes = Uint8Array;

const latin = (bytes: Bytes, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** By ending, how files of a kind begin. */
const KINDS: Readonly<Record<string, (bytes: Bytes) => boolean>> = {
  png: (bytes) => latin(bytes, 1, 4) === 'PNG',
  jpg: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8,
  jpeg: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8,
  gif: (bytes) => latin(bytes, 0, 4) === 'GIF8',
  webp: (bytes) => latin(bytes, 8, 12) === 'WEBP',
  avif: (bytes) => latin(bytes, 4, 8) === 'ftyp',
};

/**
 * What is wrong with a picture; undefined if nothing is.
 *
 * @param bytes undefined if there is no such file
 */
export function pictureProblem(path: string, bytes: Bytes | undefined): string | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  if (ending !== 'svg' && !Object.hasOwn(KINDS, ending))
    return `expected a picture: ${Object.keys(KINDS).join(', ')} or svg`;
  if (bytes === undefined) return 'there is no such file';
  if (ending !== 'svg') return KINDS[ending]?.(bytes) ? undefined : `it is no ${ending} file, whatever its name says`;
  const svg = safeSvg(new TextDecoder().decode(bytes));
  return 'refused' in svg ? svg.refused : undefined;
}
