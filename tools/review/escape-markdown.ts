/**
 * Text of other people inside Markdown for GitHub: shown letter by letter, never read. Code is the one place where
 * GitHub leaves everything alone (marks, tags, @names, #numbers, commit ids, addresses, :emoji:), so all of it is code.
 */

/** What moves, hides or reorders what stands around it: controls, marks of direction, characters without width. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** A text on one line without what cannot be seen. */
export const plainLine = (text: string): string => text.replace(UNSEEN, ' ');

/**
 * A code span in Markdown, its fence longer than any in the text; nothing for a text without a character.
 * https://spec.commonmark.org/0.31.2/#code-spans
 */
export function codeSpan(text: string): string {
  const line = plainLine(text);
  if (line === '') return '';
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  // One space at either end is taken off, if there is anything else between.
  const padded = /^`|`$|^ .* $/.test(line) && /[^ ]/.test(line) ? ` ${line} ` : line;
  return `${fence}${padded}${fence}`;
}

/** Code in HTML, for where Markdown is not read, such as in a `<summary>`. */
export function codeElement(text: string): string {
  const escaped = plainLine(text).replace(/[&<>"'`]/g, (character) => `&#${character.codePointAt(0)};`);
  return `<code>${escaped}</code>`;
}

/** The first characters of a text, never half of one, with a mark where it was cut. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** The address of a file as text of a link; undefined where the path is not one to put into an address. */
export function fileAddress(site: string, commit: string, path: string, line: number): string | undefined {
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}_./-]*$/u.test(path) || path.includes('..')) return undefined;
  return `${site}/blob/${commit}/${path.split('/').map(encodeURIComponent).join('/')}?plain=1#L${line}`;
}

/** Words and their punctuation, in which GitHub finds nothing to make a link or a mark of. */
const CLOSING = `'”’),;:.!?…\u3001\u3002\u300a-\u300f\uff01\uff09\uff0c\uff1a\uff1b\uff1f`;
const WORD = new RegExp(
  `^(?:[(‘“\u300a-\u300f\uff08]*[\\p{L}\\p{N}]+(?:['’-](?=\\p{L})[\\p{L}\\p{N}]+)*)?[${CLOSING}]*$`,
  'u',
);
/** Looks like the id of a commit, or begins an address. */
const LIVE = /[0-9a-f]{7}|^www$/i;
const TOKEN = /(\s*)(?:`([^`]+)`|"([^"]+)"|([^\s"`]+|["`]))/g;

/**
 * A message that may quote other people's text, to be read as a sentence: plain words stay words, all the rest is code,
 * what stands in quotation marks or backticks first. It must not begin a line of its own, where `1.` would open a list.
 */
export function prose(text: string): string {
  const runs: { readonly isCode: boolean; readonly space: string; text: string }[] = [];
  const add = (isCode: boolean, space: string, said: string) => {
    const last = runs.at(-1);
    if (last?.isCode === isCode) last.text += space + said;
    else runs.push({ isCode, space, text: said });
  };
  for (const [, space = '', ticked, quoted, word = ''] of plainLine(text).trim().matchAll(TOKEN)) {
    const said = ticked ?? quoted ?? word;
    const isCode = said !== word || !WORD.test(word) || LIVE.test(word);
    // The sentence's own mark behind what it names.
    const mark = isCode && said === word ? (/[,;]$/.exec(said)?.[0] ?? '') : '';
    add(isCode, space, said.slice(0, said.length - mark.length));
    if (mark !== '') add(false, '', mark);
  }
  return runs.map(({ isCode, space, text: said }) => space + (isCode ? codeSpan(said) : said)).join('');
}
