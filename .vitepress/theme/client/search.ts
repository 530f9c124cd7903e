/** The search dialog: opens, asks the version's bundle, and moves through the results by keyboard. */
import { type Found, find, type Hit, prepare } from './pagefind.ts';
import { isSingleKey } from './shortcuts.ts';

const dialog = document.querySelector<HTMLDialogElement>('dialog.search');
const input = dialog?.querySelector('input');
const list = dialog?.querySelector<HTMLElement>('#search-results');
const note = dialog?.querySelector<HTMLElement>('.search-note');

export function searchDialog(): void {
  if (!dialog || !input || !list) return;
  const opener = document.querySelector('.search-open');
  if (typeof dialog.showModal !== 'function') {
    opener?.remove();
    return;
  }
  opener?.addEventListener('click', open);
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  input.addEventListener('input', (event) => (event instanceof InputEvent && event.isComposing) || later());
  input.addEventListener('compositionend', later);
  input.addEventListener('keydown', (event) => void move(event));
  list.addEventListener('scroll', () => {
    if (list.scrollTop + list.clientHeight > list.scrollHeight - NEAR) void showMore();
  });
  document.addEventListener('keydown', (event) => {
    const slash = event.key === '/' && isSingleKey(event);
    if (!slash && !(event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    open();
  });
}

function open(): void {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  input?.select();
  if (location.protocol === 'file:') return say(dialog.dataset.served);
  say(versionNote());
  prepare().catch(() => say(dialog.dataset.missing));
}

function versionNote(): string | undefined {
  return dialog?.dataset.versionWord?.replace('{version}', document.documentElement.dataset.version ?? '');
}

function say(text: string | undefined): void {
  if (note) note.textContent = text ?? '';
}

/** Pixels from the end of the list at which more is fetched. */
const NEAR = 80;
/** Milliseconds without typing after which the index is asked, and from then on until the text of pages is fetched. */
const PAUSE = { index: 50, text: 250 };

let timer = 0;
let asked = 0;
let found: Found | undefined;
let fetching = false;

/**
 * Waits for a pause in typing; an answer that comes after a newer question is dropped. What an input method has put
 * in, and nobody typed letter by letter, is a whole word: it waits for nothing.
 */
function later(): void {
  clearTimeout(timer);
  const words = input?.value.trim() ?? '';
  const isTyped = /^\p{ASCII}$/u.test(words.slice(-1));
  timer = window.setTimeout(() => void ask(words, isTyped ? PAUSE.text : 0), isTyped ? PAUSE.index : 0);
}

/** A single Latin letter, which begins a word that is still being typed, would fetch much and say nothing. */
const BEGUN = /(?:^|\s+)[a-z]$/i;

/** @param wait milliseconds that have to pass before text is fetched, so that nobody pays for words half typed */
async function ask(typed: string, wait: number): Promise<void> {
  const words = typed.replace(BEGUN, '');
  if (!dialog || location.protocol === 'file:') return;
  asked += 1;
  const mine = asked;
  if (words === '') {
    found = undefined;
    show([]);
    say(versionNote());
    return;
  }
  say(dialog.dataset.loading);
  try {
    const answer = await find(words);
    if (mine !== asked) return;
    found = undefined;
    show(answer.outline);
    say(answer.total === 0 ? dialog.dataset.none : dialog.dataset.count?.replace('{count}', String(answer.total)));
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (mine !== asked) return;
    const hits = await answer.more();
    if (mine !== asked) return;
    found = answer;
    show(hits);
  } catch {
    if (mine === asked) say(dialog.dataset.missing);
  }
}

/** Adds the next pages to the list. @returns whether there were any */
async function showMore(): Promise<boolean> {
  const mine = found;
  if (!mine || fetching) return false;
  fetching = true;
  const hits = await mine.more().catch(() => []);
  fetching = false;
  if (mine !== found) return false;
  const shown = options().length;
  list?.append(...hits.map((hit, at) => option(hit, shown + at)));
  return hits.length > 0;
}

/** Puts the hits into the list; what was chosen stays so, if it is still there. */
function show(hits: readonly Hit[]): void {
  const chosen = list?.querySelector('[aria-selected=true]')?.getAttribute('href');
  list?.replaceChildren(...hits.map((hit, at) => option(hit, at)));
  list?.scrollTo(0, 0);
  input?.setAttribute('aria-expanded', String(hits.length > 0));
  const all = options();
  select(all.find((one) => one.getAttribute('href') === chosen) ?? all[0]);
}

function option(hit: Hit, at: number): HTMLElement {
  const link = document.createElement('a');
  link.href = hit.url;
  link.id = `search-${at}`;
  link.setAttribute('role', 'option');
  link.tabIndex = -1;
  if (hit.section) link.className = 'section';
  const title = document.createElement('strong');
  title.textContent = hit.title;
  const text = document.createElement('span');
  // Pagefind escapes the page's text and adds only its own <mark>.
  text.innerHTML = hit.excerpt;
  link.append(title, text);
  link.addEventListener('click', () => dialog?.close());
  return link;
}

function options(): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role=option]') ?? [])];
}

function select(next: HTMLElement | undefined): void {
  for (const one of options()) one.setAttribute('aria-selected', String(one === next));
  if (next) input?.setAttribute('aria-activedescendant', next.id);
  else input?.removeAttribute('aria-activedescendant');
  next?.scrollIntoView({ block: 'nearest' });
}

async function move(event: KeyboardEvent): Promise<void> {
  const all = options();
  const at = all.findIndex((one) => one.getAttribute('aria-selected') === 'true');
  if (!['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) return;
  event.preventDefault();
  if (event.key === 'Enter') all[at]?.click();
  else if (event.key === 'ArrowUp') select(all[Math.max(at - 1, 0)]);
  else if (at < all.length - 1 || !(await showMore())) select(all[Math.min(at + 1, all.length - 1)]);
  else select(options()[at + 1]);
}
