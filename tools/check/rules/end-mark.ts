/**
 * The source ends as a sentence does and the target not, or with another mark, or the other way: half a sentence may be
 * lost, a heading reads as a sentence, a lead-in lacks its colon. Brackets and quotes that close at the end are looked
 * through. Where the English runs on into what follows (`for example,`) a colon in the target is right, and behind code or a reference at the end any mark.
 */
import type { Inline } from '../../segment/inline.ts';
import { perLanguage } from '../per-language.ts';
import type { Remark, Rule } from '../types.ts';

const CLOSERS = [...')]"\'*\u201D\u2019\u00BB'];
/** Full stops that end no sentence. */
const ABBREVIATION = /(?:^|[^A-Za-z.])(?:etc|[A-Za-z]|[A-Za-z]\.[A-Za-z]|Inc|Ltd|Co|Corp|al|vs|Jr|Sr|cf)\.\W*$/;

const prepared = perLanguage(({ punctuation }) => {
  const ends = new Map(Object.entries(punctuation?.ends ?? {}));
  /** The language's mark -> the English ones that it stands for; an English mark stands for itself. */
  const english = new Map<string, Set<string>>();
  for (const [mark, own] of ends)
    for (const each of [mark, ...own]) english.set(each, (english.get(each) ?? new Set()).add(mark));
  return { ends, english, closers: new Set([...CLOSERS, ...(punctuation?.pairs ?? []).map(([, closing]) => closing)]) };
});

export const endMark: Rule = {
  name: 'end-mark',
  severity: 'warning',
  *check({ source, target, sourceProse }, { language }): Iterable<Remark> {
    const { ends, english, closers } = prepared(language);
    if (ends.size === 0) return;
    const [last, own] = [endOf(source, english, closers), endOf(target, english, closers)];
    if (last.character === '' || own.character === '') return;
    const meant = own.marks.flatMap((mark) => [...(english.get(mark) ?? [])]);
    const expected = ends.get(last.character);
    if (expected && !last.marks.some((mark) => meant.includes(mark))) {
      if (last.character === '.' && (!isSentence(sourceProse) || ABBREVIATION.test(sourceProse))) return;
      if (last.closed && own.closed) return;
      yield { message: `the English ends with "${last.character}"; expected "${expected[0] ?? last.character}" here` };
    } else if (last.marks.length === 0 && last.character !== '\uFFFC' && meant.length > 0 && !meant.includes(':'))
      yield { message: `this ends with "${own.character}", but the English has no mark at its end` };
  },
};

interface End {
  /** The last one of prose that is no closer; U+FFFC where code or a reference stands at the end; else empty. */
  readonly character: string;
  /** End marks that stand there, with or without closers between them. */
  readonly marks: readonly string[];
  /** Whether a bracket or quote closes behind it. */
  readonly closed: boolean;
}

/** Few words with a full stop may be an abbreviation; an ellipsis leaves the end open. */
function isSentence(source: string): boolean {
  return / \S+ \S+ \S+ \S/.test(source) && !/\.\.\.\W*$/.test(source);
}

function endOf(inlines: readonly Inline[], marks: ReadonlyMap<string, unknown>, closers: ReadonlySet<string>): End {
  const text = tail(inlines);
  const found: string[] = [];
  let character = '';
  let closed = false;
  for (let at = text.length - 1; at >= 0; at--) {
    const each = text.charAt(at);
    const isCloser = closers.has(each);
    if (!isCloser && each.trim() !== '' && character === '') character = each;
    if (marks.has(each)) found.push(each);
    else if (isCloser) closed ||= character === '';
    else if (each.trim() !== '') break;
  }
  return { character, marks: found, closed };
}

/** The last text, with U+FFFC for code and references; footnote marks stand behind the end. */
function tail(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines.toReversed()) {
    if (inline.type === 'footnote') continue;
    if (inline.type === 'text') text = inline.value + text;
    else if ('children' in inline && inline.type !== 'code' && inline.type !== 'var' && inline.children.length > 0)
      text = tail(inline.children) + text;
    else text = `\uFFFC${text}`;
    if (text.length > 8) break;
  }
  return text;
}
