/** Shows the entries that have the words that are typed, with all below them, and the way to them. */

interface Entry {
  readonly item: HTMLElement;
  /** In both languages, lower case, without the sections that it leads to. */
  readonly words: string;
  readonly below: readonly Entry[];
}

/** Milliseconds without typing after which the entries are filtered. */
const PAUSE = 80;

export function filterIndex(tools: HTMLElement): void {
  const input = tools.querySelector('input');
  const said = tools.querySelector<HTMLElement>('[role=status]');
  if (!input || !said) return;
  const divisions = [...document.querySelectorAll<HTMLElement>('.indexdiv')];
  let entries: readonly Entry[] | undefined;
  let timer = 0;
  const filter = () => {
    entries ??= entriesIn([...document.querySelectorAll<HTMLElement>('.indexdiv > ul > li')]);
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = entries.reduce((sum, entry) => sum + show(entry, words, ''), 0);
    for (const division of divisions) division.hidden = !division.querySelector(':scope > ul > li:not([hidden])');
    const count = said.dataset.count?.replace('{n}', String(shown));
    said.textContent = words.length === 0 ? '' : ((shown === 0 ? said.dataset.none : count) ?? '');
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(filter, PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && input.value !== '') {
      input.value = '';
      filter();
    } else if (event.key === 'Enter') {
      clearTimeout(timer);
      filter();
      document.querySelector<HTMLElement>('.indexdiv:not([hidden]) > ul > li:not([hidden]) a[href]')?.focus();
    }
  });
  // A browser that brings the page back brings the words back with it.
  if (input.value !== '') filter();
}

function entriesIn(items: readonly HTMLElement[]): Entry[] {
  return items.map((item) => ({
    item,
    words: ownWords(item).toLowerCase(),
    below: entriesIn([...item.querySelectorAll<HTMLElement>(':scope > ul > li')]),
  }));
}

/** Places and entries below have words of their own. */
function ownWords(item: HTMLElement): string {
  const texts = [...item.childNodes].map((node) =>
    node instanceof Element && node.matches('a, ul') ? ' ' : withoutLinks(node),
  );
  return texts.join(' ');
}

function withoutLinks(node: Node): string {
  if (!(node instanceof Element) || !node.querySelector('a.indexterm')) return node.textContent ?? '';
  const copy = node.cloneNode(true) as Element;
  for (const link of copy.querySelectorAll('a.indexterm')) link.remove();
  return copy.textContent ?? '';
}

/**
 * @param above words of the entries above, which count for those below
 * @returns how many entries are shown
 */
function show({ item, words, below }: Entry, wanted: readonly string[], above: string): number {
  const all = `${above} ${words}`;
  const isMet = wanted.every((word) => all.includes(word));
  // What is found is shown with all that stands below it.
  const shown = below.reduce((sum, entry) => sum + show(entry, isMet ? [] : wanted, all), 0);
  item.hidden = !isMet && shown === 0;
  return shown + Number(isMet);
}
