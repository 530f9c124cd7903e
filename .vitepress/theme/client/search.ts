/** The search dialog: opens, asks the version's bundle, and moves through the results by keyboard. */
import { find, type Hit } from './pagefind.ts';

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
  input.addEventListener('input', later);
  input.addEventListener('keydown', move);
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).closest('input, textarea, select, [contenteditable]');
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!slash && !(event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    open();
  });
}

function open(): void {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  input?.select();
  say(location.protocol === 'file:' ? dialog.dataset.served : versionNote());
}

function versionNote(): string | undefined {
  return dialog?.dataset.versionWord?.replace('{version}', document.documentElement.dataset.version ?? '');
}

function say(text: string | undefined): void {
  if (note) note.textContent = text ?? '';
}

let timer = 0;
let asked = 0;

/** Waits for a pause in typing; an answer that comes after a newer question is dropped. */
function later(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => void ask(input?.value.trim() ?? ''), 150);
}

async function ask(words: string): Promise<void> {
  if (!dialog || location.protocol === 'file:') return;
  asked += 1;
  const mine = asked;
  if (words === '') {
    show([]);
    say(versionNote());
    return;
  }
  say(dialog.dataset.loading);
  try {
    const found = await find(words);
    if (mine !== asked) return;
    show(found.hits);
    say(found.total === 0 ? dialog.dataset.none : dialog.dataset.count?.replace('{count}', String(found.total)));
  } catch {
    if (mine === asked) say(dialog.dataset.missing);
  }
}

function show(hits: readonly Hit[]): void {
  list?.replaceChildren(...hits.map(option));
  list?.scrollTo(0, 0);
  input?.setAttribute('aria-expanded', String(hits.length > 0));
  select(options()[0]);
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

function move(event: KeyboardEvent): void {
  const all = options();
  const at = all.findIndex((one) => one.getAttribute('aria-selected') === 'true');
  if (event.key === 'ArrowDown') select(all[Math.min(at + 1, all.length - 1)]);
  else if (event.key === 'ArrowUp') select(all[Math.max(at - 1, 0)]);
  else if (event.key === 'Enter') all[at]?.click();
  else return;
  event.preventDefault();
}
