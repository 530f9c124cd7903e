/** The pages of what is to do: how one begins, and a list for each release. */
import { attributes, escapeHtml, tag } from '../render/html.ts';
import { KINDS } from '../status/queue.ts';
import { bothTitles, editUrl, number, say, sayAround, scrolling } from './html.ts';
import { nameOf, titleOf } from './progress-pages.ts';
import type { OpenPulls } from './pulls.ts';
import type { VersionFacts } from './types.ts';
import type { Surroundings } from './words.ts';
import type { VersionWork, Waiting, WorkPage, WorkPart } from './work.ts';

/** Rows of a part; a longer list is read by nobody, and has to be fetched all the same. */
const MOST_ROWS = 60;
/** Pages that stand above all parts. */
const BEST = 8;

export interface VersionToDo {
  readonly facts: VersionFacts;
  readonly work: VersionWork;
}

/** Where other pages of the site are; undefined where there is none. */
export interface WorkLinks {
  /** The guide for translators. */
  readonly guide: string | undefined;
  /** Folders that the review desk has a page for. */
  readonly desks: ReadonlySet<string>;
  /** Open pull requests, by page. */
  readonly pulls: OpenPulls;
}

/** @param desk finished HTML that leads to the review desk; empty where nothing waits there */
export function workIndex(
  versions: readonly VersionToDo[],
  links: WorkLinks,
  desk: string,
  around: Surroundings,
): string {
  const { work, lang } = around;
  const heads = [work.version, ...KINDS.map((kind) => work[kind])].map((head) =>
    tag('th', { scope: 'col' }, escapeHtml(head)),
  );
  const rows = versions.map(({ facts, work: { waiting } }) => {
    const name = tag('a', { href: `${facts.version}.html` }, say(work.titleOf, { release: facts.release }));
    return tag('tr', {}, tag('th', { scope: 'row' }, name) + KINDS.map((kind) => cell(waiting[kind], lang)).join(''));
  });
  const steps = [work.howChoose, work.howEdit, work.howSend].map((step) => tag('li', {}, escapeHtml(step)));
  const guide =
    links.guide === undefined ? '' : `<p class="ways"><a href="${links.guide}">${escapeHtml(work.guide)}</a></p>`;
  const table = `<table class="counts"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return tag(
    'div',
    { class: 'work' },
    `<h1>${escapeHtml(work.title)}</h1><p class="lead">${escapeHtml(work.lead)}</p>` +
      scrolling(work.title, table) +
      `<h2>${escapeHtml(work.how)}</h2><ol>${steps.join('')}</ol>${guide}${desk}` +
      `<p class="ways"><a href="../progress/index.html">${escapeHtml(work.progress)}</a></p>`,
  );
}

export function versionToDo({ facts, work: todo }: VersionToDo, links: WorkLinks, around: Surroundings): string {
  const { work, lang } = around;
  const best = todo.best.slice(0, BEST);
  const first =
    best.length === 0
      ? `<p>${escapeHtml(work.done)}</p>`
      : `<h2>${escapeHtml(work.best)}</h2>${pageTable(best, work.best, { facts, links }, around)}`;
  const parts = todo.parts.map((part) => partDetails(part, { facts, links }, around));
  return tag(
    'div',
    { class: 'work' },
    `<h1>${say(work.titleOf, { release: facts.release })}</h1><p class="lead">${escapeHtml(work.leadOf)}</p>` +
      `<p class="sums">${sums(todo.waiting, around)}</p>${first}` +
      (parts.length === 0 ? '' : `<h2>${escapeHtml(around.progress.parts)}</h2>${parts.join('')}`) +
      `<p class="ways"><a href="../progress/${facts.version}.html">${escapeHtml(work.progress)}</a></p>`,
  );

  function partDetails(part: WorkPart, place: Place, surroundings: Surroundings): string {
    const title = titleOf(part, surroundings);
    const rows = part.pages.slice(0, MOST_ROWS);
    const left = part.pages.length - rows.length;
    const all = tag('a', { href: `../progress/${facts.version}.html#${part.id}` }, escapeHtml(work.moreLink));
    const more = left > 0 ? `<p>${sayAround(work.more, { n: number(left, lang), link: all })}</p>` : '';
    return (
      `<details id="${escapeHtml(part.id)}"><summary>${title} <small>${sums(part.waiting, surroundings)}</small></summary>` +
      `${pageTable(rows, nameOf(part, around), place, surroundings)}${more}</details>`
    );
  }
}

interface Place {
  readonly facts: VersionFacts;
  readonly links: WorkLinks;
}

function pageTable(pages: readonly WorkPage[], label: string, place: Place, around: Surroundings): string {
  const { work, lang } = around;
  const heads = [work.page, ...KINDS.map((kind) => work[kind])].map((head) =>
    tag('th', { scope: 'col' }, escapeHtml(head)),
  );
  const rows = pages.map((page) => {
    const title = bothTitles(page.title, lang, `../docs/${place.facts.version}/${page.name}.html`);
    const cells = KINDS.map((kind) => cell(page.waiting[kind], lang)).join('');
    return `<tr><th scope="row">${title}${actions(page, place.links, around)}</th>${cells}</tr>`;
  });
  return scrolling(
    label,
    `<table class="counts"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
}

/** What one can do with a page, and whether somebody does already. */
function actions(page: WorkPage, { desks, pulls }: WorkLinks, { work, repository }: Surroundings): string {
  const link = (href: string, word: string) =>
    `<a${attributes({ href, 'aria-label': `${word}: ${page.title.target ?? page.title.source}` })}>${escapeHtml(word)}</a>`;
  const edit = editUrl(repository, page.file);
  const links = [
    ...(edit === undefined ? [] : [link(edit, work.edit)]),
    ...(page.waiting.unreviewed > 0 && desks.has(page.part) ? [link(`../desk/${page.part}.html`, work.review)] : []),
  ];
  const numbers = pulls.get(page.name) ?? [];
  const busy = numbers.map((each) => pullLink(each, repository)).join(' ');
  const note = numbers.length === 0 ? '' : ` <span class="busy">${escapeHtml(work.busy)} ${busy}</span>`;
  return links.length + numbers.length === 0 ? '' : `<span class="actions">${links.join(' ')}${note}</span>`;
}

function pullLink({ number: n, title }: { number: number; title: string }, repository: string | undefined): string {
  if (repository === undefined) return `#${n}`;
  return tag('a', { href: `https://github.com/${repository}/pull/${n}`, title }, `#${n}`);
}

function sums({ untranslated, stale, unreviewed }: Waiting, { work, lang }: Surroundings): string {
  const values = { untranslated, stale, unreviewed };
  return say(work.sums, Object.fromEntries(Object.entries(values).map(([kind, words]) => [kind, number(words, lang)])));
}

const cell = (n: number, lang: string): string => (n === 0 ? '<td class="none">0</td>' : `<td>${number(n, lang)}</td>`);
