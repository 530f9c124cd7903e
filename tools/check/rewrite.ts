/**
 * Puts new targets into the text of a catalog, byte for byte the same elsewhere: line ends, blank lines and broken
 * entries stay. A flag that speaks of the old target speaks of the new one afterwards; a lapsed one stays lapsed.
 */
import type { Entry } from '../catalog/types.ts';
import { targetHash } from '../segment/key.ts';

export interface NewTarget {
  /** The entry as it was read from this text. */
  readonly entry: Entry;
  readonly target: string;
}

/** @returns the whole text with the new targets; an entry that was not read from it is a bug, and thrown */
export function rewriteTargets(text: string, changes: readonly NewTarget[]): string {
  const lines = text.split(/(?<=\n)/);
  const fromLast = changes.toSorted((a, b) => b.entry.line - a.entry.line);
  for (const { entry, target } of fromLast) {
    if (entry.targetLine === undefined) throw new Error(`@${entry.key} was not read from this text`);
    const at = entry.targetLine - 1;
    const count = entry.target.split('\n').length;
    const old = lines.slice(at, at + count);
    lines.splice(at, count, ...withLineEnds(target, lineEnd(lines[at - 1]), lineEnd(old.at(-1))));
    lines[entry.line] = withHash(lines[entry.line] as string, entry, target);
  }
  return lines.join('');
}

function withLineEnds(target: string, between: string, last: string): string[] {
  const lines = target.split('\n');
  return lines.map((line, at) => line + (at === lines.length - 1 ? last : between));
}

function lineEnd(line = ''): string {
  return /\r?\n$/.exec(line)?.[0] ?? '';
}

/** The marker's line with the hash of the new target in the flags that hold. */
function withHash(line: string, entry: Entry, target: string): string {
  const old = targetHash(entry.target);
  if (entry.stale?.target !== old && entry.machine?.target !== old) return line;
  return line.replace(
    new RegExp(`((?:^|\\s)target=)${old}(?=\\s|$)`, 'g'),
    (_, start: string) => `${start}${targetHash(target)}`,
  );
}
