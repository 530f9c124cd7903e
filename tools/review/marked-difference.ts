/** A difference between two texts of other people, as Markdown of GitHub. */
import type { Difference } from './artifact.ts';
import { codeSpan } from './escape-markdown.ts';

const TAGS = { same: ['', ''], gone: ['<del>', '</del>'], come: ['<ins>', '</ins>'] } as const;

/** Each piece is code of its own; the marks stand around it. Two code spans side by side would become one. */
export function markedDifference(difference: Difference): string {
  return difference
    .map(([kind, text]) => {
      const span = codeSpan(text);
      return span === '' ? '' : `${TAGS[kind][0]}${span}${TAGS[kind][1]}`;
    })
    .filter((piece) => piece !== '')
    .join('<wbr>');
}
