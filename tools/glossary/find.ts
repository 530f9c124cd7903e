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
  const keys = words.map((word) => word.toLowerCase());
  const jointBefore = (at: number) => jointOf(text.slice(ends[at - 1], starts[at]));
  const spelled = (from: number, to: number) => {
    let spelling = words[from] as string;
    for (let at = from + 1; at <= to; at++) spelling += `${jointBefore(at)}${words[at]}`;
    return spelling;
  };
  for (let at = 0; at < words.length; at++) {
    let branch = root.next.get(keys[at] as string);
    let found: { term: Term; last: number } | undefined;
    for (let last = at; branch; last++) {
      const term: Term | undefined = branch.exact?.get(spelled(at, last)) ?? branch.any;
      if (term) found = { term, last };
      const joint: string | undefined =
        branch.next.size > 0 && last + 1 < words.length ? jointBefore(last + 1) : undefined;
      branch = joint === undefined ? undefined : branch.next.get(joint + keys[last + 1]);
    }
    if (!found) continue;
    places.push({ term: found.term, from: starts[at] as number, to: ends[found.last] as number });
    at = found.last;
  }
  return places;
}
