/** Numbers that English prose says in words: `twenty-one`, `third`, `twice`, `March`, `a million`. */

const SMALL = [
  ['zero', 'zeros', 'zeroes', 'zeroed', 'no', 'none', 'null'],
  ['one', 'first', 'once', 'single', 'a', 'an', 'each', 'every', 'unique', 'last', 'only'],
  ['two', 'second', 'twice', 'both', 'double', 'pair', 'couple', 'binary', 'half', 'either'],
  ['three', 'third', 'triple', 'thrice'],
  ['four', 'fourth', 'quarter'],
  ['five', 'fifth'],
  ['six', 'sixth'],
  ['seven', 'seventh'],
  ['eight', 'eighth', 'octal'],
  ['nine', 'ninth'],
  ['ten', 'tenth', 'decimal'],
  ['eleven', 'eleventh'],
  ['twelve', 'twelfth', 'dozen'],
  ['thirteen', 'thirteenth'],
  ['fourteen', 'fourteenth'],
  ['fifteen', 'fifteenth'],
  ['sixteen', 'sixteenth', 'hexadecimal', 'hex'],
  ['seventeen', 'seventeenth'],
  ['eighteen', 'eighteenth'],
  ['nineteen', 'nineteenth'],
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const LONG_MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** Words that multiply what stands before them. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

const VALUES: ReadonlyMap<string, number> = new Map([
  ...SMALL.flatMap((words, value) => words.map((word): [string, number] => [word, value])),
  ...TENS.map((word, at): [string, number] => [word, (at + 2) * 10]),
  ...TENS.map((word, at): [string, number] => [`${word.slice(0, -1)}ieth`, (at + 2) * 10]),
  ...[...MONTHS, 'sept'].map((word, at): [string, number] => [word, at === 12 ? 9 : at + 1]),
  ...LONG_MONTHS.map((word, at): [string, number] => [word, at + 1]),
]);

/** Every number that a word of the text may say, and those of two words in a row. */
export function numbersInWords(text: string): Set<number> {
  const found = new Set<number>();
  let before: number | undefined;
  for (const [word] of text.toLowerCase().matchAll(/[a-z]+/g)) {
    const scale = SCALES.get(word) ?? SCALES.get(word.slice(0, -1));
    const value = VALUES.get(word);
    if (scale !== undefined) found.add(scale).add(scale * (before ?? 1));
    if (value !== undefined) found.add(value);
    if (word === 'half') found.add(0.5);
    if (value !== undefined && before !== undefined && before >= 20 && value < 10) found.add(before + value);
    before = scale === undefined ? value : scale * (before ?? 1);
  }
  return found;
}
