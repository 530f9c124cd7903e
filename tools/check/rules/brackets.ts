/** Brackets or quotes that do not close in the target although they do in the source. */
import { perLanguage } from '../per-language.ts';
import type { Remark, Rule } from '../types.ts';

const ASCII: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
];

/** Half-width and full-width ones of a kind close each other here: punctuation-width speaks of those. */
const prepared = perLanguage(({ punctuation }) =>
  pairing([...ASCII, ...(punctuation?.pairs ?? [])], new Map(Object.entries(punctuation?.fullWidth ?? {}))),
);
const english = pairing([...ASCII, ['\u201C', '\u201D']]);

interface Pairing {
  /** The closing mark of an opening one. */
  readonly closingOf: ReadonlyMap<string, string>;
  /** One name for closing marks of all widths. */
  readonly kindOf: ReadonlyMap<string, string>;
  readonly pattern: RegExp;
}

/** A pair of the same mark twice, as straight quotes are, has no direction and is left out. */
function pairing(
  pairs: readonly (readonly [string, string])[],
  wide: ReadonlyMap<string, string> = new Map(),
): Pairing {
  const used = pairs.filter(([opening, closing]) => opening !== closing);
  const marks = used.flat().map((mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const kindOf = new Map(used.map(([, closing]) => [closing, wide.get(closing) ?? closing]));
  return { closingOf: new Map(used), kindOf, pattern: new RegExp(`[${marks.join('')}]`, 'g') };
}

export const brackets: Rule = {
  name: 'brackets',
  severity: 'warning',
  *check({ prose, sourceProse }, { language }): Iterable<Remark> {
    const pairs = prepared(language);
    if (prose.search(pairs.pattern) < 0) return;
    const loose = looseMarks(prose, pairs);
    if (loose.length === 0 || looseMarks(sourceProse, english).length > 0) return;
    for (const { mark, from } of loose) {
      const closing = pairs.closingOf.get(mark);
      const message =
        closing === undefined
          ? `"${mark}" closes what nothing opens`
          : `"${mark}" is not closed; expected "${closing}"`;
      yield { message, from, to: from + 1 };
    }
  },
};

interface Mark {
  readonly mark: string;
  readonly from: number;
}

/** Marks without a partner. A mark that closes an outer pair leaves what is open inside alone. */
function looseMarks(prose: string, { closingOf, kindOf, pattern }: Pairing): Mark[] {
  const open: (Mark & { readonly kind: string })[] = [];
  const loose: Mark[] = [];
  const waiting = new Map<string, number>();
  const wait = (kind: string, by: number) => waiting.set(kind, (waiting.get(kind) ?? 0) + by);
  for (const { 0: mark, index: from } of prose.matchAll(pattern)) {
    const closing = closingOf.get(mark);
    const kind = kindOf.get(closing ?? mark) ?? mark;
    if (closing !== undefined) {
      open.push({ mark, from, kind });
      wait(kind, 1);
    } else if ((waiting.get(kind) ?? 0) === 0) loose.push({ mark, from });
    else {
      for (let last = open.pop(); last; last = open.pop()) {
        wait(last.kind, -1);
        if (last.kind === kind) break;
        loose.push(last);
      }
    }
  }
  return [...loose, ...open].sort((a, b) => a.from - b.from);
}
