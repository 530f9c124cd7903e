import { expect, test } from 'vitest';
import { headOf } from '../../.vitepress/head.ts';
import type { SitePage } from '../../.vitepress/types.ts';

const options = { title: 'The Grommet Manual', base: '/manual/', origin: 'https://grommets.example' };

const post: SitePage = {
  path: 'blog/first',
  title: 'First "post" <1>',
  description: 'About & around',
  lang: 'zh-CN',
  kind: 'article',
  searchable: false,
  html: () => '',
};

const head = (more: Partial<SitePage> = {}, settings: object = {}): string =>
  headOf({ ...post, ...more }, { ...options, ...settings }, '../').join('\n');

/** Content of the meta elements with a name or a property. */
const meta = (html: string, name: string): string[] =>
  [...html.matchAll(/<meta [^>]*>/g)]
    .map(([element]) => element)
    .filter((element) => element.includes(`"${name}"`))
    .map((element) => /content="([^"]*)"/.exec(element)?.[1] ?? '');

test('a page has a card with its title, its address and the name of the site', () => {
  const html = head();
  expect(meta(html, 'og:title')).toEqual(['First &quot;post&quot; &lt;1&gt;']);
  expect(meta(html, 'og:url')).toEqual(['https://grommets.example/manual/blog/first.html']);
  expect(meta(html, 'og:type')).toEqual(['article']);
  expect(meta(html, 'og:site_name')).toEqual(['The Grommet Manual']);
  expect(meta(html, 'description')).toEqual(meta(html, 'og:description'));
  expect(html).not.toContain('og:image');
  expect(meta(head({ kind: 'home', path: 'index', title: options.title }), 'og:type')).toEqual(['website']);
  expect(meta(head({ kind: 'notfound' }), 'og:title')).toEqual([]);
});

test('the picture of a card is the page’s own, else the site’s, at an absolute address', () => {
  const settings = { card: 'card.png' };
  expect(meta(head({}, settings), 'og:image')).toEqual(['https://grommets.example/manual/card.png']);
  expect(meta(head({ image: 'blog/cover.png' }, settings), 'og:image')).toEqual([
    'https://grommets.example/manual/blog/cover.png',
  ]);
  expect(meta(head({}, settings), 'twitter:card')).toEqual(['summary_large_image']);
});

test('feeds are told of once, by a relative link, and not by manual pages', () => {
  const feed = { type: 'application/rss+xml', title: 'Posts', href: 'blog/feed.xml' };
  const link = '<link rel="alternate" type="application/rss+xml" title="Posts" href="../blog/feed.xml">';
  expect(head({ feeds: [feed] }, { feeds: [feed] }).split(link)).toHaveLength(2);
  expect(head({}, { feeds: [feed] })).toContain(link);
  expect(head({ kind: 'manual' }, { feeds: [feed] })).not.toContain('rss');
});

test('structured data is JSON with absolute addresses, and breaks out of nothing', () => {
  const nasty = '</script><script>alert(1)</script><!--<script>\u2028';
  const html = head({
    structured: (address) => ({ '@type': 'BlogPosting', name: nasty, url: address('blog/first.html') }),
  });
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html.match(/<\/script/g)).toHaveLength(1);
  expect(html).not.toContain('<!--');
  const [, json] = /<script type="application\/ld\+json">(.*)<\/script>/s.exec(html) ?? [];
  expect(JSON.parse(json ?? '')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    name: nasty,
    url: 'https://grommets.example/manual/blog/first.html',
  });
});

test('several things that a page tells of stand in one graph', () => {
  const html = head({ structured: () => [{ '@type': 'TechArticle' }, { '@type': 'BreadcrumbList' }] });
  const [, json] = /<script type="application\/ld\+json">(.*)<\/script>/s.exec(html) ?? [];
  expect(JSON.parse(json ?? '')['@graph']).toHaveLength(2);
});
