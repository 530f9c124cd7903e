/** Addresses inside the manual, and what cross-references say. */

import { child, elements } from '../docbook/tree.ts';
import type { Element } from '../docbook/types.ts';
import { dictionary } from './dictionary.ts';
import { escapeHtml, tag } from './html.ts';
import { content, plainWord, report, sides } from './nodes.ts';
import { bareTitle, elementId, titleText } from './titles.ts';
import type { Context, Sides } from './types.ts';
import { fill, type Word } from './words.ts';

/** What a cross-reference to a numbered element says. */
const NUMBERED = dictionary<Word>({
  part: 'xref-part',
  chapter: 'xref-chapter',
  appendix: 'xref-appendix',
  section: 'xref-section',
  sect1: 'xref-section',
  sect2: 'xref-section',
  sect3: 'xref-section',
  sect4: 'xref-section',
  sect5: 'xref-section',
  table: 'xref-table',
  figure: 'xref-figure',
  example: 'xref-example',
  equation: 'xref-equation',
  step: 'xref-step',
});

/** Without a number, these are named in a phrase of their own. */
const SECTIONS = new Set(['section', 'simplesect', 'refsect1', 'refsect2', 'refsect3', 'refsection', 'refsynopsisdiv']);

/** Cross-references to these say what the element itself says. */
const WORDS = new Set([
  'term',
  'command',
  'function',
  'glossterm',
  'refname',
  'option',
  'varname',
  'literal',
  'phrase',
]);

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
  const { name, attributes } = to;
  const say = (both: Sides | undefined) =>
    (context.side === 'target' ? (both?.target ?? both?.source) : both?.source) ?? '';
  const without: Context = { ...context, anchors: false, side: context.side === 'target' ? 'target' : 'source' };
  if (attributes.xreflabel !== undefined) return escapeHtml(attributes.xreflabel);
  const n = numbering.labels.get(to);
  const pattern = NUMBERED[name];
  if (pattern && n !== undefined) return fill(plainWord(pattern, context), { n });
  if (name === 'footnote') return `[${n}]`;
  if (name === 'co') return `(${n})`;
  if (name === 'listitem' && n !== undefined) return n;
  if (name === 'refentry') return tag('span', { class: 'refentrytitle' }, say(bareTitle(to, context)));
  if (SECTIONS.has(name)) {
    const pattern = context.side === 'target' ? words.target : words.source;
    return fill(escapeHtml(pattern['xref-section-title']), { title: say(bareTitle(to, context)) });
  }
  if (name === 'biblioentry') return `[${bibliographyLabel(to, without)}]`;
  if (name === 'varlistentry') {
    const [term] = elements(to, 'term');
    if (term) return say(sides(term, without));
  }
  if (name === 'glossentry') {
    const term = child(to, 'glossterm');
    if (term) return say(sides(term, without));
  }
  if (name === 'indexterm') {
    const primary = child(to, 'primary');
    if (primary) return say(sides(primary, without));
  }
  if (WORDS.has(name)) return content(to, without);
  const title = bareTitle(to, context);
  if (title) return say(title);
  report(
    context,
    from,
    'warning',
    'render/reference-without-words',
    `<${name}> has neither title nor xreflabel, so that a reference to it has no words`,
  );
  return escapeHtml(attributes.id ?? '');
}

/** What stands for a work in brackets: its abbreviation, else its id. */
export function bibliographyLabel(entry: Element, context: Context): string {
  const abbreviation = child(entry, 'abbrev');
  if (abbreviation) return content(abbreviation, context);
  return escapeHtml(entry.attributes.xreflabel ?? entry.attributes.id ?? '');
}
