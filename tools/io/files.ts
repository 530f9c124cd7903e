/** Reads files of a workspace: strict UTF-8, never outside its folder, every byte kept (a byte order mark and CRLF too). */
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import { safeJoin } from './safe-join.ts';

/**
 * Text of a file, or undefined if there is none.
 *
 * @param path relative to `root`; also the name that messages bear
 * @throws Failure(2) if it is not UTF-8, naming the line of the first bad byte, or cannot be read
 */
export function readText(root: string, path: string): string | undefined {
  const bytes = readBytes(root, path);
  return bytes === undefined ? undefined : decodeText(bytes, path);
}

/** Bytes of a file, or undefined if there is none; errors as `readText`. */
export function readBytes(root: string, path: string): Buffer | undefined {
  try {
    return readFileSync(safeJoin(root, path));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (code === 'EISDIR') throw new Failure(2, `${path}: a file expected, found a folder`, { cause });
    if (code === 'EACCES') throw new Failure(2, `${path}: not allowed to read it`, { cause });
    throw cause;
  }
}

/**
 * Texts of all files below a folder whose names end in `ending`, by their paths relative to `root`, sorted.
 *
 * @throws Failure(2) naming every file that is not UTF-8
 */
export async function readTexts(root: string, folder: string, ending: string): Promise<ReadonlyMap<string, string>> {
  const problems: string[] = [];
  const texts = new Map<string, string>();
  for (const path of await listFiles(root, folder)) {
    if (!path.endsWith(ending)) continue;
    try {
      texts.set(path, readText(root, path) ?? '');
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length > 0) throw new Failure(2, problems.join('\n'));
  return texts;
}

/** Paths, relative to `root`, of all files below a folder, sorted by code unit; links are passed over. None if there is no such folder. */
export async function listFiles(root: string, folder: string): Promise<readonly string[]> {
  const full = safeJoin(root, folder);
  if (!existsSync(full)) return [];
  const paths: string[] = [];
  const visit = async (path: string): Promise<void> => {
    for (const entry of await readdir(`${root}/${path}`, { withFileTypes: true })) {
      if (entry.isDirectory()) await visit(`${path}/${entry.name}`);
      else if (entry.isFile()) paths.push(`${path}/${entry.name}`);
    }
  };
  await visit(folder);
  return paths.sort();
}

/** Decodes UTF-8 and refuses anything else; `name` is what messages call the text. A byte order mark is kept. */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new Failure(2, `${name}:${badLine(bytes)}: not UTF-8; save the file as UTF-8`, { cause });
  }
}

/** No character of UTF-8 but the line feed itself holds its byte, so that lines can be tried one by one. */
function badLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(10, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
  }
}
