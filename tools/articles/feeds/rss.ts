/** RSS 2.0, with the author's name by Dublin Core (RSS itself wants a mail address) and the whole text by content:encoded. */
import type { FeedData, FeedEntry } from './types.ts';
import { element, textElement } from './xml.ts';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

export function rssFeed({ title, description, lang, home, address, entries }: FeedData, path: string): string {
  const parts = [
    textElement('title', title),
    textElement('link', home),
    textElement('description', description),
    textElement('language', lang.toLowerCase()),
    textElement('pubDate', day(entries[0]?.date ?? '1970-01-01')),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: address(path) }),
    ...entries.map(itemXml),
  ];
  const channel = element('channel', {}, `\n${parts.join('\n')}\n`);
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('rss', { version: '2.0', ...NAMESPACES }, `\n${channel}\n`)}\n`;
}

function itemXml({ url, title, date, authors, tags, summary, html }: FeedEntry): string {
  return element(
    'item',
    {},
    [
      textElement('title', title),
      textElement('link', url),
      textElement('guid', url, { isPermaLink: 'true' }),
      textElement('pubDate', day(date)),
      ...authors.map(({ name }) => textElement('dc:creator', name)),
      ...tags.map((tag) => textElement('category', tag)),
      ...(summary === undefined ? [] : [textElement('description', summary)]),
      textElement('content:encoded', html),
    ].join('\n'),
  );
}

/** RFC 822, as RSS wants it. */
const day = (date: string): string => new Date(`${date}T00:00:00Z`).toUTCString();
