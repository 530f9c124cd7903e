/**
 * Terms -> Glossary. The spellings of all terms stand in a tree by their words, so that a text is walked once and each
 * of its words looked up as often as the longest term has words, at most.
 */
import { inflectionsOf } from './inflect.ts';
import { jointOf, wordsOf } from './spelling.ts';
import type { Glossary, Term, TermPlace } from './types.ts';

/** The spelling that led here is a term's if one of these is set. */
interface Branch {
  readonly next: Map<string, Branch>;
  any: Term | undefined;
  /** Terms that hold for one way of writing capitals only, by that spelling. */
  exact: Map<string, Term> | undefined;
}

/** @param terms as they stand in the file; where an inflection is spelled as another term, the term has it */
export function glossaryOf(terms: readonly Term[]): Glossary {
  const root = newBranch();
  for (const term of terms) for (const form of [term.term, ...term.forms]) plant(root, form, term);
  for (const term of terms) for (const form of inflectionsOf(term)) plant(root, form, term);
  return { terms, find: (text) => find(root, text) };
}

function newBranch(): Branch {
  return { next: new Map(), any: undefined, exact: undefined };
}

function plant(root: Branch, form: string, term: Term): void {
  const { words, starts, ends } = wordsOf(form);
  let branch = root;
  let spelling = '';
  for (const [at, word] of words.entries()) {
    const joint = at === 0 ? '' : jointOf(form.slice(ends[at - 1], starts[at]));
    if (joint === undefined) return;
    const key = joint + word.toLowerCase();
    const next = branch.next.get(key) ?? newBranch();
    branch.next.set(key, next);
    branch = next;
    spelling += joint + word;
  }
  if (term.case === 'any') branch.any ??= term;
  else {
    branch.exact ??= new Map();
    if (!branch.exact.has(spelling)) branch.exact.set(spelling, term);
  }
}

function find(root: Branch, text: string): readonly TermPlace[] {
  const { words, starts, ends } = wordsOf(text);
  const places: TermPlace[] = [];
  for (let at = 0; at < words.length; at++) {
    let branch = root.next.get((words[at] as string).toLowerCase());
    if (!branch) continue;
    let spelling = words[at] as string;
    let last = at;
    let term = termAt(branch, spelling);
    for (let reached = at + 1; branch.next.size > 0 && reached < words.length; reached++) {
      const joint = jointOf(text.slice(ends[reached - 1], starts[reached]));
      if (joint === undefined) break;
      const word = words[reached] as string;
      branch = branch.next.get(joint + word.toLowerCase());
      if (!branch) break;
      spelling += joint + word;
      const longer = termAt(branch, spelling);
      if (!longer) continue;
      term = longer;
      last = reached;
    }
    if (!term) continue;
    places.push({ term, from: starts[at] as number, to: ends[last] as number });
    at = last;
  }
  return places;
}

function termAt({ any, exact }: Branch, spelling: string): Term | undefined {
  return exact?.get(spelling) ?? any;
}
