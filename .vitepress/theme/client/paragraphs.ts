/**
 * Paragraphs with a key: which one is meant. In a mode of one language, a tap shows the paragraph's other language. Two small
 * buttons follow the pointer, a tap or the keyboard: Tab reaches them, the arrow keys take them from paragraph to paragraph.
 */
import { isLaidOut } from './lazy.ts';

export const article = document.querySelector<HTMLElement>('article[data-page]');
export const tools = document.querySelector<HTMLElement>('.tools');
const html = document.documentElement;
const followers: ((block: HTMLElement) => void)[] = [];
const movers: (() => void)[] = [];
let block: HTMLElement | undefined;

export function paragraphTools(): void {
  if (!article || !tools) return;
  article.addEventListener('click', tap);
  article.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'touch' && !tools.contains(document.activeElement)) place(blockOf(event.target));
  });
  tools.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    step(by);
  });
  tools.querySelector('.other')?.addEventListener('click', toggle);
  article.before(tools);
  tools.hidden = false;
  tools.addEventListener('focusin', () => here());
  // Sections are laid out when they come near, and modes and windows change: then a paragraph stands elsewhere.
  new ResizeObserver(() => {
    if (!block) return;
    stand(block);
    for (const tell of movers) tell();
  }).observe(article);
}

/** The paragraph that is meant: before any was pointed at, the first one in view. */
export function here(): HTMLElement | undefined {
  if (!block || block.offsetParent === null)
    place(
      blocks().find((one) => isLaidOut(one) && one.getBoundingClientRect().bottom > (tools?.offsetHeight ?? 0) + 56),
    );
  return block;
}

/** Tells of every paragraph that is pointed at from now on. */
export function follow(tell: (block: HTMLElement) => void): void {
  followers.push(tell);
}

/** Tells when paragraphs may have moved on the page. */
export function whenMoved(tell: () => void): void {
  movers.push(tell);
}

/** To the next or the previous paragraph. */
export function step(by: number): HTMLElement | undefined {
  const all = blocks();
  let at = block ? all.indexOf(block) : -1;
  if (at < 0) return scrolledTo(here());
  do at += by;
  while (all[at]?.offsetParent === null);
  return scrolledTo(all[at]);
}

function scrolledTo(next: HTMLElement | undefined): HTMLElement | undefined {
  place(next);
  next?.scrollIntoView({ block: 'nearest' });
  return next;
}

/** Shows the other language of the paragraph, or hides it again. */
export function toggle(): void {
  if (!block) return;
  const partner = partnerOf(block);
  const isOwn = (block.lang === 'en') === (html.dataset.reading === 'source');
  const guest = isOwn ? partner : block;
  guest?.classList.toggle('peek');
  if (guest === block && partner) place(partner);
}

/** A target stands before its source, both under the same key. */
export function partnerOf(one: HTMLElement): HTMLElement | undefined {
  const sibling = one.lang === 'en' ? one.previousElementSibling : one.nextElementSibling;
  return sibling instanceof HTMLElement && sibling.dataset.key === one.dataset.key ? sibling : undefined;
}

export function place(next: HTMLElement | undefined): void {
  if (!next || !tools || !article) return;
  block = next;
  // Only what is shown has a frame to be placed in.
  tools.classList.add('placed');
  stand(next);
  tools.classList.toggle('alone', !partnerOf(next));
  for (const old of article.querySelectorAll('.pointed')) old.classList.remove('pointed');
  next.classList.add('pointed');
  for (const button of tools.querySelectorAll('button'))
    button.setAttribute('aria-description', (next.textContent ?? '').trim().slice(0, 60));
  for (const tell of followers) tell(next);
}

function stand(next: HTMLElement): void {
  if (!tools || !article) return;
  const frame = (tools.offsetParent ?? document.body).getBoundingClientRect();
  tools.style.top = `${next.getBoundingClientRect().top - frame.top}px`;
  tools.style.left = `${article.getBoundingClientRect().right - frame.left}px`;
}

function tap(event: MouseEvent): void {
  const target = event.target as Element;
  if (target.closest('a, button, input, label, summary, pre') || String(getSelection()) !== '') return;
  const tapped = blockOf(target);
  if (!tapped) return;
  place(tapped);
  if (html.dataset.reading !== 'both') toggle();
}

function blockOf(target: EventTarget | null): HTMLElement | undefined {
  return (target as Element | null)?.closest<HTMLElement>('[data-key]') ?? undefined;
}

function blocks(): HTMLElement[] {
  return [...(article?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
}
