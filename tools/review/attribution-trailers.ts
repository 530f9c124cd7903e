/**
 * Co-authors that a commit's message names: lines `Co-authored-by: NAME <ADDRESS>` of its last paragraph, as git and
 * GitHub take them. What they say is anybody's word.
 * https://docs.github.com/pull-requests/committing-changes-to-your-project/creating-and-editing-commits/creating-a-commit-with-multiple-authors
 */
import type { Person } from '../ledger/types.ts';

export interface Trailer {
  readonly name: string;
  /** In lower case. */
  readonly email: string;
}

/** Characters; a longer line names nobody. The expression's time grows with their square. */
const LONGEST_LINE = 1000;
const TRAILER = /^co-authored-by:([^<>]*)<([^<>\s]+@[^<>\s]+)>[ \t]*$/i;

/** In the order in which they stand; the subject, which is the first paragraph, holds none. */
export function coAuthorsOf(message: string): Trailer[] {
  const lines = message.replace(/\r\n?/g, '\n').split('\n');
  while (lines.at(-1)?.trim() === '') lines.pop();
  const blank = lines.findLastIndex((line) => line.trim() === '');
  // A message without a subject begins with its blank lines.
  if (lines.slice(0, Math.max(blank, 0)).every((line) => line.trim() === '')) return [];
  return lines.slice(blank + 1).flatMap((line) => {
    const [, name, email] = (line.length > LONGEST_LINE ? undefined : TRAILER.exec(line)) ?? [];
    return name === undefined || email === undefined ? [] : [{ name: name.trim(), email: email.toLowerCase() }];
  });
}

const PRIVATE = /^([1-9]\d{0,14})\+([a-z0-9][\w-]{0,90}(?:\[bot\])?)@users\.noreply\.[\w.-]+$/i;

/** The account that an address of the form `ID+LOGIN@users.noreply.github.com` names. */
export function accountOf(email: string): Person | undefined {
  const [, id, login] = PRIVATE.exec(email) ?? [];
  return id === undefined || login === undefined ? undefined : { login, id: Number(id) };
}
