/**
 * The words that the stylesheets generate, as data: English here, every other language in
 * `translations/<lang>/words.yml` under the key `manual`. `{n}` stands for a number, `{title}` for a title or text.
 */
import { Failure } from '../failure.ts';

const ENGLISH = {
  /** Titles with their number. */
  'title-part': 'Part\u00a0{n}.\u00a0{title}',
  'title-chapter': 'Chapter\u00a0{n}.\u00a0{title}',
  'title-appendix': 'Appendix\u00a0{n}.\u00a0{title}',
  'title-section': '{n}.\u00a0{title}',
  'title-table': 'Table\u00a0{n}.\u00a0{title}',
  'title-figure': 'Figure\u00a0{n}.\u00a0{title}',
  'title-example': 'Example\u00a0{n}.\u00a0{title}',
  'title-equation': 'Equation\u00a0{n}.\u00a0{title}',
  /** A line of a table of contents. */
  'toc-line': '{n}. {title}',
  /** What a cross-reference says. */
  'xref-part': 'Part\u00a0{n}',
  'xref-chapter': 'Chapter\u00a0{n}',
  'xref-appendix': 'Appendix\u00a0{n}',
  'xref-section': 'Section\u00a0{n}',
  'xref-section-title': 'the section called “{title}”',
  'xref-table': 'Table\u00a0{n}',
  'xref-figure': 'Figure\u00a0{n}',
  'xref-example': 'Example\u00a0{n}',
  'xref-equation': 'Equation\u00a0{n}',
  'xref-step': 'Step\u00a0{n}',
  /** Headings. */
  toc: 'Table of Contents',
  index: 'Index',
  bibliography: 'Bibliography',
  glossary: 'Glossary',
  legalnotice: 'Legal Notice',
  synopsis: 'Synopsis',
  footnotes: 'Footnotes',
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  caution: 'Caution',
  warning: 'Warning',
  copyright: 'Copyright',
  /** The index and the glossary. */
  'index-symbols': 'Symbols',
  'index-see': '(see {title})',
  'index-seealso': '(see also {title})',
  'glossary-see': 'See {title}.',
  'glossary-seealso': 'See Also {title}.',
  /** Bibliography. */
  isbn: 'ISBN {n}',
  editor: 'Edited by {title}',
  /** Punctuation. */
  'list-separator': ', ',
  'list-and-two': ' and ',
  'list-and-last': ', and ',
  'purpose-separator': ' — ',
  'quote-open': '“',
  'quote-close': '”',
  'quote-open-inner': '‘',
  'quote-close-inner': '’',
  /** Navigation. */
  home: 'Home',
  up: 'Up',
  prev: 'Prev',
  next: 'Next',
} as const;

export type Word = keyof typeof ENGLISH;

/** Every generated word of one language. Plain text, no markup. */
export type ManualWords = Readonly<Record<Word, string>>;

export const englishWords: ManualWords = ENGLISH;

/**
 * Checks the words of another language.
 *
 * @param value what the key `manual` of words.yml holds; `undefined` means no word is translated
 * @param file its path, for messages
 * @returns all words; those that `value` lacks are English
 * @throws Failure (2) on an unknown key, a value that is no text, or a placeholder that the English lacks
 */
export function parseManualWords(value: unknown, file: string): ManualWords {
  if (value === undefined || value === null) return englishWords;
  if (typeof value !== 'object' || Array.isArray(value))
    throw new Failure(2, `${file}: manual: expected a mapping such as "toc: Table of Contents"`);
  const words: Record<string, string> = { ...ENGLISH };
  for (const [key, text] of Object.entries(value)) {
    if (!Object.hasOwn(ENGLISH, key))
      throw new Failure(
        2,
        `${file}: manual: unknown key ${JSON.stringify(key)}; known are ${Object.keys(ENGLISH).join(', ')}`,
      );
    if (typeof text !== 'string') throw new Failure(2, `${file}: manual.${key}: expected text, found ${typeof text}`);
    const [expected, found] = [placeholders(ENGLISH[key as Word]), placeholders(text)];
    if (expected !== found)
      throw new Failure(2, `${file}: manual.${key}: expected the placeholders ${expected || '(none)'}, found ${text}`);
    words[key] = text;
  }
  return words as ManualWords;
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\w*\}/g))].sort().join(' ');
}

/** Puts a number and a title (HTML or plain text, as the words are used) into a pattern. */
export function fill(pattern: string, parts: { readonly n?: string | undefined; readonly title?: string }): string {
  return pattern.replace(/\{(n|title)\}/g, (_, name: 'n' | 'title') => parts[name] ?? '');
}
