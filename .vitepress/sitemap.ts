/** Sitemaps (sitemaps.org, protocol 0.9): one for each version and one for the site's own pages, under one index. */
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseSitemapIndex, SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import type { SiteOptions, SitePage } from './types.ts';

type Address = Pick<SiteOptions, 'base' | 'origin'>;

const siteOf = ({ base, origin }: Address) => new URL(base, origin);

/** Lists the pages that stand where their canonical address is. */
export async function writeSitemap(file: string, pages: readonly SitePage[], address: Address): Promise<void> {
  const listed = pages.filter(
    ({ noindex, canonical, kind }) => !noindex && canonical === undefined && kind !== 'notfound',
  );
  const stream = new SitemapStream({ xmlns: { news: false, xhtml: false, image: false, video: false } });
  for (const { path } of listed)
    stream.write({ url: new URL(path === 'index' ? '' : `${path}.html`, siteOf(address)).href });
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
