/** Atom (RFC 4287). `updated` is the day of the newest post: a feed says nothing of when it was built. */
import type { FeedData, FeedEntry } from './types.ts';
import { element, textElement } from './xml.ts';

export function atomFeed({ title, description, lang, home, address, entries }: FeedData, path: string): string {
  const parts = [
    textElement('id', home),
    textElement('title', title),
    textElement('subtitle', description),
    textElement('updated', moment(entries[0]?.date ?? '1970-01-01')),
    element('link', { rel: 'self', type: 'application/atom+xml', href: address(path) }),
    element('link', { rel: 'alternate', type: 'text/html', href: home }),
    ...entries.map(entryXml),
  ];
  const feed = element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': lang }, `\n${parts.join('\n')}\n`);
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed}\n`;
}

function entryXml({ url, title, date, authors, tags, summary, html }: FeedEntry): string {
  return element(
    'entry',
    {},
    [
      textElement('id', url),
      textElement('title', title),
      element('link', { rel: 'alternate', type: 'text/html', href: url }),
      textElement('published', moment(date)),
      textElement('updated', moment(date)),
      ...authors.map((author) =>
        element('author', {}, textElement('name', author.name) + textElement('uri', author.url)),
      ),
      ...tags.map((term) => element('category', { term })),
      ...(summary === undefined ? [] : [textElement('summary', summary)]),
      textElement('content', html, { type: 'html' }),
    ].join('\n'),
  );
}

const moment = (date: string): string => `${date}T00:00:00Z`;
