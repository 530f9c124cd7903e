/** What stands around a page's article: sidebar, crumbs, versions, the line that sums its status up, neighbours. */
import type { Counts } from '../status/types.ts';
import { escapeHtml, safeUrl, tag } from './html.ts';
import { indexTools } from './index-tools.ts';
import type { PageWord, PageWords } from './page-words.ts';
import { changeList, type FactsOf, factsTemplate, keysOf } from './paragraph-facts.ts';
import { type PagePeople, peopleLine } from './people.ts';
import type { PageLink, RenderedPage, Texts } from './types.ts';
import { stageNote, type VersionLink, versionSwitch } from './version-links.ts';

export interface Frame {
  readonly page: string;
  readonly rendered: RenderedPage;
  /** The version that the page is of. */
  readonly version: string;
  /** All versions, as the switch lists them. */
  readonly versions: readonly VersionLink[];
  readonly counts: Counts;
  /** Imported translations that gave the page some of its text. */
  readonly origins: readonly { readonly name: string; readonly url: string | undefined }[];
  /** Questions that speak of the page; `href` is relative to it. */
  readonly questions: readonly { readonly title: string; readonly href: string }[];
  /** Where the page's catalog is edited. */
  readonly editUrl: string | undefined;
  readonly people: PagePeople;
  readonly factsOf: FactsOf;
  readonly lang: string;
  readonly words: PageWords;
}

/** The inner HTML of a manual page. All of it but the article is ours, not upstream's: `data-extra`. */
export function frameManualPage(frame: Frame): string {
  const { rendered, words, page, version, versions, lang, factsOf } = frame;
  const keys = keysOf(rendered.article);
  const nav = (name: string, label: string, content: string) =>
    tag('nav', { class: name, 'aria-label': label, lang, 'data-extra': true }, content);
  return tag(
    'div',
    { class: 'manual' },
    nav('sidebar', words.contents, rendered.sidebar) +
      tag(
        'main',
        {},
        nav('crumbs', words.crumbs, rendered.crumbs) +
          (versions.length > 1 ? nav('versions', words.versions, versionSwitch(page, version, versions, words)) : '') +
          stageNote(page, version, versions, lang, words) +
          statusLine(frame) +
          peopleLine(frame.people, lang, words) +
          indexTools(page, lang, words) +
          rendered.article +
          factsTemplate(keys, factsOf, words) +
          changeList(keys, factsOf, lang, words) +
          questionList(frame) +
          originLine(frame) +
          nav('page-links', words.pages, neighbours(rendered, frame)),
      ),
  );
}

const PARTS = ['reviewed', 'translated', 'machine', 'stale', 'untranslated'] as const satisfies readonly (PageWord &
  keyof Counts)[];

/** One calm line: what of the page a person has seen. */
function statusLine({ counts, words, editUrl, lang }: Frame): string {
  if (counts.total === 0) return tag('p', { class: 'page-status', 'data-extra': true }, '');
  const number = (word: string, n: number) => word.replace('{n}', String(n));
  const parts = PARTS.filter((part) => counts[part] > 0).map((part) => number(words[part], counts[part]));
  const sentence = escapeHtml(`${number(words.total, counts.total)}${parts.join(words.separator)}${words.end}`);
  const edit =
    editUrl === undefined
      ? ''
      : ` ${tag('a', { class: 'edit', href: editUrl, rel: 'nofollow' }, escapeHtml(words.edit))}`;
  return tag('p', { class: 'page-status', lang, 'data-extra': true }, sentence + edit);
}

/** Questions that people ask about what the page describes. */
function questionList({ questions, words, lang }: Frame): string {
  if (questions.length === 0) return '';
  const items = questions.map(({ title, href }) => `<li>${tag('a', { href }, escapeHtml(title))}</li>`);
  const heading = `<p id="page-questions">${escapeHtml(words.questions)}</p>`;
  const list = `<ul>${items.join('')}</ul>`;
  return tag(
    'aside',
    { class: 'page-questions', 'aria-labelledby': 'page-questions', lang, 'data-extra': true },
    heading + list,
  );
}

/** Names where imported text comes from. */
function originLine({ origins, words, lang }: Frame): string {
  if (origins.length === 0) return '';
  const names = origins.map(({ name, url }) => {
    const href = url === undefined ? undefined : safeUrl(url);
    return href === undefined ? escapeHtml(name) : tag('a', { href, rel: 'noopener' }, escapeHtml(name));
  });
  const sentence = escapeHtml(words.origin).replace('{name}', () => names.join(escapeHtml(words.separator)));
  return tag('p', { class: 'page-origin', lang, 'data-extra': true }, sentence);
}

function neighbours({ prev, up, next }: RenderedPage, frame: Frame): string {
  const one = (rel: 'prev' | 'up' | 'next', link: PageLink | undefined) =>
    link
      ? tag(
          'a',
          { href: `${link.name}.html`, rel: rel === 'up' ? undefined : rel, class: rel },
          `<span>${escapeHtml(frame.words[rel])}</span> ${bothTitles(link.title, frame.lang)}`,
        )
      : '';
  return one('prev', prev) + one('up', up) + one('next', next);
}

function bothTitles({ source, target }: Texts, lang: string): string {
  if (target === undefined) return tag('span', { lang: 'en', 'data-status': 'untranslated' }, escapeHtml(source));
  return tag('span', { lang }, escapeHtml(target)) + tag('span', { lang: 'en' }, escapeHtml(source));
}
