/** A button on each listing copies what it shows. Grammars have none: nobody runs them. */
import { copyText } from './copy.ts';

const ICON = '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M7 7h9v9H7zM13 7V4H4v9h3" /></svg>';

export function copyListings(): void {
  const said = document.querySelector<HTMLElement>('.said');
  if (!said) return;
  const model = document.createElement('button');
  model.type = 'button';
  model.lang = said.lang;
  model.dataset.extra = '';
  model.setAttribute('aria-label', said.dataset.listing ?? '');
  model.title = said.dataset.listing ?? '';
  model.innerHTML = ICON;
  for (const listing of document.querySelectorAll<HTMLElement>('pre.programlisting, pre.screen')) {
    // The button stays at its corner while the listing scrolls, so it stands beside it.
    const frame = document.createElement('div');
    frame.className = 'listing';
    listing.replaceWith(frame);
    const button = model.cloneNode(true);
    button.addEventListener('click', () => void copyText(shownText(listing), ''));
    frame.append(listing, button);
  }
}

/** Without the marks for line breaks, which no program understands, and the line end that would run a command at once. */
function shownText(listing: HTMLElement): string {
  return (listing.textContent ?? '').replaceAll('\u200b', '').replace(/\n+$/, '');
}
