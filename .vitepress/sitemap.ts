/** Sitemaps (sitemaps.org, protocol 0.9): one for each version and one for the site's own pages, under one index. */
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseSitemapIndex, SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import type { SiteOptions, SitePage } from './types.ts';

type Address = Pick<SiteOptions, 'base' | 'origin'>;

const siteOf = ({ base, origin }: Address) => new URL(base, origin);

/**
 * Lists the pages that stand where their canonical address is. None bears a date: a page changes with its translation, its
 * reviews and the tool, and a date that says less than all of that is worse than none.
 */
export async function writeSitemap(file: string, pages: readonly SitePage[], address: Address): Promise<void> {
  const listed = pages.filter(
    ({ noindex, canonical, kind }) => !noindex && canonical === undefined && kind !== 'notfound',
  );
  const xhtml = listed.some(({ alternates = [] }) => alternates.length > 0);
  const stream = new SitemapStream({ xmlns: { news: false, xhtml, image: false, video: false } });
  for (const { path, alternates = [] } of listed)
    stream.write({
      url: new URL(path === 'index' ? '' : `${path}.html`, siteOf(address)).href,
      links: alternates.map(({ language, href }) => ({ lang: language, url: href })),
    });
  stream.end();
  await writeFile(file, await streamToPromise(stream));
}

/** @param sitemaps their paths in the site */
export async function writeSitemapIndex(file: string, sitemaps: readonly string[], address: Address): Promise<void> {
  await writeSitemapIndexOf(
    file,
    sitemaps.map((path) => new URL(path, siteOf(address)).href),
  );
}

/** @param urls addresses of the sitemaps */
export async function writeSitemapIndexOf(file: string, urls: readonly string[]): Promise<void> {
  const stream = new SitemapIndexStream();
  for (const url of urls) stream.write({ url });
  stream.end();
  await writeFile(file, await streamToPromise(stream));
}

/** Addresses of the sitemaps that an index names. */
export async function readSitemapIndex(file: string): Promise<string[]> {
  const items = await parseSitemapIndex(createReadStream(file));
  return items.map(({ url }) => url);
}
