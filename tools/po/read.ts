/**
 * Text of a PO file -> PoFile. A scanner of lines: gettext-parser, which writes our files, knows neither the lines of
 * messages nor of doubled ones, and reads `\f` as f. A broken message damages itself only.
 * Grammar: "The Format of PO Files" in the manual of GNU gettext.
 */
import { unescapePo } from './escapes.ts';
import type { PoFile, PoMessage, PoProblem } from './types.ts';

type Field = 'msgctxt' | 'msgid' | 'msgid_plural' | `msgstr${string}`;

/** A message while its lines are read. */
interface Draft {
  readonly fields: Map<Field, string>;
  readonly remarks: string[];
  readonly notes: string[];
  readonly flags: string[];
  line: number;
  last: Field | undefined;
  problem: PoProblem | undefined;
}

const KEYWORD = /^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*(".*)$/s;
/** Unrolled: a line of megabytes takes no stack. */
const STRING = /^"[^"\\]*(?:\\.[^"\\]*)*"$/s;

/** @param text strict UTF-8, decoded; a byte order mark and CRLF are taken as what an editor added */
export function readPo(text: string): PoFile {
  const messages: PoMessage[] = [];
  const problems: PoProblem[] = [];
  let header: ReadonlyMap<string, string> = new Map();
  let obsolete = 0;
  let draft = newDraft();

  const close = () => {
    const { fields, line } = draft;
    if (draft.problem) problems.push(draft.problem);
    else if (fields.size > 0) {
      const message = finish(draft);
      if ('message' in message) problems.push(message);
      else if (message.source === '' && message.context === undefined) header = parseHeader(message.target);
      else if (message.source === '') problems.push({ line, message: 'a message without a msgid' });
      else messages.push(message);
    }
    draft = newDraft();
  };

  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const [at, raw] of lines.entries()) {
    const line = raw.trim();
    const number = at + 1;
    if (line === '') {
      // Blank lines may stand anywhere; behind a broken message they are where reading starts anew.
      if (draft.problem) close();
    } else if (line.startsWith('#~')) {
      if (/^#~\s*msgid\b/.test(line)) obsolete++;
    } else if (line.startsWith('#')) {
      if (isComplete(draft)) close();
      readComment(line, draft);
    } else {
      if (/^(msgctxt|msgid)\s*"/.test(line) && (isComplete(draft) || draft.fields.has('msgid'))) close();
      readLine(line, number, draft);
    }
  }
  close();
  return { header, messages, problems, obsolete };
}

const newDraft = (): Draft => ({
  fields: new Map(),
  remarks: [],
  notes: [],
  flags: [],
  line: 0,
  last: undefined,
  problem: undefined,
});

/** Comments, contexts and sources that follow belong to the next message. */
const isComplete = ({ last, problem }: Draft) => problem !== undefined || (last?.startsWith('msgstr') ?? false);

function readComment(line: string, draft: Draft): void {
  const rest = line.slice(2).trim();
  if (line.startsWith('#.')) draft.notes.push(rest);
  else if (/^#[,=]/.test(line)) draft.flags.push(...rest.split(',').map((flag) => flag.trim()));
  else if (!/^#(?:[:|]|$)/.test(line)) draft.remarks.push(line.slice(1).trim());
}

function readLine(line: string, number: number, draft: Draft): void {
  if (draft.problem) return;
  const fail = (message: string) => {
    draft.problem = { line: number, message };
  };
  const [, keyword, quoted] = KEYWORD.exec(line) ?? [];
  const string = keyword === undefined ? line : (quoted as string);
  if (keyword === undefined && !line.startsWith('"'))
    return fail(`expected msgctxt, msgid, msgstr, a comment or a string in quotes, found ${shorten(line)}`);
  if (!STRING.test(string))
    return fail(`the string ${shorten(string)} is not closed, or a quote in it lacks its backslash`);
  const field = (keyword ?? draft.last) as Field | undefined;
  if (field === undefined) return fail(`the string ${shorten(string)} follows no msgid or msgstr`);
  if (keyword !== undefined && draft.fields.has(field)) return fail(`${field} stands twice in one message`);
  if (field === 'msgid' && keyword !== undefined) draft.line = number;
  draft.fields.set(field, (draft.fields.get(field) ?? '') + unescapePo(string.slice(1, -1)));
  if (draft.line === 0) draft.line = number;
  draft.last = field;
}

function finish({ fields, line, flags, remarks, notes }: Draft): PoMessage | PoProblem {
  const source = fields.get('msgid');
  const plural = fields.has('msgid_plural') || fields.has('msgstr[0]');
  const target = fields.get('msgstr') ?? fields.get('msgstr[0]');
  if (source === undefined) return { line, message: 'a message without a msgid' };
  if (target === undefined) return { line, message: 'a message without a msgstr' };
  return {
    line,
    context: fields.get('msgctxt'),
    source,
    target,
    plural,
    fuzzy: flags.includes('fuzzy'),
    remarks,
    notes,
  };
}

function parseHeader(text: string): ReadonlyMap<string, string> {
  const fields = text.split('\n').map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
  });
  return new Map(fields.filter(([name]) => name !== ''));
}

const shorten = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
