/** The `#` behind a heading also copies its address. */
import { copyText } from './copy.ts';

export function linkHeadings(): void {
  const word = document.querySelector<HTMLElement>('.said')?.dataset.link;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.id_link')) {
    if (word) link.setAttribute('aria-label', word);
    link.addEventListener('click', () => void copyText(link.href));
  }
}
