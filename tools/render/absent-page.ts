/** What stands at the address of a page that a version lacks and others have: where to find it. */
import { escapeHtml, tag } from './html.ts';
import type { PageWords } from './page-words.ts';
import type { Texts } from './types.ts';
import { filled, type VersionLink } from './version-links.ts';

export interface AbsentPage {
  readonly page: string;
  /** The version that lacks it. */
  readonly version: string;
  /** All versions; the version itself has a page where the text stands under another name. */
  readonly versions: readonly VersionLink[];
  /** The title of a page of any version. */
  titleOf(page: string): Texts;
  readonly words: PageWords;
}

export function absentTitle({ page, version, titleOf, words }: AbsentPage): string {
  const { source, target } = titleOf(page);
  return filled(words.absent, version, page).replace('{title}', () => target ?? source);
}

/** The inner HTML of such a page. It is none of the manual's: no article of upstream's is in it. */
export function absentPage(absent: AbsentPage): string {
  const { page, version, versions, words, titleOf } = absent;
  const { source, target } = titleOf(page);
  const english = target === undefined ? '' : ` ${tag('span', { lang: 'en' }, escapeHtml(source))}`;
  const successor = versions.find(({ name }) => name === version)?.page;
  const moved = (name: string) =>
    escapeHtml(filled(words.absentMoved, version, page)).replace('{link}', () =>
      link(version, name, escapeHtml(titleOf(name).target ?? titleOf(name).source)),
    );
  const others = versions.flatMap(({ name, page: there }) =>
    name === version || there === undefined
      ? []
      : tag('li', {}, link(name, there, `PostgreSQL ${name}${there === page ? '' : ` ${tag('code', {}, there)}`}`)),
  );
  return [
    tag('h1', {}, escapeHtml(absentTitle(absent))),
    tag('p', { class: 'lead' }, tag('code', {}, page) + english),
    successor === undefined ? '' : tag('p', {}, moved(successor)),
    tag('p', {}, escapeHtml(words.absentOthers)),
    tag('ul', { class: 'chips' }, others.join('')),
    tag('p', {}, link(version, 'index', escapeHtml(filled(words.absentHome, version, page)))),
  ].join('');
}

const link = (version: string, page: string, content: string) =>
  tag('a', { href: `../${version}/${page}.html` }, content);
