/**
 * Which parts of a listing are code, and of which language. The rule sees the element and its text, nothing else, and
 * is conservative: what it is not sure of stays plain.
 *
 * 1. Only `programlisting` and `screen` hold code; a `language` attribute decides for the whole listing.
 * 2. A grammar (alternatives in braces, `[, ...]`) is no code.
 * 3. A listing that opens with an SQL statement, ends with a semicolon and shows no output is SQL throughout.
 * 4. One with the signs of C is C throughout; one whose every line starts with a known command is shell throughout.
 * 5. Of all others, statements and commands behind a prompt are code, and so are statements that stand at the start of
 *    a line and end with a semicolon. The rest is output.
 */
import { looksLikeC } from './highlight-c.ts';
import { looksLikeShell, shellCommandEnd } from './highlight-shell.ts';
import { hasOutput, statementEnd, statementStart } from './highlight-statements.ts';
import type { CodeLanguage, CodeRange, Listing } from './highlight-types.ts';

const ELEMENTS = new Set(['programlisting', 'screen']);

const LANGUAGES: ReadonlyMap<string, CodeLanguage> = new Map([
  ['sql', 'sql'],
  ['plpgsql', 'sql'],
  ['pgsql', 'sql'],
  ['c', 'c'],
  ['sh', 'shell'],
  ['bash', 'shell'],
  ['shell', 'shell'],
]);

const GRAMMAR = /\[\s*,\s*(?:\.\.\.|…)\s*\]|\{\s*[A-Z]\w*(?:\s+\w+)*\s*\|/;

/** The parts of a listing that are code, in order. */
export function codeRanges({ element, language, text }: Listing): CodeRange[] {
  if (!ELEMENTS.has(element)) return [];
  const whole = (known: CodeLanguage): CodeRange[] => [{ from: 0, to: text.length, language: known }];
  if (language !== undefined) {
    const known = LANGUAGES.get(language.toLowerCase());
    return known ? whole(known) : [];
  }
  if (GRAMMAR.test(text)) return [];
  const opening = statementStart(text);
  if (opening && /;\s*(?:--[^\n]*|\/\*[^\n]*\*\/)?\s*$/.test(text) && !hasOutput(text)) return whole('sql');
  if (!opening && looksLikeC(text)) return whole('c');
  if (looksLikeShell(text)) return whole('shell');
  return session(text, element);
}

/** psql's first prompt, with or without a database's name; and those of a statement's further lines. */
const PSQL_PROMPT = /^(?:\S+@\S+[ \t])?(?:[a-z]\w*)?=[*!?]?[>#](?:[ \t]+|$)/;
const PSQL_MORE = /^(?:\S+@\S+[ \t])?(?:[a-z]\w*)?[-('"$*][*!?]?[>#](?:[ \t]|$)/gm;
/** With or without a name in front: `$`, `%`, and on screens `#`, which elsewhere begins comments of configurations. */
const SHELL_PROMPT = /^(?:[\w./@:~-]*\$[ \t]+(?=\S)|%[ \t]+(?=[a-z./]))/;
const ROOT_PROMPT = /^[a-z]*#[ \t]+(?=[a-z./][\w./-]*(?:[ \t]|$))/;

function session(text: string, element: string): CodeRange[] {
  const promptOf = (line: string) => {
    const psql = PSQL_PROMPT.exec(line)?.[0];
    if (psql !== undefined) return { length: psql.length, isPsql: true };
    const shell = SHELL_PROMPT.exec(line) ?? (element === 'screen' ? ROOT_PROMPT.exec(line) : null);
    return shell ? { length: shell[0].length, isPsql: false } : undefined;
  };
  // Where there are prompts, whatever stands without one was printed.
  const hasPrompts = text.split('\n').some((line) => promptOf(line));
  const ranges: CodeRange[] = [];
  let at = 0;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    const prompt = promptOf(text.slice(at, lineEnd));
    let end = lineEnd;
    if (prompt?.isPsql) end = prompted(text, at + prompt.length, ranges);
    else if (prompt) {
      end = shellCommandEnd(text, at + prompt.length);
      ranges.push({ from: at + prompt.length, to: end, language: 'shell' });
    } else if (!hasPrompts) {
      const found = unprompted(text, at);
      if (found !== undefined) {
        ranges.push({ from: at, to: found, language: 'sql' });
        // More may follow on the same line.
        if (statementStart(text.slice(found, endOfLine(text, found)))) {
          at = found + (/^\s*/.exec(text.slice(found))?.[0].length ?? 0);
          continue;
        }
        end = found;
      }
    }
    at = Math.max(endOfLine(text, end), lineEnd) + 1;
  }
  return withComments(text, ranges);
}

/** Adds the statement behind a psql prompt; its further lines may bear prompts. Backslash commands stay plain. */
function prompted(text: string, from: number, ranges: CodeRange[]): number {
  const lineEnd = endOfLine(text, from);
  if (/^\s*(?:\\|$)/.test(text.slice(from, lineEnd))) return lineEnd;
  // Brackets and quotes in prompts are none of the statement's.
  const bare = text.slice(0, from) + text.slice(from).replace(PSQL_MORE, (prompt) => ' '.repeat(prompt.length));
  const end = statementEnd(bare, from);
  const to = end !== undefined && !hasOutput(bare.slice(from, end)) ? end : withMore(text, lineEnd);
  let start = from;
  for (const match of text.slice(from, to).matchAll(PSQL_MORE)) {
    ranges.push({ from: start, to: from + match.index, language: 'sql' });
    start = from + match.index + match[0].length;
  }
  ranges.push({ from: start, to, language: 'sql' });
  return to;
}

/** A statement that a backslash command ends goes on through the lines that have a prompt for further lines. */
function withMore(text: string, lineEnd: number): number {
  const more = new RegExp(`^(?:\\n${PSQL_MORE.source.slice(1)}(?!\\s*\\\\)[^\\n]*)*`);
  return lineEnd + (more.exec(text.slice(lineEnd))?.[0].length ?? 0);
}

/** The end of the statement that opens this line, or `undefined` if none does for sure. */
function unprompted(text: string, at: number): number | undefined {
  const line = text.slice(at);
  const start = statementStart(line);
  if (!start || hasOutput(line.slice(0, endOfLine(line, 0)))) return undefined;
  const end = statementEnd(text, at);
  if (end !== undefined && !hasOutput(text.slice(at, end))) return end;
  if (start === 'small') return undefined;
  // In capitals, one may do without its semicolon at the end of the listing, or before a blank line.
  const paragraph = /\n[ \t]*\n|$/.exec(line)?.index ?? line.length;
  const alone = line.slice(0, paragraph);
  return alone.trim().includes(' ') && !hasOutput(alone) ? at + paragraph : undefined;
}

/** Comments that stand between the statements of a listing are SQL as well. */
function withComments(text: string, ranges: readonly CodeRange[]): CodeRange[] {
  if (!ranges.some(({ language }) => language === 'sql')) return [...ranges];
  const all = [...ranges];
  for (const match of text.matchAll(/^[ \t]*--[ \t]+\S[^\n]*|(?<=;[ \t]+)--[ \t]+\S[^\n]*/gm)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (!ranges.some((range) => range.from < to && from < range.to)) all.push({ from, to, language: 'sql' });
  }
  return all.sort((a, b) => a.from - b.from);
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
