/** Footnote marks, `[^1]`: a target has each of the English once. */
import type { Inline } from '../../segment/inline.ts';
import { type TokenWords, tokenRemarks, tokensThatDiffer } from '../token-remarks.ts';
import type { Remark, Rule, Subject } from '../types.ts';

const words: TokenWords = { show: (token) => token, needles: (token) => [token] };

export const footnoteMarks: Rule = {
  name: 'footnote-marks',
  severity: 'error',
  check(subject) {
    if (!subject.entry.source.includes('[^') && !subject.entry.target.includes('[^')) return [];
    return [...tokenRemarks(subject, tokensThatDiffer(subject, '[^'), words), ...repeated(subject)];
  },
};

/** The first repetition of each mark. */
function repeated({ entry, target }: Subject): Remark[] {
  const seen = new Set<number>();
  const again = new Set<number>();
  for (const number of footnotesOf(target)) (seen.has(number) ? again : seen).add(number);
  return [...again].map((number) => {
    const mark = `[^${number}]`;
    const from = entry.target.indexOf(mark, entry.target.indexOf(mark) + 1);
    const message = `${mark} stands here again; a footnote has one mark`;
    return from < 0 ? { message } : { message, from, to: from + mark.length };
  });
}

function footnotesOf(inlines: readonly Inline[]): number[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'footnote') return [inline.number];
    return 'children' in inline ? footnotesOf(inline.children) : [];
  });
}
