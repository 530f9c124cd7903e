/** How the lines of a text become one. */

const SPACES = new Set([' ', '\t', '\r']);
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Scripts that set no space between words get none from a line end. Other spaces than these are text. */
export function joinLines(text: string): string {
  const lines = text
    .split('\n')
    .map(trimSpaces)
    .filter((line) => line !== '');
  return lines.reduce((joined, line, at) => {
    if (at === 0) return line;
    const [before = '', after = ''] = [lines[at - 1]?.at(-1), line[0]];
    return joined + (CJK.test(before) && CJK.test(after) ? '' : ' ') + line;
  }, '');
}

/** Without a regular expression, which would try every space of a long run as the first of the last ones. */
function trimSpaces(line: string): string {
  let from = 0;
  let to = line.length;
  while (from < to && SPACES.has(line[from] as string)) from++;
  while (to > from && SPACES.has(line[to - 1] as string)) to--;
  return line.slice(from, to);
}
