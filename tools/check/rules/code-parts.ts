/**
 * Parts to replace inside code: a target may rename them, but has as many of them as the English, and as many pieces of
 * code that differ in nothing else.
 */
import { plainText } from '../../segment/inline.ts';
import { type CodeSpan, codeSpans } from '../code-spans.ts';
import { firstPlace } from '../token-remarks.ts';
import type { Remark, Rule, Subject } from '../types.ts';

export const codeParts: Rule = {
  name: 'code-parts',
  severity: 'error',
  check(subject) {
    const { entry } = subject;
    if (!entry.source.includes('<code>') && !entry.target.includes('<code>')) return [];
    const english = codeSpans(subject.source);
    const target = codeSpans(subject.target);
    return [...otherNumbers(subject, english, target), ...fewerPieces(english, target)];
  },
};

function otherNumbers({ entry, source }: Subject, english: readonly CodeSpan[], target: readonly CodeSpan[]): Remark[] {
  return target.flatMap((span): Remark[] => {
    const meant = counterpart(span, english);
    if (meant === undefined || meant.parts === span.parts) return [];
    // Code beside a word to replace may be joined with it.
    if (span.parts > meant.parts && withoutSpaces(plainText(source)).includes(withoutSpaces(span.text))) return [];
    return [
      {
        message: `${span.markdown} has ${count(span.parts)} to replace, the English ${meant.markdown} has ${count(meant.parts)}`,
        ...firstPlace(entry.target, [span.markdown, span.text]),
      },
    ];
  });
}

/** The English code with the same fixed text, one with as many parts if there is one; or with the same text in all. */
function counterpart(span: CodeSpan, english: readonly CodeSpan[]): CodeSpan | undefined {
  const alike = english.filter(({ token }) => token === span.token);
  const candidates = alike.length > 0 ? alike : english.filter(({ text }) => text === span.text);
  return candidates.find(({ parts }) => parts === span.parts) ?? candidates[0];
}

/** `(x1,y1)` and `(x2,y2)` are two, though the fixed text is the same; where none is left, code-tokens says so. */
function fewerPieces(english: readonly CodeSpan[], target: readonly CodeSpan[]): Remark[] {
  const tokens = new Set(english.filter(({ parts }) => parts > 0).map(({ token }) => token));
  return [...tokens].flatMap((token) => {
    const alike = english.filter((span) => span.token === token);
    const wanted = new Map(alike.map((span) => [span.text, span.markdown]));
    const found = new Set(
      target.filter((span) => span.token === token || wanted.has(span.text)).map(({ text }) => text),
    );
    if (found.size === 0 || found.size >= wanted.size) return [];
    const pieces = [...wanted.values()].join(', ');
    return [{ message: `the English has ${wanted.size} of ${pieces}; the translation has ${found.size}` }];
  });
}

const withoutSpaces = (text: string) => text.replace(/\s+/g, '');

function count(parts: number): string {
  if (parts === 0) return 'no part';
  return parts === 1 ? '1 part' : `${parts} parts`;
}
