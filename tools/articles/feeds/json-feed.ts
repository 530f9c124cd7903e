/** JSON Feed 1.1. */
import type { FeedData } from './types.ts';

export function jsonFeed({ title, description, lang, home, address, entries }: FeedData, path: string): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    language: lang,
    home_page_url: home,
    feed_url: address(path),
    items: entries.map((entry) => ({
      id: entry.url,
      url: entry.url,
      title: entry.title,
      date_published: `${entry.date}T00:00:00Z`,
      authors: entry.authors,
      ...(entry.tags.length === 0 ? {} : { tags: entry.tags }),
      ...(entry.summary === undefined ? {} : { summary: entry.summary }),
      ...(entry.image === undefined ? {} : { image: entry.image }),
      content_html: entry.html,
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}
