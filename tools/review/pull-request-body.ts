/**
 * What the author of a pull request says in its title and body, as far as pgdoc acts on it: the boxes of the template,
 * and the command that a `replace` was made with. Anybody's text: nothing in here is trusted, only read.
 */
import { type ReplacementSpec, specProblem } from '../catalog/replacement.ts';

/** The template's boxes; undefined where the box is no longer there. */
export interface Boxes {
  /** A program wrote some of the text. */
  readonly machine: boolean | undefined;
  /** The author has read every paragraph. */
  readonly read: boolean | undefined;
}

/** GitHub's own limit of a body, and more than a line of a person has: looked-for patterns stay cheap. */
const LONGEST = 65_536;
const LONGEST_LINE = 1_000;
const BOX = /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[([ xX])\].*<!--[ \t]*pgdoc:(machine|read)[ \t]*-->$/;

/**
 * Boxes are lines such as `- [x] words <!-- pgdoc:machine -->`; words, bullet and indentation do not matter. Of several
 * of one kind, one that says that a machine was used, or that not all was read, decides.
 */
export function boxesOf(body: string): Boxes {
  const found: Record<'machine' | 'read', boolean[]> = { machine: [], read: [] };
  for (const line of linesOf(body)) {
    const [, mark, name] = BOX.exec(line) ?? [];
    if (name !== undefined) found[name as keyof Boxes].push(mark !== ' ');
  }
  const { machine, read } = found;
  return {
    machine: machine.length === 0 ? undefined : machine.includes(true),
    read: read.length === 0 ? undefined : !read.includes(false),
  };
}

/** Whether the boxes say that a program wrote what its author has not read. */
export const isUnread = ({ machine, read }: Boxes): boolean => machine === true && read !== true;

const COMMAND = /^(?:\$ )?(?:npm run (?:--silent )?pgdoc -- |pgdoc )replace (.+)$/;
/** What a command may be set in: a quote, a list, code. */
const SETTING = /^[ \t>*`-]+|[ \t`]+$/g;
const WORD = /"([^"\\]*(?:\\.[^"\\]*)*)"|'([^']*)'|([^\s"']+)/y;

/**
 * The replacement that a pull request says it is: the first line of the title or the body that is the command as it was
 * typed, `pgdoc replace OLD NEW [--where-source TERM] [--whole-words]`, in backticks or not, words with spaces in
 * quotation marks. Options that only limit where it was done (`--in`, `--report`) make no difference to the proof.
 *
 * @returns undefined when there is no such line, or it is one that `replace` would refuse
 */
export function replacementOf(title: string, body: string): ReplacementSpec | undefined {
  const lines = [...linesOf(title), ...linesOf(body)].map((line) => line.replace(SETTING, ''));
  const typed = lines.map((line) => COMMAND.exec(line)?.[1]).find((found) => found !== undefined);
  const words = typed === undefined ? undefined : wordsOf(typed);
  return words && specOf(words);
}

function specOf(words: readonly string[]): ReplacementSpec | undefined {
  const plain: string[] = [];
  let whereSource: string | undefined;
  let wholeWords = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (word === '--where-source') whereSource = words[++at];
    else if (word === '--whole-words') wholeWords = true;
    else if (word === '--in') while (words[at + 1] !== undefined && !words[at + 1]?.startsWith('--')) at++;
    else if (word === '--report' || word === '--root') at++;
    else if (word.startsWith('--')) return undefined;
    else plain.push(word);
  }
  const [old, replacement, ...more] = plain;
  if (old === undefined || replacement === undefined || more.length > 0) return undefined;
  const spec = {
    old,
    new: replacement,
    ...(whereSource === undefined ? {} : { whereSource }),
    ...(wholeWords ? { wholeWords } : {}),
  };
  return specProblem(spec) === undefined ? spec : undefined;
}

/** Words as a shell would have them, without anything that a shell would do; undefined for an open quotation mark. */
function wordsOf(typed: string): string[] | undefined {
  const words: string[] = [];
  for (let at = 0; at < typed.length; ) {
    if (/\s/.test(typed[at] as string)) {
      at++;
      continue;
    }
    WORD.lastIndex = at;
    const match = WORD.exec(typed);
    if (!match) return undefined;
    words.push(match[1]?.replace(/\\(["\\$`])/g, '$1') ?? match[2] ?? match[3] ?? '');
    at = WORD.lastIndex;
  }
  return words;
}

const linesOf = (text: string): readonly string[] =>
  text
    .slice(0, LONGEST)
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line.length <= LONGEST_LINE);
