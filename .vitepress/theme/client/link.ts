/** `#p-<key>`, the address of a paragraph: shows and marks it. Without a script the page just opens. */
import { article, place } from './paragraphs.ts';

export function showLinked(): void {
  show();
  addEventListener('hashchange', show);
}

function show(): void {
  const key = /^#p-([0-9a-f]{10})$/.exec(location.hash)?.[1];
  if (!key || !article) return;
  for (const old of article.querySelectorAll('.linked')) old.classList.remove('linked');
  const blocks = [...article.querySelectorAll<HTMLElement>(`[data-key="${key}"]`)];
  for (const block of blocks) block.classList.add('linked');
  // The one that the reading mode shows.
  const block = blocks.find((one) => one.offsetParent !== null);
  block?.scrollIntoView({ block: 'center' });
  place(block);
}
