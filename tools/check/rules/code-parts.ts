/** Parts to replace inside code: a target may rename them, but has as many of them as the English. */
import { plainText } from '../../segment/inline.ts';
import { type CodeSpan, codeSpans } from '../code-spans.ts';
import { firstPlace } from '../token-remarks.ts';
import type { Remark, Rule } from '../types.ts';

export const codeParts: Rule = {
  name: 'code-parts',
  severity: 'error',
  check({ entry, source, target }) {
    if (!entry.source.includes('<code>') && !entry.target.includes('<code>')) return [];
    const english = codeSpans(source);
    return codeSpans(target).flatMap((span): Remark[] => {
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
  },
};

/** The English code with the same fixed text, one with as many parts if there is one; or with the same text in all. */
function counterpart(span: CodeSpan, english: readonly CodeSpan[]): CodeSpan | undefined {
  const alike = english.filter(({ token }) => token === span.token);
  const candidates = alike.length > 0 ? alike : english.filter(({ text }) => text === span.text);
  return candidates.find(({ parts }) => parts === span.parts) ?? candidates[0];
}

const withoutSpaces = (text: string) => text.replace(/\s+/g, '');

function count(parts: number): string {
  if (parts === 0) return 'no part';
  return parts === 1 ? '1 part' : `${parts} parts`;
}
