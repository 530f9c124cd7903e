/** Words of the interface have places for values: `{n} posts`. */

/** `fillWord('{n} posts', { n: 3 })` → `3 posts`. A place without a value stays as it stands. */
export function fillWord(word: string, values: Readonly<Record<string, string | number>>): string {
  return word.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
