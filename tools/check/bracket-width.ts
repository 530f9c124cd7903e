/** Half-width brackets around words of a language that has full-width ones; see rules/punctuation-width.ts. */
import type { Remark } from './types.ts';

const OPERATOR_BEFORE = /[-+*/=<>^] ?$/;
const OPERATOR_AFTER = /^ ?[-+*/=<>^]/;

interface Open {
  readonly from: number;
  readonly wide: boolean;
  /** Whether a word of the language stood inside so far. */
  native: boolean;
}

/** @param wide half-width mark -> full-width one; its round brackets are what is looked at */
export function* bracketRemarks(
  prose: string,
  wide: ReadonlyMap<string, string>,
  isNative: (text: string, at: number) => boolean,
): Iterable<Remark> {
  const [opening, closing] = [wide.get('('), wide.get(')')];
  if (opening === undefined || closing === undefined || (!prose.includes('(') && !prose.includes(')'))) return;
  const open: Open[] = [];
  const found: Remark[] = [];
  for (let at = 0; at < prose.length; at++) {
    const character = prose.charAt(at);
    if (character === '(' || character === opening) open.push({ from: at, wide: character === opening, native: false });
    else if (character === ')' || character === closing) {
      const start = open.pop();
      if (!start) continue;
      const last = open.at(-1);
      if (last && start.native) last.native = true;
      const wide = character === closing;
      if (start.native && !(start.wide && wide)) {
        if (inFormula(prose, start.from, at)) continue;
        if (!start.wide) found.push(widened(prose, start.from, opening));
        if (!wide) found.push(widened(prose, at, closing));
      } else if (start.wide !== wide) {
        const [place, fix] = start.wide ? [start.from, '('] : [at, ')'];
        const message = `"${prose.charAt(start.from)}" is closed by "${character}"; expected "${fix}"`;
        found.push({ message, from: place, to: place + 1, fix });
      }
    } else {
      const last = open.at(-1);
      if (last && !last.native && isNative(prose, at)) last.native = true;
    }
  }
  yield* found.sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
}

/** Between operators, brackets group a calculation. */
function inFormula(prose: string, from: number, to: number): boolean {
  return (
    OPERATOR_BEFORE.test(prose.slice(Math.max(0, from - 2), from)) || OPERATOR_AFTER.test(prose.slice(to + 1, to + 3))
  );
}

/** A space outside the bracket goes with it: a full-width one brings its own. */
function widened(prose: string, at: number, fix: string): Remark {
  const mark = prose.charAt(at);
  const from = mark === '(' && prose.charAt(at - 1) === ' ' ? at - 1 : at;
  const to = mark === ')' && prose.charAt(at + 1) === ' ' ? at + 2 : at + 1;
  return { message: `half-width "${mark}" around words of the language; expected "${fix}"`, from, to, fix };
}
