/**
 * Text of a catalog -> Catalog. A scanner of lines: an entry is a `> ` line with a marker line below it, and all that
 * follows up to the next entry. A broken entry damages itself only: it is kept byte for byte as junk, with a finding.
 */
import { keyOf } from '../segment/key.ts';
import { parseMarker } from './marker.ts';
import type { Catalog, CatalogFinding, Entry, Junk } from './types.ts';

export interface ParsedCatalog {
  readonly catalog: Catalog;
  readonly findings: readonly CatalogFinding[];
}

const MARKER = '<!-- @';
const CONFLICT = /^(<{7}|>{7}|\|{7})( |$)|^={7}$/;

/**
 * @param text the file's text; a byte order mark and CRLF are taken as what an editor added
 * @param file path for findings
 * @param page name of the page that the file should be of
 */
export function parseCatalog(text: string, file: string, page: string): ParsedCatalog {
  const findings: CatalogFinding[] = [];
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split('\n');
  const problem = (rule: string, line: number, message: string, key?: string) =>
    findings.push({ severity: 'error', rule: `catalog/${rule}`, file, line, message, ...(key ? { key } : {}) });

  const starts = entryStarts(lines);
  const items: (Entry | Junk)[] = [];
  readHeader(lines.slice(0, starts[0] ?? lines.length), page, problem, items);

  const seen = new Map<string, number>();
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? lines.length;
    const block = lines.slice(start, end);
    const line = start + 1;
    const entry = readEntry(block, line, problem);
    const first = entry && seen.get(entry.key);
    if (entry && first === undefined) {
      seen.set(entry.key, line);
      items.push(entry);
      return;
    }
    if (entry)
      problem('doubled', line, `the key ${entry.key} is already used in line ${first}; keep one of the two`, entry.key);
    items.push({ type: 'junk', text: trimBlank(block).join('\n'), line });
  });
  return { catalog: { page, items }, findings };
}

type Problem = (rule: string, line: number, message: string, key?: string) => void;

/**
 * Indices of the lines at which entries start: a source with its marker below, a marker that lost its source, a source
 * that lost its marker (targets hold no quotes), or a conflict that opens between entries. Nothing starts inside one.
 */
function entryStarts(lines: readonly string[]): number[] {
  const starts: number[] = [];
  const afterBlank = (at: number) => at === 0 || lines[at - 1]?.trim() === '';
  /** Of the conflict that was looked for last; the number of lines when no other one ends. */
  let end = -1;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    if (line.startsWith(MARKER)) starts.push(lines[at - 1]?.startsWith('> ') && starts.at(-1) !== at - 1 ? at - 1 : at);
    else if (line.startsWith('> ')) {
      if (afterBlank(at) && !lines[at + 1]?.startsWith(MARKER)) starts.push(at);
    } else if (line.startsWith('<<<<<<< ')) {
      if (end <= at) end = endOfConflict(lines, at);
      if (end === lines.length) continue;
      if (afterBlank(at)) starts.push(at);
      at = end;
    }
  }
  return starts;
}

function endOfConflict(lines: readonly string[], from: number): number {
  let at = from + 1;
  while (at < lines.length && !lines[at]?.startsWith('>>>>>>> ')) at++;
  return at;
}

function readHeader(header: readonly string[], page: string, problem: Problem, items: (Entry | Junk)[]): void {
  const first = header.findIndex((line) => line.trim() !== '');
  const title = header[first];
  if (title === undefined) return problem('header', 1, `expected "# ${page}" in line 1, found nothing`);
  const isTitle = title === `# ${page}`;
  if (!isTitle)
    problem('header', first + 1, `expected "# ${page}" in line 1, found ${JSON.stringify(title.slice(0, 60))}`);
  const from = isTitle ? header.findIndex((line, at) => at > first && line.trim() !== '') : first;
  if (from < 0) return;
  if (isTitle) problem('stray-text', from + 1, 'text before the first entry belongs to no entry');
  items.push({ type: 'junk', text: trimBlank(header.slice(from)).join('\n'), line: from + 1 });
}

function readEntry(block: readonly string[], line: number, problem: Problem): Entry | undefined {
  const fail = (rule: string, at: number, message: string): undefined => {
    problem(rule, line + at, message);
    return undefined;
  };
  const conflict = block.findIndex((each) => CONFLICT.test(each));
  if (conflict >= 0)
    return fail('conflict', conflict, 'a conflict of a merge stands in the file; choose one side and delete the marks');
  const [first = '', opening = ''] = block;
  if (!first.startsWith('> '))
    return fail('no-source', 0, 'a marker without its English above it; restore the "> " line');
  if (!opening.startsWith(MARKER))
    return fail('no-marker', 0, 'an English line without its marker below it; restore the "<!-- @… -->" line');
  const source = first.slice(2);
  // By hand: an expression for it would take time that grows with the square of a line of spaces.
  const ending = opening.trimEnd();
  const inOneLine = ending.endsWith('-->') && !/[\r\u2028\u2029]/.test(ending);
  const last = inOneLine ? 1 : block.findIndex((each) => each.trim() === '-->');
  if (last < 0) return fail('marker', 1, 'the marker has no end; expected "-->"');
  const inside = block.slice(2, last);
  if (!inOneLine && (inside.length !== 1 || !inside[0]?.startsWith('> ')))
    return fail('marker', 1, 'the marker spans lines; expected one "> " line with the old English, then "-->"');
  const words = inOneLine ? ending.slice(MARKER.length, -'-->'.length).trimEnd() : opening.slice(MARKER.length);
  const marker = parseMarker(words, inOneLine ? undefined : inside[0]?.slice(2));
  if (typeof marker === 'string') return fail('marker', 1, marker);
  if (keyOf(source) !== marker.key) {
    problem(
      'source-changed',
      line,
      `the English does not match its key ${marker.key}; only sync changes the English`,
      marker.key,
    );
    return undefined;
  }
  const start = block.findIndex((each, at) => at > last && each.trim() !== '');
  if (start < 0) return { type: 'entry', source, ...marker, target: '', line };
  const target = trimBlank(block.slice(start)).join('\n');
  return { type: 'entry', source, ...marker, target, line, targetLine: line + start };
}

function trimBlank(lines: readonly string[]): string[] {
  let from = 0;
  let to = lines.length;
  while (from < to && lines[from]?.trim() === '') from++;
  while (to > from && lines[to - 1]?.trim() === '') to--;
  return lines.slice(from, to);
}
