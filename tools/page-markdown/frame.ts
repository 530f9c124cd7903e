/** What stands around a page's text: what it is and where it belongs, and the pages beside it. */
import type { Page } from '../docbook/pages.ts';
import type { Inline } from '../segment/inline.ts';
import { text } from '../segment/tidy.ts';
import { linked } from './handlers/contents.ts';
import { joined, plain } from './texts.ts';
import { titleElsewhere, word } from './titles.ts';
import type { Block, Both, Context } from './types.ts';

/** Where the page stands in the world. */
export interface PageAddress {
  /** Of the page's HTML, absolute: its canonical address. */
  readonly url: string;
  /** "18.6" */
  readonly release: string;
}

const line = (both: Both): Block => ({ type: 'line', text: both });

export function head(page: Page, { url, release }: PageAddress, context: Context): Block[] {
  const { own, pages } = context.manual.input;
  const legal = pages.all.find(({ element }) => element.name === 'legalnotice');
  const items: Block[] = [
    line(plain(own.version.replace('{version}', () => release))),
    line({ source: around(own.address, '{address}', { type: 'link', href: url, children: [] }) }),
    line(linked(plain(own.html), `${page.name}.html`)),
    ...(legal ? [line(linked(plain(own.licence), `${legal.name}.md`))] : []),
    ...(context.manual.isBilingual ? [line(plain(`${own.layout} ${own.english}`))] : []),
  ];
  return [{ type: 'list', isOrdered: false, items: items.map((item) => [item]) }];
}

function around(pattern: string, mark: string, inline: Inline): Inline[] {
  const [before = '', after = ''] = pattern.split(mark);
  return [...text(before), inline, ...text(after)];
}

/** Links to the page before, the one above and the next. */
export function foot(
  page: Page,
  { prev, next }: { readonly prev?: Page; readonly next?: Page },
  context: Context,
): Block[] {
  const to = (key: 'prev' | 'up' | 'next', there: Page | undefined): Block[][] => {
    if (!there) return [];
    const title = titleElsewhere(there.element, context) ?? plain(there.name);
    return [[line(joined([word(key, {}, context), linked(title, `${there.name}.md`)], plain(': ')))]];
  };
  const items = [...to('prev', prev), ...to('up', page.parent), ...to('next', next)];
  return items.length === 0 ? [] : [{ type: 'list', isOrdered: false, items }];
}
