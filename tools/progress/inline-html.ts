/** A segment's Markdown as HTML for somebody who compares two texts: references and variables show as they are written. */
import { escapeHtml, safeUrl, tag } from '../render/html.ts';
import type { Inline } from '../segment/inline.ts';
import { readMarkdown } from '../segment/read.ts';

export function segmentHtml(markdown: string): string {
  return inlineHtml(readMarkdown(markdown).inlines);
}

function inlineHtml(inlines: readonly Inline[]): string {
  return inlines.map(one).join('');
}

function one(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return escapeHtml(inline.value);
    case 'variable':
      return mark(`&${inline.name};`);
    case 'xref':
      return mark(`[[${inline.id}]]`);
    case 'footnote':
      return mark(`[^${inline.number}]`);
    case 'optional':
      return `[${inlineHtml(inline.children)}]`;
    case 'link':
      return link(inline.href, inlineHtml(inline.children));
    default:
      return tag(inline.type, {}, inlineHtml(inline.children));
  }
}

/** What stands for generated words. */
const mark = (text: string): string => tag('span', { class: 'ref' }, escapeHtml(text));

/** An id of the manual leads nowhere from here; its words show what is linked. */
function link(href: string, words: string): string {
  if (href.startsWith('#')) return `<u>${words}</u>${mark(`(${href})`)}`;
  const url = safeUrl(href);
  const shown = words === '' ? escapeHtml(href.replace(/^mailto:/, '')) : words;
  return url === undefined ? shown : tag('a', { href: url, rel: 'noopener' }, shown);
}
