/** The feeds of the blog: where they stand, and what they are. */
export const FEEDS = [
  { path: 'blog/atom.xml', name: 'Atom', type: 'application/atom+xml' },
  { path: 'blog/rss.xml', name: 'RSS', type: 'application/rss+xml' },
  { path: 'blog/feed.json', name: 'JSON', type: 'application/feed+json' },
] as const;
