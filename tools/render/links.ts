/** Addresses inside the manual, and what cross-references say. */

import { child } from '../docbook/tree.ts';
import type { Element } from '../docbook/types.ts';
import { escapeHtml, tag } from './html.ts';
import { content, plainWord, report, sides } from './nodes.ts';
import { referenceWords } from './reference-words.ts';
import { bareTitle, elementId, titleText } from './titles.ts';
import type { Context, Sides } from './types.ts';
import { fill } from './words.ts';

/** Address of an element: its page if it is one, its id on its page, or the page it stands on. */
export function address(target: Element, context: Context): string {
  const { input } = context.manual;
  const page = input.numbering.pageOf(target);
  const id = elementId(target);
  if (page.element === target || id === undefined) return `${page.name}.html`;
  return page === context.page ? `#${id}` : `${page.name}.html#${id}`;
}

/** The element that an attribute names; nothing (numbering has reported it) if there is none. */
export function target(id: string | undefined, context: Context): Element | undefined {
  return id === undefined ? undefined : context.manual.input.numbering.ids.get(id)?.element;
}

/** A link around finished text, or the text alone where no links may stand. */
export function link(to: Element | undefined, cls: string, text: string, context: Context, title?: string): string {
  if (!to || !context.anchors) return text;
  return tag('a', { class: cls, href: address(to, context), title }, text);
}

/** The title of an element as a tooltip. */
export function tooltip(to: Element, context: Context): string | undefined {
  const both = titleText(to, context);
  return (context.side === 'target' ? (both.target ?? both.source) : both.source) || undefined;
}

/** The words of a cross-reference, in the language of the context. */
export function referenceText(to: Element, from: Element, context: Context): string {
  const { words, numbering } = context.manual.input;
  const side = context.side === 'target' ? 'target' : 'source';
  const say = (both: Sides | undefined) => (side === 'target' ? (both?.target ?? both?.source) : both?.source) ?? '';
  const without: Context = { ...context, anchors: false, side };
  const says = referenceWords(to, numbering);
  switch (says.kind) {
    case 'text':
      return escapeHtml(says.text);
    case 'number':
      return fill(plainWord(says.word, context), { n: says.n });
    case 'entry':
      return tag('span', { class: 'refentrytitle' }, say(bareTitle(to, context)));
    case 'called':
      return fill(escapeHtml(words[side]['xref-section-title']), { title: say(bareTitle(to, context)) });
    case 'work':
      return `[${bibliographyLabel(to, without)}]`;
    case 'element':
      return says.element === to ? content(to, without) : say(sides(says.element, without));
    case 'title':
      return say(bareTitle(to, context));
    case 'nothing':
      report(
        context,
        from,
        'warning',
        'render/reference-without-words',
        `<${to.name}> has neither title nor xreflabel, so that a reference to it has no words`,
      );
      return escapeHtml(to.attributes.id ?? '');
  }
}

/** What stands for a work in brackets: its abbreviation, else its id. */
export function bibliographyLabel(entry: Element, context: Context): string {
  const abbreviation = child(entry, 'abbrev');
  if (abbreviation) return content(abbreviation, context);
  return escapeHtml(entry.attributes.xreflabel ?? entry.attributes.id ?? '');
}
