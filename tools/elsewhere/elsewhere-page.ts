/** The page that lists mirrors and downloads, as HTML. */
import { escapeHtml, safeUrl, tag } from '../render/html.ts';
import type { ElsewhereWords } from './words.ts';

export interface Elsewhere {
  /** Address of the site itself; undefined where the project has none. */
  readonly site: string | undefined;
  readonly mirrors: readonly string[];
  /** Links are relative to the page. */
  readonly archives: readonly { readonly release: string; readonly href: string }[];
  readonly versions: readonly { readonly version: string; readonly href: string }[];
  readonly feeds: readonly { readonly title: string; readonly href: string }[];
  readonly llms: string;
}

export function elsewherePage(what: Elsewhere, words: ElsewhereWords): string {
  const link = (href: string, text: string) => tag('a', { href }, escapeHtml(text));
  const addresses = [
    ...(what.site === undefined ? [] : [`${outward(what.site)} (${escapeHtml(words.main)})`]),
    ...what.mirrors.map(outward),
  ];
  const archives = what.archives.map(({ release, href }) =>
    link(
      href,
      words.download.replace('{release}', () => release),
    ),
  );
  const lists = [
    link(what.llms, words.llms),
    ...what.versions.map(({ version, href }) =>
      link(
        href,
        words.llmsOf.replace('{version}', () => version),
      ),
    ),
  ];
  return tag(
    'article',
    {},
    tag('h1', {}, escapeHtml(words.title)) +
      tag('p', {}, escapeHtml(words.lead)) +
      section(words.addresses, words.addressesText, addresses) +
      section(words.downloads, words.downloadsText, archives) +
      section(words.markdown, words.markdownText, lists) +
      section(
        words.feeds,
        '',
        what.feeds.map(({ title, href }) => link(href, title)),
      ) +
      tag('h2', {}, escapeHtml(words.mirror)) +
      tag('p', {}, escapeHtml(words.mirrorText)),
  );
}

/** Nothing to list: no section. */
function section(title: string, text: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return (
    tag('h2', {}, escapeHtml(title)) +
    (text === '' ? '' : tag('p', {}, escapeHtml(text))) +
    tag('ul', {}, items.map((item) => tag('li', {}, item)).join(''))
  );
}

function outward(address: string): string {
  const href = safeUrl(address);
  return href === undefined ? escapeHtml(address) : tag('a', { href, rel: 'noopener' }, escapeHtml(address));
}
