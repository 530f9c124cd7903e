/** Words of the files that upstream's build writes into doc/src/sgml and that pgdoc writes itself. Types only. */
import type { Finding } from '../types.ts';

/** Reads a file of upstream by its path from the repository's root, such as `src/backend/utils/errcodes.txt`; undefined when there is none. */
export type ReadInput = (path: string) => string | undefined;

/** The names (no paths) of the files in a folder of upstream, sorted; empty when there is no such folder. */
export type ListInputs = (folder: string) => readonly string[];

export interface GeneratedFile {
  /** DocBook, as upstream's script prints it; entity references such as `&mdash;` are still in it. */
  readonly text: string;
  /** Input lines that were left out, each with the input's path from the repository's root. */
  readonly findings: readonly Finding[];
}

/** Writes one file from the inputs; undefined when an input that it cannot do without is missing. */
export type Generate = (read: ReadInput, list: ListInputs) => GeneratedFile | undefined;
