/** Small pieces of the pages about people: links, numbers, dates, a person's initial. */
import type { PersonPage } from '../ledger/person-pages.ts';
import type { Moment } from '../ledger/types.ts';
import { escapeHtml, safeUrl, tag } from '../render/html.ts';
import type { Destination, Surroundings } from './types.ts';

/** Pages about people stand side by side in people/. @param path site path with extension */
export function hrefOf(path: string): string {
  return path.startsWith('people/') ? path.slice('people/'.length) : `../${path}`;
}

/** To make a format takes longer than to use it a thousand times. */
const formats = new Map<string, Intl.NumberFormat>();

/** A number as readers of the language write it. */
export function numberOf({ lang }: Pick<Surroundings, 'lang'>, value: number): string {
  const format = formats.get(lang) ?? new Intl.NumberFormat(lang, { useGrouping: true });
  formats.set(lang, format);
  return format.format(value);
}

/** A cell of a table; nothing is easier to read than a zero. */
export function numberCell(around: Surroundings, value: number): string {
  return tag('td', { class: 'number' }, value === 0 ? '' : numberOf(around, value));
}

export const dateOf = (at: Moment): string => at.slice(0, 10);

export function timeOf(at: Moment): string {
  return tag('time', { datetime: dateOf(at) }, dateOf(at));
}

/** A person's login with the initial in front, leading to their page. */
export function personLink(page: PersonPage): string {
  return tag('a', { class: 'person', href: hrefOf(`${page.path}.html`) }, initial(page) + escapeHtml(page.login));
}

/** Coloured by the person's number, so that it stays when the login changes; no picture of another host is asked for. */
export function initial({ id, login }: Pick<PersonPage, 'id' | 'login'>): string {
  const hue = (id * 137) % 360;
  const letter = tag('text', { x: '16', y: '16', fill: `hsl(${hue} 60% 24%)` }, escapeHtml(first(login).toUpperCase()));
  return tag(
    'svg',
    { class: 'initial', viewBox: '0 0 32 32', 'aria-hidden': 'true' },
    `<circle cx="16" cy="16" r="16" fill="hsl(${hue} 50% 86%)"/>${letter}`,
  );
}

const first = (login: string): string => Array.from(login)[0] ?? '';

/** A link out of the site, or its words where the address is none that a page may lead to. */
export function outside(url: string | undefined, html: string): string {
  const href = url === undefined ? undefined : safeUrl(url);
  return href === undefined || !/^https?:/i.test(href) ? html : tag('a', { href }, html);
}

/** A page of the site by its title, in the language that the title has. */
export function pageLink({ lang }: Surroundings, { path, title }: Destination): string {
  const isSource = title.target === undefined && title.source !== '';
  return tag('a', { href: hrefOf(path), lang: isSource ? 'en' : lang }, escapeHtml(title.target ?? title.source));
}

export const section = (id: string, title: string, content: string): string =>
  tag('section', { 'aria-labelledby': id }, tag('h2', { id }, escapeHtml(title)) + content);

/** A table that scrolls sideways by itself where it is too wide. @param head finished cells */
export function tableOf(head: string, rows: readonly string[], className: string): string {
  return tag('table', { class: className }, `<thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody>`);
}

export const headCell = (word: string, className?: 'number' | 'level'): string =>
  tag('th', { scope: 'col', class: className }, escapeHtml(word));
