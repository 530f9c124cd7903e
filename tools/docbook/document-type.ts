/** The document type declaration at the head of a document: found, its subset read, and blanked out. */
import { countLines, type EntityTable, type LoadEntity, readSubset } from './entities.ts';
import type { Finding, Position } from './types.ts';

/** The declaration up to the `[` of its subset. No part of this can match in two ways: it must end fast. */
const DOCTYPE = /^\uFEFF?(?:<\?xml[^>]*\?>)?(?:\s|<!--(?:(?!-->)[\s\S])*-->)*<!DOCTYPE\s(?:"[^"]*"|'[^']*'|[^[>"'])*\[/;

export interface DocumentType {
  /** The text with the declaration as blanks, so that line numbers stay right. */
  readonly body: string;
  /** Declarations could not be read: that an entity is unknown is an echo of it. */
  readonly broken: boolean;
}

/** Reads the internal subset of a document into `table`. A declaration without a subset stays for the XML parser. */
export function readDocumentType(
  text: string,
  file: string,
  table: EntityTable,
  load: LoadEntity,
  report: (finding: Finding) => void,
): DocumentType {
  const head = DOCTYPE.exec(text)?.[0];
  if (head === undefined) return { body: text, broken: false };
  const at: Position = { file, line: 1 + countLines(head) };
  let broken = false;
  const fail = (finding: Finding) => {
    // An entity that points outside is declared all the same.
    broken ||= finding.rule !== 'docbook/entity-outside';
    report(finding);
  };
  const close = endOfSubset(text, head.length);
  if (close === undefined) {
    const message = 'the DTD subset that opens here is not closed; expected "]>"';
    report({ ...at, severity: 'error', rule: 'docbook/dtd', message });
    return { body: '', broken: true };
  }
  const loadOrBreak = (path: string, from: Position) => {
    const loaded = load(path, from);
    broken ||= loaded === undefined;
    return loaded;
  };
  readSubset(text.slice(head.length, close), at, table, loadOrBreak, fail);
  const end = text.indexOf('>', close) + 1;
  return { body: text.slice(0, end).replace(/[^\n]/g, ' ') + text.slice(end), broken };
}

/** Index of the `]` that closes the internal subset, past quoted strings and comments. */
function endOfSubset(text: string, from: number): number | undefined {
  const token = /<!--(?:(?!-->)[\s\S])*-->|<\?(?:(?!\?>)[\s\S])*\?>|"[^"]*"|'[^']*'|\]/g;
  token.lastIndex = from;
  for (let match = token.exec(text); match; match = token.exec(text)) if (match[0] === ']') return match.index;
  return undefined;
}
