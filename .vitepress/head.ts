/** What a page's head tells machines: search engines, feed readers, and sites that show a card for a link. */
import { basename } from 'node:path/posix';
import { escapeHtml } from './escape.ts';
import { OPEN_SEARCH } from './open-search.ts';
import type { FeedLink, SiteOptions, SitePage } from './types.ts';

/** What of a site's options the head depends on. */
export type HeadOptions = Pick<SiteOptions, 'title' | 'base' | 'origin' | 'card' | 'feeds'>;

/** @param root the way from the page to the site's root */
export function headOf(page: SitePage, options: HeadOptions, root: string): string[] {
  const address = addressIn(options);
  const head: string[] = [];
  // One element for both readers: descriptions are long.
  if (page.description)
    head.push(`<meta name="description" property="og:description" content="${escapeHtml(page.description)}">`);
  if (page.noindex || page.kind === 'notfound') head.push('<meta name="robots" content="noindex">');
  if (page.kind !== 'notfound') {
    const canonical = address(page.canonical ?? (page.path === 'index' ? '' : `${page.path}.html`));
    head.push(`<link rel="canonical" href="${escapeHtml(canonical)}">`, ...socialCard(page, options, canonical));
  }
  for (const { language, href } of page.alternates ?? [])
    head.push(`<link rel="alternate" hreflang="${escapeHtml(language)}" href="${escapeHtml(href)}">`);
  head.push(
    `<link rel="search" type="application/opensearchdescription+xml" title="${escapeHtml(options.title)}" href="${root}${OPEN_SEARCH}">`,
  );
  if (page.hasMarkdown)
    head.push(`<link rel="alternate" type="text/markdown" href="${escapeHtml(basename(page.path))}.md">`);
  head.push(...feedLinks(page, options, root));
  if (page.structured) head.push(structuredData(page.structured(address)));
  return head;
}

/** Gives a site path its absolute address; an address stays as it is. */
function addressIn({ base, origin }: HeadOptions): (path: string) => string {
  const site = new URL(base, origin);
  return (path) => new URL(path.replace(/^\/+/, ''), site).href;
}

/** @see https://ogp.me/ X reads the same, and its own for how large the picture is. */
function socialCard(page: SitePage, options: HeadOptions, canonical: string): string[] {
  const type = page.type ?? (page.kind === 'home' ? 'website' : 'article');
  const image = page.image ?? options.card;
  const properties: readonly (readonly [string, string | undefined])[] = [
    ['og:title', page.title],
    ['og:type', type],
    ['og:url', canonical],
    ['og:site_name', page.title === options.title ? undefined : options.title],
    ['og:image', image === undefined ? undefined : addressIn(options)(image)],
  ];
  return [
    ...properties.flatMap(([name, value]) =>
      value === undefined ? [] : [`<meta property="${name}" content="${escapeHtml(value)}">`],
    ),
    ...(image === undefined ? [] : ['<meta name="twitter:card" content="summary_large_image">']),
  ];
}

function feedLinks(page: SitePage, options: HeadOptions, root: string): string[] {
  const feeds = [...(page.feeds ?? []), ...(page.kind === 'manual' ? [] : (options.feeds ?? []))];
  const once = new Map<string, FeedLink>(feeds.map((feed) => [feed.href, feed]));
  return [...once.values()].map(
    ({ type, title, href }) =>
      `<link rel="alternate" type="${escapeHtml(type)}" title="${escapeHtml(title)}" href="${escapeHtml(root + href)}">`,
  );
}

/** JSON in which no sequence means anything to an HTML parser. */
function structuredData(data: object): string {
  const whole = Array.isArray(data)
    ? { '@context': 'https://schema.org', '@graph': data }
    : { '@context': 'https://schema.org', ...data };
  return `<script type="application/ld+json">${JSON.stringify(whole).replaceAll('<', '\\u003c')}</script>`;
}
