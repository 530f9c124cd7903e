/**
 * Body of an issue made with a form -> its answers. GitHub writes each as a heading with the field's label and the answer
 * below. Labels are in two languages, `… / Page`; the English after the last ` / ` is the field's name here.
 */

export interface SuggestionForm {
  readonly page: string;
  readonly key: string;
  /** As the reader typed it, lines and all; empty when the field was left empty. */
  readonly wording: string;
  readonly reason: string;
}

const FIELDS = { page: 'page', key: 'key', 'suggested wording': 'wording', reason: 'reason' } as const;
type Field = (typeof FIELDS)[keyof typeof FIELDS];

/** What GitHub writes where an optional field was left empty. */
const EMPTY = '_No response_';
/** GitHub takes no longer body. */
const LONGEST_BODY = 65_536;

/**
 * Reads the form of a suggestion; undefined when the body is of none. A heading that stands in an answer is taken for a
 * field only if that field has not come yet: so what a reader types can cut their own answer short, but replace no other.
 */
export function readSuggestion(body: string): SuggestionForm | undefined {
  if (body.length > LONGEST_BODY) return undefined;
  const answers = new Map<Field, string[]>();
  let lines: string[] | undefined;
  for (const line of body.split(/\r\n|\r|\n/)) {
    const field = fieldOf(line);
    if (field && !answers.has(field)) {
      lines = [];
      answers.set(field, lines);
    } else lines?.push(line);
  }
  const answer = (field: Field): string => answerOf(answers.get(field) ?? []);
  if (!answers.has('page') || !answers.has('key') || !answers.has('wording')) return undefined;
  return { page: word(answer('page')), key: word(answer('key')), wording: answer('wording'), reason: answer('reason') };
}

function fieldOf(line: string): Field | undefined {
  if (!line.startsWith('### ')) return undefined;
  const label = line.slice(line.lastIndexOf(' / ') < 0 ? 4 : line.lastIndexOf(' / ') + 3);
  const name = label.trim().toLowerCase();
  return Object.hasOwn(FIELDS, name) ? FIELDS[name as keyof typeof FIELDS] : undefined;
}

/** A form may have GitHub set an answer in a fence. */
function answerOf(lines: readonly string[]): string {
  const text = lines.join('\n').trim();
  if (text === EMPTY) return '';
  const [, fence, inside] = /^(`{3,})[^\n`]*\n(.*)\n\1$/s.exec(text) ?? [];
  return fence === undefined ? text : (inside as string).trim();
}

/** Names are typed with their backticks or the marker's sign at times. No name is longer; time grows with its square. */
const word = (text: string): string => text.slice(0, 1000).replace(/^[`@\s]+|[`\s]+$/g, '');
