/**
 * What all generators share: the lines of an input, the finding for a bad one, and the check that what is copied into
 * the document cannot break the document around it.
 */
import { SaxesParser } from 'saxes';
import type { Finding } from '../types.ts';

/** One line of an input file, without its end. */
export interface InputLine {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly value: string;
}

/** The lines of an input's text; the empty rest after the last line end is no line. */
export function linesOf(file: string, text: string): InputLine[] {
  const values = text.split(/\r?\n/);
  if (values.at(-1) === '') values.pop();
  return values.map((value, index) => ({ file, line: index + 1, value }));
}

/** The finding for an input line that is left out. @param expected what should stand there, with an example */
export function malformed(at: InputLine, expected: string): Finding {
  const shown = at.value.length > 80 ? `${at.value.slice(0, 80)}…` : at.value;
  return {
    severity: 'error',
    rule: 'docbook/generated-input',
    file: at.file,
    line: at.line,
    message: `left out ${JSON.stringify(shown)}: expected ${expected}`,
  };
}

/** What a line that copies markup must hold to be let in. */
export const wellFormedText =
  'text that is well-formed DocBook, with "<" and "&" only where an element or an entity begins';

/**
 * Whether a piece of DocBook can stand inside an element. Upstream copies descriptions unescaped, since they hold
 * markup on purpose; a stray "<" in one would otherwise make the whole manual unreadable.
 */
export function isWellFormed(markup: string): boolean {
  let sound = true;
  const parser = new SaxesParser();
  parser.on('error', () => {
    sound = false;
  });
  // Named entities are declared by the document, not here.
  parser.write(`<piece>${markup.replace(/&[A-Za-z][\w.-]*;/g, '')}</piece>`).close();
  return sound;
}
