/** Which of the pages that were found come first. */

interface Named {
  readonly title: string;
  readonly english?: string | undefined;
}

/**
 * Pages that are called what was asked for; then those where the words stand side by side, for Chinese is cut into words of
 * often only one character, which stand apart on every long page; then the others. Within each, the index's own order.
 *
 * @param together those where the words stand side by side
 */
export function inOrder<T>(
  found: readonly T[],
  asked: string,
  named: (one: T) => Named | undefined,
  together: (one: T) => boolean,
): T[] {
  const rank = (one: T) => {
    const names = named(one);
    if (names && (isName(names.title, asked) || isName(names.english ?? '', asked))) return 0;
    return together(one) ? 1 : 2;
  };
  const ranked = found.map((one) => ({ one, rank: rank(one) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ one }) => one);
}

/** A number such as `26.2.`, `Chapter 29.`, `Part IV.`, with whatever a language says around it. */
const NUMBER = /(?:^|\s)(?:\d[\d.]*|[A-Z]?[\d.]+|[IVXLC]+\.?|[A-Z]\.)(?:\s\S{1,3})?$/;

/** Whether a title, leaving its number aside, is just that. */
export function isName(title: string, asked: string): boolean {
  const [name, wanted] = [title.toLowerCase(), asked.trim().toLowerCase()];
  if (wanted === '' || !name.endsWith(wanted)) return false;
  const before = title.slice(0, title.length - wanted.length).trimEnd();
  return before === '' || (NUMBER.test(before) && before.length < title.length - wanted.length);
}
