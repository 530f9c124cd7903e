/** Pieces of HTML that pages of the blog and of the questions share. */
import { posix } from 'node:path';
import { fillWord } from '../project/fill-word.ts';
import { escapeHtml, tag } from '../render/html.ts';
import type { Texts } from '../render/types.ts';
import type { ArticleWords } from './article-words.ts';
import type { Heading, Tag } from './types.ts';

/** What pages are made with besides the articles themselves. */
export interface Surroundings {
  readonly lang: string;
  readonly words: ArticleWords;
  /** Names of the sections, as the navigation has them. */
  readonly titles: { readonly blog: string; readonly faq: string };
  /** Title of a manual page; undefined if the version has no such page. */
  manualTitle(version: string, page: string): Texts | undefined;
  /** Versions of the project, in its order, and the current one. */
  readonly versions: readonly string[];
  readonly current: string;
  /** Site path, without extension, of a person's page by their login in small letters. */
  personPage(login: string): string | undefined;
  /** Where a file of the workspace is edited. */
  editUrl(file: string): string | undefined;
}

/** The way from a page to another place of the site. Both are site paths, the first without extension. */
export function way(from: string, to: string): string {
  const [path = '', fragment] = to.split('#');
  const relative = posix.relative(posix.dirname(from), path) || posix.basename(path);
  return (
    relative.split('/').map(encodeURIComponent).join('/') +
    (fragment === undefined ? '' : `#${encodeURIComponent(fragment)}`)
  );
}

/** A link to a page of the site, around plain text. */
export function linkTo(
  from: string,
  to: string,
  text: string,
  more: Readonly<Record<string, string | true | undefined>> = {},
): string {
  return tag('a', { href: way(from, to), ...more }, escapeHtml(text));
}

export function time(date: string, { words }: Pick<Surroundings, 'words'>): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const shown = fillWord(words.date, { year, month: Number(month), day: Number(day) });
  return tag('time', { datetime: date }, escapeHtml(shown));
}

/** Links to the lists of tags. */
export function tagLinks(
  from: string,
  section: 'blog' | 'faq',
  tags: readonly Tag[],
  { words }: Pick<Surroundings, 'words'>,
): string {
  if (tags.length === 0) return '';
  const links = tags.map(
    ({ name, slug }) => `<li>${linkTo(from, `${section}/tags/${slug}.html`, name, { rel: 'tag' })}</li>`,
  );
  return tag('ul', { class: 'tags', 'aria-label': words.tags, 'data-extra': true }, links.join(''));
}

/** Both languages of a title. */
export function bothLanguages({ source, target }: Texts, lang: string): string {
  const english = tag('span', { lang: 'en' }, escapeHtml(source));
  return target === undefined || target === source
    ? english
    : `${tag('span', { lang }, escapeHtml(target))} ${english}`;
}

/** A headed list beside the text; nothing if it is empty. */
export function aside(name: string, title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const list = items.map((item) => `<li>${item}</li>`).join('');
  return tag(
    'section',
    { class: `beside ${name}`, 'data-extra': true },
    `<h2>${escapeHtml(title)}</h2><ul>${list}</ul>`,
  );
}

/** Headings of two levels, as links. */
export function outlineNav(headings: readonly Heading[], { words }: Pick<Surroundings, 'words'>): string {
  const shown = headings.filter(({ level }) => level === 2 || level === 3);
  const items = shown.map(
    ({ level, id, text }) =>
      `<li class="level-${level}">${tag('a', { href: `#${encodeURIComponent(id)}` }, escapeHtml(text))}</li>`,
  );
  return tag(
    'nav',
    { class: 'outline', 'aria-label': words.outline },
    `<p>${escapeHtml(words.outline)}</p><ul>${items.join('')}</ul>`,
  );
}

export function editLink(file: string, { editUrl, words }: Surroundings): string {
  const href = editUrl(file);
  if (href === undefined) return '';
  return tag(
    'p',
    { class: 'edit-article', 'data-extra': true },
    tag('a', { href, rel: 'nofollow' }, escapeHtml(words.edit)),
  );
}
