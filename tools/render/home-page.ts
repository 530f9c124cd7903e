/**
 * The start page: what the workspace says first, the way into the manual, then what has happened since the last visit.
 * A part without anything to show is left out; links lead only to pages that are given.
 */
import type { Stage } from '../project/types.ts';
import type { HomeWords } from './home-words.ts';
import { escapeHtml, tag } from './html.ts';

export interface HomeVersion {
  readonly name: string;
  readonly release: string;
  /** YYYY-MM-DD. */
  readonly date: string | undefined;
  readonly current: boolean;
  readonly stage: Stage | undefined;
  /** Whole per cent of the words; reviewed ones are translated too. */
  readonly translated: number;
  readonly reviewed: number;
}

/** Words of the current version by what is to be done with them. */
export interface HomeTasks {
  readonly version: string;
  readonly href: string;
  readonly open: number;
  readonly stale: number;
  readonly unreviewed: number;
}

export interface HomeLink {
  readonly title: string;
  /** From the site's root. */
  readonly href: string;
  readonly date?: string;
  readonly summary?: string;
}

export interface Home {
  /** Finished HTML that the workspace wrote: up to its first section, and from there on. */
  readonly opening: string;
  readonly rest: string;
  readonly versions: readonly HomeVersion[];
  readonly tasks: HomeTasks | undefined;
  readonly posts: readonly HomeLink[];
  readonly questions: readonly HomeLink[];
  readonly people: readonly HomeLink[];
  /** Pages that tell more, where the site has them. */
  readonly more: Readonly<Partial<Record<'progress' | 'posts' | 'questions' | 'people', string>>>;
  readonly words: HomeWords;
  readonly lang: string;
}

export function homePage(home: Home): string {
  const { words, more } = home;
  const news = [
    section('versions', words.versions, versionCards(home), link(more.progress, words.progress)),
    section('todo', words.todo, tasks(home), ''),
    section('posts', words.posts, list(home.posts), link(more.posts, words.allPosts)),
    section('questions', words.questions, list(home.questions), link(more.questions, words.allQuestions)),
    section('people', words.people, people(home), link(more.people, words.allPeople)),
  ];
  return (
    tag('div', { class: 'hero' }, home.opening + wayIn(home)) +
    // No `div`: in those of an article, pairs of languages stand side by side.
    (news.some((part) => part !== '') ? tag('section', { class: 'news', lang: home.lang }, news.join('')) : '') +
    home.rest
  );
}

/** The current manual, and a search field that works where the shell's own search does. */
function wayIn({ versions, words }: Home): string {
  const current = versions.find((version) => version.current) ?? versions[0];
  if (!current) return '';
  const button = tag(
    'a',
    { class: 'button', href: `docs/${current.name}/index.html` },
    escapeHtml(words.read.replace('{version}', current.name)),
  );
  const field =
    `<input type="search" name="q" required aria-label="${escapeHtml(words.search)}" placeholder="${escapeHtml(words.search)}">` +
    tag('button', {}, escapeHtml(words.searchGo));
  return tag('div', { class: 'way-in' }, button + tag('form', { class: 'find', action: 'index.html' }, field));
}

function section(name: string, title: string, content: string, more: string): string {
  if (content === '') return '';
  return tag('section', { class: `news-${name}` }, tag('h2', {}, escapeHtml(title)) + content + more);
}

const link = (href: string | undefined, word: string): string =>
  href === undefined ? '' : tag('p', { class: 'more' }, tag('a', { href }, escapeHtml(word)));

function versionCards({ versions, words }: Home): string {
  const cards = versions.map(({ name, release, date, current, stage, translated, reviewed }) => {
    const note = current ? words.current : stage && (stage === 'unsupported' ? words.unsupported : words.unreleased);
    const day = date === undefined ? '' : ` · ${tag('time', { datetime: date }, date)}`;
    const share = words.share.replace('{translated}', String(translated)).replace('{reviewed}', String(reviewed));
    return tag(
      'li',
      { class: current ? 'current' : undefined },
      tag('a', { href: `docs/${name}/index.html` }, `PostgreSQL ${name}`) +
        (note ? ` ${tag('small', {}, escapeHtml(note))}` : '') +
        tag('p', {}, escapeHtml(words.released.replace('{release}', release)) + day) +
        `<div class="share" aria-hidden="true"><i style="width:${translated}%"></i><b style="width:${reviewed}%"></b></div>` +
        tag('p', {}, escapeHtml(share)),
    );
  });
  return cards.length === 0 ? '' : tag('ul', { class: 'cards' }, cards.join(''));
}

function tasks({ tasks, words, lang }: Home): string {
  if (!tasks) return '';
  const lines = (['open', 'stale', 'unreviewed'] as const).flatMap((kind) => {
    const count = tasks[kind];
    if (count === 0) return [];
    const text = words[kind].replace('{version}', tasks.version);
    return tag(
      'li',
      {},
      escapeHtml(text).replace('{words}', () => tag('strong', {}, count.toLocaleString(lang))),
    );
  });
  if (lines.length === 0) return '';
  return tag('ul', {}, lines.join('')) + tag('p', {}, tag('a', { href: tasks.href }, escapeHtml(words.choose)));
}

function list(links: readonly HomeLink[]): string {
  const items = links.map(({ title, href, date, summary }) =>
    tag(
      'li',
      {},
      tag('a', { href }, escapeHtml(title)) +
        (date === undefined ? '' : ` ${tag('time', { datetime: date }, date)}`) +
        (summary === undefined ? '' : tag('p', {}, escapeHtml(summary))),
    ),
  );
  return items.length === 0 ? '' : tag('ul', { class: 'titles' }, items.join(''));
}

function people({ people }: Home): string {
  const items = people.map(({ title, href }) => tag('li', {}, tag('a', { href }, escapeHtml(title))));
  return items.length === 0 ? '' : tag('ul', { class: 'chips' }, items.join(''));
}
