/**
 * Reads the YAML that serialize.ts writes, and little else, twenty times faster than a reader of all YAML: a ledger has
 * thousands of files. What it makes of other texts means nothing, so parse.ts writes the record again and compares.
 */

/** What YAML gives: numbers as the text that was written, as strict-yaml.ts does. */
export type Plain = string | true | readonly Plain[] | { readonly [name: string]: Plain };

const FIELD = /^([a-z-]+):(?: (.+))?$/;
const STRING = '"(?:[^"\\\\]|\\\\.)*"';
const BARE = '[^\\s,:"{}[\\]]+';
const PAIR = new RegExp(`([a-z-]+): (${STRING}|\\{[^{}]*\\}|\\[[^[\\]]*\\]|${BARE})(?:, |$)`, 'y');

/** @returns undefined for a text that is not of this kind */
export function readPlain(text: string): Plain | undefined {
  const reader = new PlainReader(text.split('\n'));
  const value = reader.map('');
  return reader.isAtEnd() ? value : undefined;
}

class PlainReader {
  private at = 0;

  constructor(private readonly lines: readonly string[]) {}

  /** Whether all was read, and the last line has its end. */
  isAtEnd(): boolean {
    return this.at === this.lines.length - 1 && this.lines[this.at] === '';
  }

  /** Fields of one indent; the first may stand behind the dash of a list. */
  map(indent: string, dash = indent): Plain | undefined {
    const fields: [string, Plain][] = [];
    for (let start = dash; this.lines[this.at]?.startsWith(start); start = indent) {
      const [found, name = '', written] = FIELD.exec(this.lines[this.at]?.slice(start.length) ?? '') ?? [];
      if (found === undefined) break;
      this.at++;
      const value = written === undefined ? this.block(`${indent}  `) : readValue(written);
      if (value === undefined) return undefined;
      fields.push([name, value]);
    }
    return fields.length === 0 ? undefined : Object.fromEntries(fields);
  }

  private block(indent: string): Plain | undefined {
    const dash = `${indent}- `;
    if (!this.lines[this.at]?.startsWith(dash)) return this.map(indent);
    const items: Plain[] = [];
    for (let line = this.lines[this.at]; line?.startsWith(dash); line = this.lines[this.at]) {
      const item = readValue(line.slice(dash.length));
      if (item !== undefined) this.at++;
      const value = item ?? this.map(`${indent}  `, dash);
      if (value === undefined) return undefined;
      items.push(value);
    }
    return items;
  }
}

function readValue(written: string): Plain | undefined {
  if (written.startsWith('"')) return readString(written);
  if (written.startsWith('{ ') && written.endsWith(' }')) return readPairs(written.slice(2, -2));
  if (written.startsWith('[') && written.endsWith(']')) return written.slice(1, -1).split(', ');
  if (written === 'true') return true;
  return /[\s:"{}[\]]/.test(written) ? undefined : written;
}

function readString(written: string): string | undefined {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function readPairs(written: string): Plain | undefined {
  const fields: [string, Plain][] = [];
  PAIR.lastIndex = 0;
  while (PAIR.lastIndex < written.length) {
    const [, name = '', text = ''] = PAIR.exec(written) ?? [];
    const value = readValue(text);
    if (text === '' || value === undefined) return undefined;
    fields.push([name, value]);
  }
  return Object.fromEntries(fields);
}
