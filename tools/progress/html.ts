/** Small pieces of HTML that several pages of this room have. */
import { fillWord } from '../project/fill-word.ts';
import { escapeHtml, tag } from '../render/html.ts';
import type { Texts } from '../render/types.ts';

/** A word with its values in place, as HTML. Values are plain text. */
export function say(word: string, values: Readonly<Record<string, string>> = {}): string {
  return escapeHtml(fillWord(word, values));
}

/** A word with finished HTML in its places. */
export function sayAround(word: string, html: Readonly<Record<string, string>>): string {
  return fillWord(escapeHtml(word), html);
}

export const number = (n: number, lang: string): string => n.toLocaleString(lang);

/** Whole per cent, rounded so that only all is 100 and only nothing is 0. */
export function percent(part: number, whole: number): number {
  if (whole === 0 || part === whole) return 100;
  if (part === 0) return 0;
  return Math.min(99, Math.max(1, Math.round((100 * part) / whole)));
}

/** A title in both languages: the translation, and the English smaller behind it. */
export function bothTitles({ source, target }: Texts, lang: string, href?: string): string {
  const link = (text: string, language: string) =>
    href === undefined ? tag('span', { lang: language }, text) : tag('a', { href, lang: language }, text);
  if (target === undefined || target === source) return link(escapeHtml(source), 'en');
  return `${link(escapeHtml(target), lang)} ${tag('small', { lang: 'en' }, escapeHtml(source))}`;
}

/** A day of an ISO moment: `2026-08-11`. */
export function day(moment: string): string {
  const date = moment.slice(0, 10);
  return tag('time', { datetime: date }, date);
}

/** A wide table that scrolls in a frame of its own, by keyboard too. */
export function scrolling(label: string, table: string): string {
  return tag('div', { class: 'scroll', role: 'region', 'aria-label': label, tabindex: '0' }, table);
}

/** Where a page's catalog is edited on GitHub. */
export function editUrl(repository: string | undefined, file: string | undefined): string | undefined {
  if (repository === undefined || file === undefined) return undefined;
  return `https://github.com/${repository}/edit/main/${file.split('/').map(encodeURIComponent).join('/')}`;
}

/** Seconds since 1970 as a day in UTC. */
export const isoDay = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
