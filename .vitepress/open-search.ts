/** The description by which a browser takes the site's search among its own. */
import { escapeHtml } from './escape.ts';
import type { SiteOptions } from './types.ts';
import { siteWords } from './words.ts';

/** Its site path. */
export const OPEN_SEARCH = 'opensearch.xml';

/** @see https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md */
export function openSearch({
  title,
  base,
  origin,
  words,
}: Pick<SiteOptions, 'title' | 'base' | 'origin' | 'words'>): string {
  const site = new URL(base, origin).href;
  // Browsers cut a name after 16 characters themselves; validators do not.
  const name = [...title].slice(0, 16).join('').trim();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapeHtml(name)}</ShortName>`,
    `<Description>${escapeHtml(siteWords(words).searchPlaceholder)}</Description>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    // The braces stand for the words; the URL class would escape them.
    `<Url type="text/html" template="${escapeHtml(site)}?q={searchTerms}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n');
}
