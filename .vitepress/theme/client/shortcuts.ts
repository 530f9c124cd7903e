/** Keyboard: single keys that go from page to page and from paragraph to paragraph, and the dialog that lists them. */

import { openPanel } from './panel.ts';
import { article, step } from './paragraphs.ts';
import { keep, kept } from './storage.ts';

const NAME = 'pgdoc-keys';
const dialog = document.querySelector<HTMLDialogElement>('dialog.keys');
const box = dialog?.querySelector('input');

const acts: Readonly<Record<string, () => void>> = {
  '?': () => dialog?.showModal(),
  n: () => click('.page-links [rel=next]'),
  p: () => click('.page-links [rel=prev]'),
  j: () => to(1),
  k: () => to(-1),
  i: openPanel,
  m: () => click('.reading [aria-pressed=true] + button') || click('.reading button'),
};

export function shortcuts(): void {
  if (!dialog || !box || typeof dialog.showModal !== 'function') return;
  document.querySelector('.keys-open')?.addEventListener('click', () => {
    box.checked = isOn();
    dialog.showModal();
  });
  box.checked = isOn();
  box.addEventListener('change', () => keep(NAME, box.checked ? 'on' : 'off'));
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.addEventListener('keydown', (event) => {
    const act = isSingleKey(event) && Object.hasOwn(acts, event.key) ? acts[event.key] : undefined;
    if (!act || (event.key !== '?' && !article)) return;
    event.preventDefault();
    act();
  });
}

/** A key pressed alone, by a reader who neither types nor has switched such shortcuts off. */
export function isSingleKey(event: KeyboardEvent): boolean {
  const target = event.target as Element;
  const isTyping = event.isComposing || target.closest('input, textarea, select, [contenteditable], dialog[open]');
  return !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented && isOn();
}

const isOn = (): boolean => kept(NAME) !== 'off';

function click(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector);
  found?.click();
  return found !== null;
}

/** The focus goes along, so that Tab and screen readers go on from there. */
function to(by: number): void {
  const block = step(by);
  if (!block) return;
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
}
