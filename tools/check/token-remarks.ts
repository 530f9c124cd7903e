/** Remarks on tokens that a target must take over as they are: those it lacks, invents, or writes in another way. */
import { compareTokens, type TokenDifference } from '../segment/compare-tokens.ts';
import { nearest } from './nearest.ts';
import { MARKUP } from './scan.ts';
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

const NONE: TokenDifference = { missing: [], added: [] };
/** Rules look at one entry after the other, so the last comparison is all that is asked for again. */
let last: { readonly subject: Subject; readonly difference: TokenDifference } | undefined;

/** Tokens of one kind that differ; compared once for all rules. */
export function tokensThatDiffer(subject: Subject, sign: TokenSign): TokenDifference {
  const { entry } = subject;
  if (!MARKUP.test(entry.source) && !MARKUP.test(entry.target)) return NONE;
  if (last?.subject !== subject) last = { subject, difference: compareTokens(subject.source, subject.target) };
  const all = last.difference;
  if (all.missing.length === 0 && all.added.length === 0) return all;
  const ofKind = (token: string) => token.startsWith(sign);
  return { missing: all.missing.filter(ofKind), added: all.added.filter(ofKind) };
}

/**
 * One remark a token. An added token stands for the missing one that it resembles; those that are left stand for each
 * other in order when there are as many of them.
 */
export function tokenRemarks({ entry }: Subject, { missing, added }: TokenDifference, words: TokenWords): Remark[] {
  const lost = new Set(missing);
  const listed = added.slice(0, MOST);
  const meant = new Map<string, string>();
  for (const token of listed) {
    const near = nearest(token, lost);
    if (near === undefined) continue;
    meant.set(token, near);
    lost.delete(near);
  }
  const alone = added.filter((token) => !meant.has(token));
  if (alone.length === lost.size)
    for (const [at, token] of [...lost].entries()) {
      meant.set(alone[at] as string, token);
      lost.delete(token);
    }
  const remarks = listed.map((token): Remark => {
    const english = meant.get(token);
    const hint = english === undefined ? '' : `; did you mean ${words.show(english)}?`;
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
