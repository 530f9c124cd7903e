/** The pages of the review desk: the folders, and a sitting with its paragraphs and the comment at its end. */
import { entryStatus } from '../catalog/entry-status.ts';
import { escapeHtml, tag } from '../render/html.ts';
import { commentOf, type DeskPage, type DeskPiece, pieceId, type Sitting } from './desk.ts';
import { englishDiffHtml } from './english-diff-html.ts';
import { bothTitles, day, isoDay, number, say, sayAround, scrolling } from './html.ts';
import { segmentHtml } from './inline-html.ts';
import type { Surroundings } from './words.ts';

/** A folder with what waits in it. */
export interface DeskFolder {
  readonly id: string;
  /** Finished HTML. */
  readonly title: string;
  readonly words: number;
  readonly since: number | undefined;
  readonly sittings: readonly Sitting[];
}

/** Site path, without extension, of the n-th sitting of a folder, from 0. */
export const deskPath = (folder: string, at: number): string =>
  at === 0 ? `desk/${folder}` : `desk/${folder}/${at + 1}`;

export function deskTable(folders: readonly DeskFolder[], root: string, { desk, lang }: Surroundings): string {
  if (folders.length === 0) return `<p>${escapeHtml(desk.nothing)}</p>`;
  const heads = [desk.folder, desk.waiting, desk.since].map((head) => tag('th', { scope: 'col' }, escapeHtml(head)));
  const rows = folders.map(
    ({ id, title, words, since }) =>
      `<tr><th scope="row"><a href="${root}${deskPath(id, 0)}.html">${title}</a></th><td>${number(words, lang)}</td>` +
      `<td>${since === undefined ? '' : day(isoDay(since))}</td></tr>`,
  );
  const table = `<table class="counts"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return scrolling(desk.title, table);
}

export function deskIndex(folders: readonly DeskFolder[], guide: string | undefined, around: Surroundings): string {
  const { desk } = around;
  const link = guide === undefined ? '' : `<p class="ways"><a href="${guide}">${escapeHtml(desk.guide)}</a></p>`;
  return tag(
    'div',
    { class: 'work' },
    `<h1>${escapeHtml(desk.title)}</h1><p class="lead">${escapeHtml(desk.lead)}</p>` +
      `${deskTable(folders, '../', around)}<h2>${escapeHtml(desk.how)}</h2>${steps(around)}${link}`,
  );
}

export interface DeskPlace {
  readonly folder: DeskFolder;
  /** Which of its sittings, from 0. */
  readonly at: number;
  /** main's commit that the texts are of. */
  readonly commit: string | undefined;
}

export function deskSitting({ folder, at, commit }: DeskPlace, around: Surroundings): string {
  const { desk, lang } = around;
  const sitting = folder.sittings[at] as Sitting;
  const root = at === 0 ? '../' : '../../';
  const sheets = sitting.pages.map((page) => sheet(page, root, around)).join('');
  const values = { paragraphs: number(sitting.paragraphs, lang), words: number(sitting.words, lang) };
  return tag(
    'div',
    { class: 'desk', 'data-desk': `${folder.id}-${at + 1}` },
    `<h1><span>${sayAround(desk.titleOf, { part: folder.title })}</span></h1><p class="lead">${say(desk.leadOf, values)}</p>` +
      `<details class="how"><summary>${escapeHtml(desk.how)}</summary>${steps(around)}${keys(around)}</details>` +
      `${sheets}<p class="tally" hidden><span role="status" data-word="${escapeHtml(desk.done)}"></span> ` +
      `<a href="#comment">${escapeHtml(desk.toComment)}</a></p>${outcome(sitting, commit, around)}${others(folder, at, root, around)}`,
  );
}

function steps({ desk }: Surroundings): string {
  return tag(
    'ol',
    {},
    [desk.howRead, desk.howTick, desk.howSend].map((step) => tag('li', {}, escapeHtml(step))).join(''),
  );
}

function keys({ desk }: Surroundings): string {
  const key = (name: string) => tag('kbd', {}, name);
  return `<p class="desk-keys">${sayAround(desk.keys, { next: key('j'), previous: key('k'), tick: key('x') })}</p>`;
}

function sheet(of: DeskPage, root: string, around: Surroundings): string {
  const { page, version, pieces } = of;
  const title = bothTitles(page.title, around.lang, `${root}docs/${version}/${page.name}.html`);
  const all = `<button class="all" type="button" hidden>${escapeHtml(around.desk.all)}</button>`;
  const rows = pieces.map((piece) => pair(piece, of, root, around)).join('');
  return `<section class="sheet" data-page="${escapeHtml(page.name)}"><h2><span>${title}</span></h2>${all}<ol class="desk-list">${rows}</ol></section>`;
}

function pair(piece: DeskPiece, { page, file, version }: DeskPage, root: string, around: Surroundings): string {
  const { entry, isMachine, since, anchor } = piece;
  const { desk, lang, repository } = around;
  const name = `k-${page.name}-${entry.key}`;
  const place = `${root}docs/${version}/${page.name}.html${anchor === undefined ? '' : `#${anchor}`}`;
  const edit = lineUrl(repository, file, entry.line);
  const facts = [
    ...(isMachine ? [tag('span', { class: 'draft' }, escapeHtml(desk.machine))] : []),
    ...(since === undefined ? [] : [sayAround(desk.textSince, { day: day(isoDay(since)) })]),
    tag('code', {}, entry.key),
  ];
  const links = [
    tag('a', { href: place, 'data-paragraph': entry.key, 'aria-describedby': name }, escapeHtml(desk.inPage)),
    ...(edit === undefined ? [] : [tag('a', { href: edit, 'aria-describedby': name }, escapeHtml(desk.edit))]),
  ];
  return (
    `<li class="pair" data-key="${entry.key}" data-id="${escapeHtml(pieceId(page.name, piece))}">` +
    `<div class="texts"><p lang="en" id="${escapeHtml(name)}">${segmentHtml(entry.source)}</p>${tag('p', { lang }, segmentHtml(entry.target))}</div>` +
    `${changed(piece, around)}<p class="facts"><label class="right" hidden><input type="checkbox" aria-describedby="${escapeHtml(name)}"> ` +
    `${escapeHtml(desk.right)}</label>${links.join(' ')} <span class="aside">${facts.join(' · ')}</span></p></li>`
  );
}

/** The old English is kept beside a text that was made anew, until the English changes again. */
function changed({ entry }: DeskPiece, { desk }: Surroundings): string {
  if (!entry.stale || entryStatus(entry) === 'stale' || entry.stale.oldSource === entry.source) return '';
  const diff = englishDiffHtml(entry.stale.oldSource, entry.source);
  return `<div class="changed"><span>${escapeHtml(desk.changed)}</span> <span lang="en">${diff}</span></div>`;
}

function outcome(sitting: Sitting, commit: string | undefined, { desk, repository }: Surroundings): string {
  const text = commentOf(sitting, commit);
  const rows = Math.min(12, sitting.pages.length + 2);
  const says = { ticked: desk.commentTicked, none: desk.commentNone };
  const open =
    repository === undefined
      ? ''
      : `<a class="button" href="https://github.com/${repository}/issues?q=${encodeURIComponent('is:issue is:open label:review')}" rel="nofollow">${escapeHtml(desk.open)}</a>`;
  return (
    `<section class="outcome" id="comment"><h2>${escapeHtml(desk.comment)}</h2>` +
    `<p class="says" data-ticked="${escapeHtml(says.ticked)}" data-none="${escapeHtml(says.none)}">${escapeHtml(desk.commentAll)}</p>` +
    `<textarea readonly spellcheck="false" rows="${rows}" aria-label="${escapeHtml(desk.comment)}" data-at="${commit ?? ''}">${escapeHtml(text)}</textarea>` +
    `<p class="send"><button class="button copy-comment" type="button" hidden>${escapeHtml(desk.copy)}</button> ${open}</p>` +
    `<p class="aside">${escapeHtml(desk.where)} ${escapeHtml(desk.own)}</p></section>`
  );
}

function others({ id, sittings, words }: DeskFolder, here: number, root: string, { desk, lang }: Surroundings): string {
  const links = sittings.flatMap((_, at) =>
    at === here ? [] : [`<a href="${root}${deskPath(id, at)}.html">${say(desk.another, { n: String(at + 1) })}</a>`],
  );
  return `<p>${say(desk.rest, { words: number(words, lang) })}</p><p class="ways">${links.join('')}<a href="${root}desk/index.html">${escapeHtml(desk.desk)}</a></p>`;
}

/** Where a line of a catalog is shown on GitHub, with the pencil beside it. */
function lineUrl(repository: string | undefined, file: string, line: number): string | undefined {
  if (repository === undefined) return undefined;
  return `https://github.com/${repository}/blob/main/${file.split('/').map(encodeURIComponent).join('/')}?plain=1#L${line}`;
}
