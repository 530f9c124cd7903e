/** The inline tree: what a segment's Markdown can say, and nothing else. Plain data; grammar in the guide. */
import type { Node } from '../docbook/types.ts';

export type Inline =
  | { readonly type: 'text'; readonly value: string }
  /** `&version;` or `&majorversion;` */
  | { readonly type: 'variable'; readonly name: string }
  | InlineParent
  | { readonly type: 'xref'; readonly id: string; readonly from?: readonly Node[] }
  | InlineLink
  /** The n-th footnote of the segment, from 1. */
  | { readonly type: 'footnote'; readonly number: number; readonly from?: readonly Node[] };

/**
 * `var` is the part to replace inside `code`; `optional` shows with its brackets. `from` holds the DocBook nodes
 * that the token stands for, when it was made of them.
 */
export interface InlineParent {
  readonly type: 'code' | 'var' | 'em' | 'strong' | 'optional' | 'sub' | 'sup';
  readonly children: readonly Inline[];
  readonly from?: readonly Node[];
}

/** `href` is `#ID` or a URL. A link whose words are its URL has no children. */
export interface InlineLink {
  readonly type: 'link';
  readonly href: string;
  readonly children: readonly Inline[];
  readonly from?: readonly Node[];
}

/** Entities of the manual that stay by name in a segment. */
export const VARIABLES: readonly string[] = ['version', 'majorversion'];

/** The text as a reader sees it; `[[ID]]`, footnote marks and variables stand for what is generated. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(plainTextOf).join('');
}

function plainTextOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'variable':
      return `&${inline.name};`;
    case 'xref':
      return `[[${inline.id}]]`;
    case 'footnote':
      return `[^${inline.number}]`;
    case 'optional':
      return `[${plainText(inline.children)}]`;
    case 'link':
      return inline.children.length === 0 ? inline.href.replace(/^mailto:/, '') : plainText(inline.children);
    default:
      return plainText(inline.children);
  }
}

/** The same tree without `from`, for comparing. */
export function bare(inlines: readonly Inline[]): Inline[] {
  return inlines.map((inline) => {
    if (inline.type === 'text' || inline.type === 'variable') return inline;
    const { from: _, ...rest } = inline;
    return 'children' in rest ? { ...rest, children: bare(rest.children) } : rest;
  });
}
