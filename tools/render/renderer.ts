/** Assembles pages: each is rendered alone, when asked for. */
import type { Page } from '../docbook/pages.ts';
import type { Element, Finding } from '../docbook/types.ts';
import { footnoteList } from './handlers/footnotes.ts';
import { handlers } from './handlers/index.ts';
import { tag } from './html.ts';
import { crumbs, pageLink, readingOrder, sidebar } from './navigation.ts';
import { children, render, sides } from './nodes.ts';
import { texts, titleText } from './titles.ts';
import type { Context, Manual, RenderedPage, Renderer, RendererInput } from './types.ts';

const DESCRIPTION_LENGTH = 160;

/**
 * A renderer of one manual. Titles are rendered once and kept; everything else is rendered with its page.
 * The tree, pages and numbering must belong together, and not change while the renderer lives.
 */
export function createRenderer(input: RendererInput): Renderer {
  const findings: Finding[] = [];
  const manual: Manual = {
    input,
    bilingual: !/^en\b/i.test(input.lang),
    handlers,
    titles: new Map(),
    lines: new Map(),
    findings,
    reported: new Set<Element>(),
  };
  const order = readingOrder(input.pages.all);
  const contextOf = (page: Page): Context => ({
    manual,
    page,
    side: 'both',
    anchors: true,
    level: 1,
    footnotes: new Set(),
    verbatim: false,
    quotes: 0,
  });
  const page = (page: Page): RenderedPage => {
    const context = contextOf(page);
    const body = render(page.element, context);
    const article = tag('article', { 'data-page': page.name, lang: 'en' }, body + footnoteList(context));
    const { prev, next } = order.get(page) ?? {};
    return {
      title: titleText(page.element, context),
      article,
      sidebar: sidebar(page, context),
      crumbs: crumbs(page, context),
      ...(prev && { prev: pageLink(prev, context) }),
      ...(page.parent && { up: pageLink(page.parent, context) }),
      ...(next && { next: pageLink(next, context) }),
      description: description(page.element, context) || trail(page, context),
    };
  };
  return { page, title: (page) => titleText(page.element, contextOf(page)), findings };
}

/** The first paragraph's words, cut at a blank where there is one. */
function description(element: Element, context: Context): string {
  const first = firstText(element, context);
  if (!first) return '';
  const { source, target } = texts(sides(first, { ...context, anchors: false }));
  const text = target ?? source;
  if (text.length <= DESCRIPTION_LENGTH) return text;
  const cut = text.slice(0, DESCRIPTION_LENGTH);
  const blank = cut.lastIndexOf(' ');
  return `${cut.slice(0, blank > DESCRIPTION_LENGTH / 2 ? blank : undefined).trimEnd()}…`;
}

/** What a page without a paragraph is: its title, and those of the pages above it. */
function trail(page: Page, context: Context): string {
  const titles: string[] = [];
  for (let at: Page | undefined = page; at; at = at.parent) {
    const { source, target } = titleText(at.element, context);
    titles.push(target ?? source);
  }
  return titles.join(' · ');
}

function firstText(element: Element, context: Context): Element | undefined {
  const { pages } = context.manual.input;
  for (const node of children(element, context)) {
    if (node.type !== 'element' || pages.byElement.has(node)) continue;
    if (node.name === 'para' || node.name === 'simpara' || node.name === 'refpurpose') return node;
    const inner = firstText(node, context);
    if (inner) return inner;
  }
  return undefined;
}
