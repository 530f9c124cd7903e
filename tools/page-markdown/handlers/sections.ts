/** Sections, the components that are pages, and the entries of the reference. */
import { child, elements, titleElement } from '../../docbook/tree.ts';
import type { Element } from '../../docbook/types.ts';
import { elementId } from '../../render/titles.ts';
import { WITH_TOC } from '../../render/toc.ts';
import { flow } from '../flow.ts';
import { joined, plain, textOf } from '../texts.ts';
import { bareTitle, ownTitle, word } from '../titles.ts';
import type { Block, Both, Context, Handler } from '../types.ts';
import { linked, tableOfContents } from './contents.ts';

export function heading(element: Element, context: Context, level = context.level): Block[] {
  const text = ownTitle(element, context);
  return text ? [{ type: 'heading', level, text, id: elementId(element) }] : [];
}

export function deeper(context: Context): Context {
  return { ...context, level: Math.min(context.level + 1, 6) };
}

function isElsewhere(element: Element, { manual, page }: Context): boolean {
  const own = manual.input.pages.byElement.get(element);
  return own !== undefined && own !== page;
}

/** What is a page of its own is no part of this one. */
export const section: Handler<readonly Block[]> = (element, context) => {
  if (isElsewhere(element, context)) return [];
  const hasIntro = child(element, 'partintro') !== undefined;
  const contents = hasIntro || WITH_TOC[element.name] === undefined ? [] : tableOfContents(element, context);
  return [...heading(element, context), ...contents, ...flow(element, deeper(context))];
};

/** The introduction of a part holds its table of contents. */
export const partintro: Handler<readonly Block[]> = (element, context) => {
  const parent = context.manual.input.numbering.parents.get(element);
  const contents = parent ? tableOfContents(parent, context) : [];
  return [...heading(element, context), ...flow(element, context), ...contents];
};

export const refentry: Handler<readonly Block[]> = (element, context) =>
  isElsewhere(element, context) ? [] : flow(element, context);

/** The first one of an entry bears the entry's title. */
export const refnamediv: Handler<readonly Block[]> = (element, context) => {
  const entry = context.manual.input.numbering.parents.get(element);
  const isFirst = entry !== undefined && child(entry, 'refnamediv') === element && titleElement(entry) !== undefined;
  const title = isFirst ? bareTitle(entry, context) : undefined;
  const names = joined(
    elements(element, 'refname').map((name) => textOf(name, context)),
    word('list-separator', {}, context),
  );
  const purpose = child(element, 'refpurpose');
  const line = purpose ? joined([names, textOf(purpose, context)], word('purpose-separator', {}, context)) : names;
  return [
    ...(title && entry ? [{ type: 'heading', level: context.level, text: title, id: elementId(entry) } as const] : []),
    { type: 'paragraph', text: line },
  ];
};

export const refsection: Handler<readonly Block[]> = (element, context) => {
  const isTop = element.name === 'refsynopsisdiv' || element.name === 'refsect1';
  const inner = isTop ? { ...context, level: 2 } : context;
  return [...heading(element, inner), ...flow(element, deeper(inner))];
};

export const bridgehead: Handler<readonly Block[]> = (element, context) => [
  { type: 'heading', level: context.level, text: textOf(element, context), id: elementId(element) },
];

/** The title of a formal object or list. */
export function caption(element: Element, context: Context): Block[] {
  const text = child(element, 'title') && ownTitle(element, context);
  return text ? [{ type: 'line', text, isStrong: true, id: elementId(element) }] : [];
}

/** The book's own page: who wrote it, and all its parts. */
export const book: Handler<readonly Block[]> = (element, context) => {
  const info = child(element, 'bookinfo', 'info');
  return [
    ...heading(element, context),
    ...(info ? elements(info).flatMap((part) => front(part, context)) : []),
    ...tableOfContents(element, context),
  ];
};

function front(part: Element, context: Context): Block[] {
  const line = (text: Both): Block[] => [{ type: 'line', text }];
  if (part.name === 'corpauthor') return line(textOf(part, context));
  if (part.name === 'legalnotice') {
    const page = context.manual.input.pages.byElement.get(part);
    const title = ownTitle(part, { ...context, anchors: false });
    return title && page ? line(linked(title, `${page.name}.md`)) : [];
  }
  if (part.name !== 'copyright') return [];
  const list = (name: string) =>
    joined(
      elements(part, name).map((each) => textOf(each, context)),
      plain(', '),
    );
  return line(joined([word('copyright', {}, context), plain('©'), list('year'), list('holder')], plain(' ')));
}
