/** Links inside the manual, cross-references, anchors, footnotes and callouts. */
import type { Element } from '../../docbook/types.ts';
import { attributes, tag } from '../html.ts';
import { link, referenceText, target, tooltip } from '../links.ts';
import { content } from '../nodes.ts';
import { elementId } from '../titles.ts';
import type { Context, Handler } from '../types.ts';
import { inlineAttributes, shownId } from './inline.ts';

/** Its words are generated, unless `endterm` names the element that has them. */
export const xref: Handler = (element, context) => {
  const to = target(element.attributes.linkend, context);
  if (!to) return `[${element.attributes.linkend ?? ''}]`;
  const words = target(element.attributes.endterm, context);
  const text = words ? content(words, { ...context, anchors: false }) : referenceText(to, element, context);
  return link(to, 'xref', text, context, tooltip(to, context));
};

/** Links hold no links: HTML has no such thing. */
export function insideLink(context: Context): Context {
  return { ...context, anchors: false };
}

export const innerLink: Handler = (element, context) => {
  const to = target(element.attributes.linkend, context);
  if (element.children.length === 0 && to) return link(to, 'link', referenceText(to, element, context), context);
  return link(to, 'link', content(element, insideLink(context)), context);
};

export const glossterm: Handler = (element, context) => {
  const term = `<em${inlineAttributes(element, context)}>${content(element, element.attributes.linkend === undefined ? context : insideLink(context))}</em>`;
  return link(target(element.attributes.linkend, context), 'glossterm', term, context);
};

/** A place to link to. */
export const anchor: Handler = (element, context) => {
  const id = shownId(element, context);
  return id === undefined ? '' : `<a${attributes({ id })}></a>`;
};

/** Shown in the index only; its place can be linked to if the source gives an id. */
export const indexterm: Handler = (element, context) => {
  const id = shownId(element, context);
  return id === undefined ? '' : `<a${attributes({ id, class: 'indexterm' })}></a>`;
};

/** A callout's mark inside a listing. */
export const co: Handler = (element, context) =>
  `<span${attributes({ id: shownId(element, context) })}></span>(${context.manual.input.numbering.labels.get(element) ?? ''})`;

/** The mark at the place; the text follows at the end of the page or table. */
export const footnote: Handler = (element, context) => {
  if (!context.anchors) return '';
  const original = sourceFootnote(element, context);
  if (context.side !== 'target') context.footnotes.add(original);
  return mark(original, context, 'footnote');
};

export const footnoteref: Handler = (element, context) => {
  const to = target(element.attributes.linkend, context);
  return to && context.anchors ? mark(to, context, 'footnoteref') : '';
};

/** The base of a footnote's two ids: at its mark, and with `ftn.` in front at its text. */
export function footnoteId(footnote: Element, context: Context): string {
  return elementId(footnote) ?? context.manual.input.numbering.generatedId(footnote);
}

function mark(footnote: Element, context: Context, cls: string): string {
  const id = footnoteId(footnote, context);
  const first = cls === 'footnote' && context.side !== 'target';
  const n = context.manual.input.numbering.labels.get(footnote) ?? '';
  return tag(
    'a',
    { class: cls, href: `#ftn.${id}` },
    `<sup${attributes({ class: cls, id: first ? id : undefined })}>[${n}]</sup>`,
  );
}

/** A target holds a copy of the source's footnote; its number is that of the original. */
function sourceFootnote(element: Element, context: Context): Element {
  const { labels } = context.manual.input.numbering;
  if (labels.has(element)) return element;
  for (const known of context.footnotes) if (known.file === element.file && known.line === element.line) return known;
  return element;
}
