/** The reading mode, how pairs stand, and the colour scheme: attributes of `<html>`, kept in storage (see document.ts). */
import { isLaidOut } from './lazy.ts';
import { keep } from './storage.ts';

const html = document.documentElement;

export function switchModes(): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('.reading button')];
  const pairs = document.querySelector('button.pairs');
  const show = (): void => {
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(button.dataset.mode === html.dataset.reading));
    pairs?.setAttribute('aria-pressed', String(html.dataset.pairs !== 'under'));
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const mode = button.dataset.mode ?? 'both';
      keepPlace(() => {
        html.dataset.reading = mode;
        const { target } = html.dataset;
        if (target) html.lang = mode === 'source' ? 'en' : target;
        keep('pgdoc-reading', mode);
        for (const block of document.querySelectorAll('.peek')) block.classList.remove('peek');
        show();
      });
    });
  }
  pairs?.addEventListener('click', () =>
    keepPlace(() => {
      html.dataset.pairs = html.dataset.pairs === 'under' ? 'beside' : 'under';
      keep('pgdoc-pairs', html.dataset.pairs);
      show();
    }),
  );
  show();

  document.querySelector('button.theme')?.addEventListener('click', () => {
    const dark = html.dataset.theme
      ? html.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    html.dataset.theme = dark ? 'light' : 'dark';
    keep('pgdoc-theme', html.dataset.theme);
  });
}

/** The first paragraph in view is the reader's place, which no change of mode may lose. */
function keepPlace(change: () => void): void {
  const anchor = topBlock();
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (anchor && before !== undefined) scrollBy({ top: partnerTop(anchor) - before, behavior: 'instant' });
}

function topBlock(): Element | undefined {
  return [...document.querySelectorAll<HTMLElement>('article [data-key]')].find(
    (block) => isLaidOut(block) && block.getBoundingClientRect().bottom > 80,
  );
}

function partnerTop(block: Element): number {
  const partner = block.matches('[lang="en"]') ? block.previousElementSibling : block.nextElementSibling;
  const shown = block.getClientRects().length > 0 ? block : partner;
  return (shown?.getClientRects().length ? shown : block.parentElement)?.getBoundingClientRect().top ?? 0;
}
