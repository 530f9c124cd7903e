/**
 * Reads the files of a manual as text: upstream's own, else those that upstream generates at build time.
 * Each trouble with a file is one finding.
 */
import { posix } from 'node:path';
import { generateFile } from './generated/index.ts';
import type { Finding, Position } from './types.ts';

/** Files of an upstream tree, by path from the repository's root. */
export interface SourceTree {
  /** undefined when there is no such file */
  read(path: string): Uint8Array | undefined;
  /** paths of all files anywhere below a folder, sorted */
  list(folder: string): readonly string[];
  /** symbolic links and submodules are never followed */
  isLink(path: string): boolean;
}

/** The manual's folder in the repository. */
export const MANUAL_FOLDER = 'doc/src/sgml';

export interface ManualFiles {
  /** Text of a file of the manual's folder, with LF line ends and without byte order mark. */
  load(path: string, from: Position): string | undefined;
  /** Bytes of a file beside the text, such as a figure. */
  bytes(path: string): Uint8Array | undefined;
}

/** @param report receives each finding */
export function manualFiles(tree: SourceTree, report: (finding: Finding) => void): ManualFiles {
  const decode = (path: string, shownAs: string): string | undefined => {
    const bytes = tree.read(path);
    if (bytes === undefined) return undefined;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
    } catch {
      report({
        file: shownAs,
        line: lineOfBadByte(bytes),
        severity: 'error',
        rule: 'docbook/encoding',
        message: 'the file is not valid UTF-8 from this line on',
      });
      return '';
    }
  };
  const generated = (path: string): string | undefined => {
    const file = generateFile(
      path,
      (input) => decode(input, input),
      (folder) => namesIn(tree, folder),
    );
    for (const finding of file?.findings ?? []) report(finding);
    return file?.text;
  };
  const load = (path: string, from: Position): string | undefined => {
    const full = posix.join(MANUAL_FOLDER, path);
    const fail = (rule: string, message: string) => report({ ...from, severity: 'error', rule, message });
    if (tree.isLink(full)) {
      fail('docbook/entity-outside', `${path} is a symbolic link; expected a file inside the manual's folder`);
      return undefined;
    }
    const text = decode(full, path) ?? generated(path);
    if (text === undefined) fail('docbook/missing-file', `the file ${path} does not exist in ${MANUAL_FOLDER}`);
    return text;
  };
  return {
    load,
    bytes: (path) => {
      const full = posix.join(MANUAL_FOLDER, path);
      return tree.isLink(full) ? undefined : tree.read(full);
    },
  };
}

/** Names of the files that stand in a folder itself. */
function namesIn(tree: SourceTree, folder: string): string[] {
  const names = tree.list(folder).map((path) => path.slice(folder.length + 1));
  return names.filter((name) => !name.includes('/'));
}

/** Line, from 1, of the first byte that is not UTF-8. */
function lineOfBadByte(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    const slice = bytes.subarray(start, end < 0 ? bytes.length : end);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(slice);
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
    line++;
  }
}
