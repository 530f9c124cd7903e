/**
 * The review desk: what was ticked becomes the comment at the end, and is remembered on this device. Without this script
 * all paragraphs can be read, and the comment is that of all of them.
 */
import { copyText } from '../client/copy.ts';

const KEPT = 'pgdoc-desk';
/** Texts that are remembered; older ones are forgotten. */
const MOST_KEPT = 2000;

export function openDesk(): void {
  const place = document.querySelector<HTMLElement>('.desk');
  if (place) listen(place);
}

function listen(place: HTMLElement): void {
  const pairs = [...place.querySelectorAll<HTMLElement>('.pair')];
  const boxOf = (pair: HTMLElement) => pair.querySelector('input') as HTMLInputElement;
  const comment = place.querySelector('textarea') as HTMLTextAreaElement;
  const says = place.querySelector('.says') as HTMLElement;
  const copy = place.querySelector('.copy-comment') as HTMLButtonElement;
  const status = place.querySelector('.tally span') as HTMLElement;
  const at = comment.dataset.at ? ` at ${comment.dataset.at}` : '';
  const kept = remembered();

  for (const pair of pairs) boxOf(pair).checked = kept.has(pair.dataset.id ?? '');
  for (const hidden of place.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false;
  for (const link of place.querySelectorAll<HTMLAnchorElement>('[data-paragraph]'))
    link.hash = `p-${link.dataset.paragraph}`;

  const write = () => {
    const lines = [...place.querySelectorAll<HTMLElement>('.sheet')].flatMap((sheet) => {
      const keys = pairs.filter((pair) => sheet.contains(pair) && boxOf(pair).checked).map((pair) => pair.dataset.key);
      return keys.length === 0 ? [] : [`/reviewed ${sheet.dataset.page} ${keys.join(' ')}${at}`];
    });
    const ticked = pairs.filter((pair) => boxOf(pair).checked);
    comment.value = lines.join('\n');
    copy.disabled = lines.length === 0;
    says.textContent = (lines.length === 0 ? says.dataset.none : says.dataset.ticked) ?? '';
    status.textContent = (status.dataset.word ?? '')
      .replace('{n}', String(ticked.length))
      .replace('{total}', String(pairs.length));
  };
  const changed = () => {
    for (const pair of pairs) {
      const id = pair.dataset.id ?? '';
      kept.delete(id);
      if (boxOf(pair).checked) kept.add(id);
    }
    remember(kept);
    write();
  };
  place.addEventListener('change', changed);
  for (const sheet of place.querySelectorAll<HTMLElement>('.sheet'))
    sheet.querySelector('.all')?.addEventListener('click', () => {
      const boxes = [...sheet.querySelectorAll('input')];
      const isAll = boxes.every(({ checked }) => checked);
      for (const box of boxes) box.checked = !isAll;
      changed();
    });
  copy.addEventListener('click', () => void copyText(comment.value, ''));
  place.addEventListener('keydown', (event) => step(event, pairs, boxOf, changed));
  // A click into a paragraph takes the keyboard there.
  place.addEventListener('click', ({ target }) => {
    const pair = (target as Element).closest<HTMLElement>('.pair');
    if (!pair || (target as Element).closest('a, label, input, button') || String(getSelection()) !== '') return;
    boxOf(pair).focus({ preventScroll: true });
  });
  write();
}

/** j, k and x are commands only while something of the list has the focus (WCAG 2.1.4). */
function step(
  event: KeyboardEvent,
  pairs: readonly HTMLElement[],
  boxOf: (pair: HTMLElement) => HTMLInputElement,
  changed: () => void,
): void {
  const pair = (event.target as Element).closest<HTMLElement>('.pair');
  if (!pair || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const key = event.key.toLowerCase();
  if (key === 'x') {
    const box = boxOf(pair);
    box.checked = !box.checked;
    changed();
  } else if (key === 'j' || key === 'k') {
    const next = pairs[pairs.indexOf(pair) + (key === 'j' ? 1 : -1)];
    if (!next) return;
    boxOf(next).focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Names of texts, each with the hash of its translation: what was changed since is not ticked. */
function remembered(): Set<string> {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return new Set(Array.isArray(list) ? list.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}

function remember(ids: ReadonlySet<string>): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify([...ids].slice(-MOST_KEPT)));
  } catch {
    // A browser that keeps nothing still makes the comment.
  }
}
