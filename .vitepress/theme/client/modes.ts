/** The reading mode and the colour scheme: two attributes of `<html>`, kept in localStorage (see document.ts). */

const html = document.documentElement;

export function switchModes(): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('.reading button')];
  const show = (): void => {
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(button.dataset.mode === html.dataset.reading));
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const anchor = topBlock();
      const before = anchor?.getBoundingClientRect().top;
      html.dataset.reading = button.dataset.mode;
      const { target } = html.dataset;
      if (target) html.lang = button.dataset.mode === 'source' ? 'en' : target;
      keep('pgdoc-reading', button.dataset.mode);
      for (const block of document.querySelectorAll('.peek')) block.classList.remove('peek');
      show();
      if (anchor && before !== undefined) scrollBy({ top: partnerTop(anchor) - before, behavior: 'instant' });
    });
  }
  show();

  document.querySelector('button.theme')?.addEventListener('click', () => {
    const dark = html.dataset.theme
      ? html.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    html.dataset.theme = dark ? 'light' : 'dark';
    keep('pgdoc-theme', html.dataset.theme);
  });
}

/** The first paragraph in view: the reader's place, which a change of mode must not lose. */
function topBlock(): Element | undefined {
  return [...document.querySelectorAll('article [data-key]')].find((block) => {
    const box = block.getBoundingClientRect();
    return box.height > 0 && box.bottom > 80;
  });
}

function partnerTop(block: Element): number {
  const partner = block.matches('[lang="en"]') ? block.previousElementSibling : block.nextElementSibling;
  const shown = block.getClientRects().length > 0 ? block : partner;
  return (shown?.getClientRects().length ? shown : block.parentElement)?.getBoundingClientRect().top ?? 0;
}

/** Storage may be switched off; then the choice holds for this page. */
function keep(name: string, value: string | undefined): void {
  try {
    localStorage.setItem(name, value ?? '');
  } catch {}
}
