/** Remarks on tokens that a target must take over as they are: those it lacks, invents, or writes in another way. */
import { compareTokens, type TokenDifference } from '../segment/compare-tokens.ts';
import { nearest } from './nearest.ts';
import type { Remark, Subject } from './types.ts';

/** How the tokens of one kind begin, as segment/compare-tokens.ts writes them. */
export type TokenSign = '`' | '(' | '[[' | '[^' | '&';

export interface TokenWords {
  /** A token as a message shows it. */
  show(token: string): string;
  /** What may stand in the target's Markdown for a token, most likely first. */
  needles(token: string): readonly string[];
}

/** More than these in one entry are counted, not listed. */
const MOST = 20;

const known = new WeakMap<Subject, TokenDifference>();

/** Tokens of one kind that differ; compared once for all rules. */
export function tokensThatDiffer(subject: Subject, sign: TokenSign): TokenDifference {
  let all = known.get(subject);
  if (!all) {
    all = compareTokens(subject.source, subject.target);
    known.set(subject, all);
  }
  if (all.missing.length === 0 && all.added.length === 0) return all;
  const ofKind = (token: string) => token.startsWith(sign);
  return { missing: all.missing.filter(ofKind), added: all.added.filter(ofKind) };
}

/** One remark a token; a token that resembles one that is missing is taken for it. */
export function tokenRemarks({ entry }: Subject, { missing, added }: TokenDifference, words: TokenWords): Remark[] {
  const lost = new Set(missing);
  const remarks = added.slice(0, MOST).map((token): Remark => {
    const meant = nearest(token, lost);
    if (meant !== undefined) lost.delete(meant);
    const hint = meant === undefined ? '' : `; did you mean ${words.show(meant)}?`;
    return {
      message: `${words.show(token)} is not in the English${hint}`,
      ...firstPlace(entry.target, words.needles(token)),
    };
  });
  if (added.length > MOST) remarks.push({ message: `… and ${added.length - MOST} more that are not in the English` });
  for (const token of lost) remarks.push({ message: `the English has ${words.show(token)}, the translation does not` });
  return remarks;
}

/** Where the first of the needles that is there stands; nothing when none is. */
export function firstPlace(target: string, needles: readonly string[]): { from?: number; to?: number } {
  for (const needle of needles) {
    const from = needle === '' ? -1 : target.indexOf(needle);
    if (from >= 0) return { from, to: from + needle.length };
  }
  return {};
}
