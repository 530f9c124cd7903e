/** Reads PO files from a folder or a file that a person has named; nothing in them leads to another file. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Failure } from '../failure.ts';
import { listFiles, readText } from '../io/files.ts';
import { headerProblem } from '../po/header.ts';
import type { NamedPo } from '../po/merge.ts';
import { readPo } from '../po/read.ts';

/** The whole manual in one file has some 40 MB. */
const LARGEST = 256 * 1024 * 1024;

/**
 * The PO files of a folder, or the one file, in order of their paths.
 *
 * @param from absolute path
 * @throws Failure(2) when there is none, or naming each that is too large, not UTF-8, or of another language
 */
export async function readPoFiles(from: string, language: string): Promise<NamedPo[]> {
  if (!existsSync(from)) throw new Failure(2, `--from: there is no file or folder ${from}`);
  const paths = statSync(from).isDirectory() ? await pathsBelow(from) : [''];
  if (paths.length === 0) throw new Failure(2, `--from: no .po file in ${from}; \`pgdoc export --out\` writes them`);
  const problems: string[] = [];
  const files = paths.flatMap((path) => {
    try {
      return [path === '' ? readOne(dirname(from), basename(from), language) : readOne(from, path, language)];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push(error.message);
      return [];
    }
  });
  if (problems.length > 0) throw new Failure(2, `${problems.join('\n')}\nNothing was written.`);
  return files;
}

/** One PO file, undefined when it is not there; errors as `readPoFiles`. */
export function readPoFile(root: string, path: string, language: string): NamedPo | undefined {
  return existsSync(`${root}/${path}`) ? readOne(root, path, language) : undefined;
}

function readOne(root: string, path: string, language: string): NamedPo {
  const { size } = statSync(`${root}/${path}`);
  if (size > LARGEST)
    throw new Failure(2, `${path}: ${size} bytes; a PO file of at most ${LARGEST} expected. Split it with msggrep`);
  const po = readPo(readText(root, path) ?? '');
  const problem = headerProblem(po.header, language);
  if (problem !== undefined) throw new Failure(2, `${path}: ${problem}`);
  return { file: path, page: basename(path, '.po'), po };
}

/** Relative to the folder, sorted; hidden folders such as .git are passed over. */
async function pathsBelow(folder: string): Promise<string[]> {
  const top = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  const nested = top.filter((entry) => entry.isDirectory()).map(({ name }) => listFiles(folder, name));
  const paths = [
    ...top.filter((entry) => entry.isFile()).map(({ name }) => name),
    ...(await Promise.all(nested)).flat(),
  ];
  return paths.filter((path) => path.endsWith('.po')).sort();
}
