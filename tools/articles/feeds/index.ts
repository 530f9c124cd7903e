/** The feeds of the blog as files: the newest posts, whole. */
import { absoluteHtml } from '../absolute.ts';
import { authorPath } from '../blog/byline.ts';
import type { Surroundings } from '../markup.ts';
import type { Post } from '../types.ts';
import { atomFeed } from './atom.ts';
import { jsonFeed } from './json-feed.ts';
import { FEEDS } from './names.ts';
import { rssFeed } from './rss.ts';
import type { FeedData, FeedEntry } from './types.ts';

/** Posts in a feed. */
const NEWEST = 30;

const WRITERS = { 'blog/atom.xml': atomFeed, 'blog/rss.xml': rssFeed, 'blog/feed.json': jsonFeed };

export interface FeedFile {
  /** Site path, with extension. */
  readonly path: string;
  readonly content: string;
}

/**
 * @param posts the newest first; at least one
 * @param title of the feeds
 * @param address makes a site path absolute
 */
export function feedFiles(
  posts: readonly Post[],
  title: string,
  { lang, words, personPage }: Pick<Surroundings, 'lang' | 'words' | 'personPage'>,
  address: (path: string) => string,
): readonly FeedFile[] {
  const entries = posts.slice(0, NEWEST).map(
    (post): FeedEntry => ({
      url: address(`${post.path}.html`),
      title: post.title,
      date: post.date,
      authors: post.authors.map((login) => ({
        name: login,
        url: address(`${personPage(login.toLowerCase()) ?? authorPath(login)}.html`),
      })),
      tags: post.tags.map(({ name }) => name),
      summary: post.summary,
      image: post.cover && address(post.cover.path),
      html: absoluteHtml(post, address),
    }),
  );
  const data: FeedData = {
    title,
    description: words.blogLead,
    lang,
    home: address('blog/index.html'),
    address,
    entries,
  };
  return FEEDS.map(({ path }) => ({ path, content: WRITERS[path](data, path) }));
}
