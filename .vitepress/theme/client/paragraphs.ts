/**
 * Paragraphs with a key. In a mode of one language, a tap shows the paragraph's other language. One small set of
 * buttons follows the pointer, or the keyboard: Tab reaches it, the arrow keys take it from paragraph to paragraph.
 */
import { copyText } from './copy.ts';

const article = document.querySelector<HTMLElement>('article[data-page]');
const tools = document.querySelector<HTMLElement>('.tools');
let block: HTMLElement | undefined;

export function paragraphTools(): void {
  if (!article || !tools) return;
  article.addEventListener('click', tap);
  article.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'touch' && !tools.contains(document.activeElement)) place(blockOf(event.target));
  });
  tools.addEventListener('keydown', step);
  tools.querySelector('.other')?.addEventListener('click', () => block && toggle(block));
  tools.querySelector('.copy')?.addEventListener('click', () => {
    if (block) void copyText(`${article.dataset.page} ${block.dataset.key}`);
  });
  article.before(tools);
  tools.hidden = false;
  // Reached by Tab before any paragraph was pointed at: start with the first one in view.
  tools.addEventListener('focusin', () => {
    if (!block) place(blocks().find((one) => one.getBoundingClientRect().bottom > 0));
  });
}

function tap(event: MouseEvent): void {
  const target = event.target as Element;
  if (target.closest('a, button, input, label, summary, pre') || String(getSelection()) !== '') return;
  const tapped = blockOf(target);
  if (!tapped) return;
  place(tapped);
  if (document.documentElement.dataset.reading !== 'both') toggle(tapped);
}

function blockOf(target: EventTarget | null): HTMLElement | undefined {
  return (target as Element | null)?.closest<HTMLElement>('[data-key]') ?? undefined;
}

/** A target stands before its source, both under the same key. */
function partnerOf(one: HTMLElement): HTMLElement | undefined {
  const sibling = one.lang === 'en' ? one.previousElementSibling : one.nextElementSibling;
  return sibling instanceof HTMLElement && sibling.dataset.key === one.dataset.key ? sibling : undefined;
}

function toggle(one: HTMLElement): void {
  const partner = partnerOf(one);
  const isOwn = (one.lang === 'en') === (document.documentElement.dataset.reading === 'source');
  const guest = isOwn ? partner : one;
  guest?.classList.toggle('peek');
  if (guest === one && partner) place(partner);
}

function place(next: HTMLElement | undefined): void {
  if (!next || !tools || !article) return;
  block = next;
  const box = next.getBoundingClientRect();
  const frame = (tools.offsetParent ?? document.body).getBoundingClientRect();
  tools.style.top = `${box.top - frame.top}px`;
  tools.style.left = `${article.getBoundingClientRect().right - frame.left}px`;
  tools.classList.toggle('alone', !partnerOf(next));
  for (const old of article.querySelectorAll('.pointed')) old.classList.remove('pointed');
  next.classList.add('pointed');
  for (const button of tools.querySelectorAll('button'))
    button.setAttribute('aria-description', (next.textContent ?? '').trim().slice(0, 60));
}

function blocks(): HTMLElement[] {
  return [...(article?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].filter((one) => one.offsetParent !== null);
}

function step(event: KeyboardEvent): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const all = blocks();
  const next = all[(block ? all.indexOf(block) : -1) + by];
  place(next);
  next?.scrollIntoView({ block: 'nearest' });
}
