/**
 * Puts the index in the order of the words that are read: while the translation is shown, each entry stands under the letter that
 * the dictionaries of its language give it, words of that language first; else the English order comes back.
 */

interface Placed {
  readonly item: HTMLElement;
  readonly list: Element;
}

export function orderIndex(tools: HTMLElement): void {
  const bounds = [...(tools.dataset.letters ?? '').matchAll(/(\p{Lu})(\S+)/gu)].map(([, letter = '', first = '']) => ({
    letter,
    first,
  }));
  if (bounds.length === 0) return;
  const html = document.documentElement;
  const collator = new Intl.Collator(html.dataset.target ?? tools.lang);
  let english: readonly Placed[] = [];
  let translated: readonly Placed[] | undefined;
  let isTranslated = false;

  const order = () => {
    const wanted = html.dataset.reading === 'target';
    if (wanted === isTranslated) return;
    isTranslated = wanted;
    if (wanted && !translated) {
      english = byLetter();
      translated = byTranslation(english, bounds, collator);
    }
    for (const { item, list } of (wanted ? translated : english) ?? []) list.append(item);
  };
  order();
  new MutationObserver(order).observe(html, { attributeFilter: ['data-reading'] });
}

/** As the page comes. */
function byLetter(): readonly Placed[] {
  return [...document.querySelectorAll<HTMLElement>('.indexdiv > ul > li')].map((item) => ({
    item,
    list: item.parentElement as Element,
  }));
}

function byTranslation(
  english: readonly Placed[],
  bounds: readonly { readonly letter: string; readonly first: string }[],
  collator: Intl.Collator,
): readonly Placed[] {
  const lists = new Map<string, Element>();
  for (const { list } of english) lists.set(list.parentElement?.id.replace('indexdiv-', '') ?? '', list);
  const entries = english.map(({ item, list }) => {
    const name = nameOf(item);
    const isWritten = /^\p{Lo}/u.test(name);
    const letter = isWritten ? bounds.findLast(({ first }) => collator.compare(first, name) <= 0)?.letter : undefined;
    return { item, name, isWritten, list: lists.get(letter ?? '') ?? list };
  });
  return entries.sort((a, b) => Number(b.isWritten) - Number(a.isWritten) || collator.compare(a.name, b.name));
}

/** The words of the translation, where the entry begins with them. */
function nameOf(item: HTMLElement): string {
  const { firstChild } = item;
  const isTarget = firstChild instanceof HTMLElement && firstChild.lang !== '' && firstChild.lang !== 'en';
  return ((isTarget ? firstChild : item).textContent ?? '').trim();
}
