/** Code of a segment: what is fixed in it, and what is to be replaced. */
import { type Inline, type InlineParent, plainText } from '../segment/inline.ts';
import { writeMarkdown } from '../segment/write.ts';

export interface CodeSpan {
  /** As segment/compare-tokens.ts names it: the text without parts to replace. */
  readonly token: string;
  /** All of its text. */
  readonly text: string;
  /** How many parts of it are to be replaced. */
  readonly parts: number;
  readonly markdown: string;
}

/** In reading order, an outer one before those inside it. */
export function codeSpans(inlines: readonly Inline[]): CodeSpan[] {
  return inlines.flatMap((inline) => {
    if (!('children' in inline)) return [];
    const inside = codeSpans(inline.children);
    return inline.type === 'code' ? [codeSpan(inline), ...inside] : inside;
  });
}

function codeSpan(code: InlineParent): CodeSpan {
  const fixed = code.children.filter(({ type }) => type !== 'var');
  return {
    token: `\`${plainText(fixed)}\``,
    text: plainText(code.children),
    parts: code.children.filter(({ type }) => type === 'var' || type === 'em').length,
    markdown: writeMarkdown([code]),
  };
}
