/** Code of the English that the target lacks, and code that is not in the English. */
import { plainText } from '../../segment/inline.ts';
import { type CodeSpan, codeSpans } from '../code-spans.ts';
import { firstPlace, type TokenWords, tokenRemarks, tokensThatDiffer } from '../token-remarks.ts';
import type { Remark, Rule, Subject } from '../types.ts';

export const codeTokens: Rule = {
  name: 'code-tokens',
  severity: 'error',
  check(subject) {
    const { missing, added } = tokensThatDiffer(subject, '`');
    return missing.length === 0 && added.length === 0 ? [] : remarksOn(subject, missing, added);
  },
};

function remarksOn(subject: Subject, missing: readonly string[], added: readonly string[]): Remark[] {
  const source = codeSpans(subject.source);
  const target = codeSpans(subject.target);
  const english = byToken(source);
  const translated = byToken(target);
  const sourceTexts = new Set(source.map(({ text }) => text));
  const targetTexts = new Set(target.map(({ text }) => text));
  const words = plainText(subject.source);

  const unmarked: Remark[] = [];
  const lost = missing.filter((token) => {
    const { text = '' } = english.get(token) ?? {};
    // The same text with other parts to replace is what code-parts is about.
    if (targetTexts.has(text)) return false;
    const place = wordPlace(subject.prose, text);
    if (!place) return true;
    unmarked.push({
      message: `${show(english, token)} is code in the English; here its backticks are missing`,
      ...place,
    });
    return false;
  });
  // What English has in plain words may be marked as code: nothing is lost, and nothing is made up.
  const invented = added.filter((token) => {
    const { text = '' } = translated.get(token) ?? {};
    return !sourceTexts.has(text) && !(text !== '' && words.includes(text));
  });
  const tokenWords: TokenWords = {
    show: (token) => show(english.has(token) ? english : translated, token),
    needles: (token) => needles(translated.get(token)),
  };
  return [...unmarked, ...tokenRemarks(subject, { missing: lost, added: invented }, tokenWords)];
}

function byToken(spans: readonly CodeSpan[]): ReadonlyMap<string, CodeSpan> {
  return new Map(spans.map((span) => [span.token, span]));
}

function show(spans: ReadonlyMap<string, CodeSpan>, token: string): string {
  return spans.get(token)?.markdown ?? token;
}

function needles(span: CodeSpan | undefined): readonly string[] {
  return span === undefined ? [] : [span.markdown, `\`${span.text}\``, span.text];
}

/** Where the text stands in prose, and is no piece of a longer name. */
function wordPlace(prose: string, text: string): { from: number; to: number } | undefined {
  const { from, to } = firstPlace(prose, [text]);
  if (from === undefined || to === undefined) return undefined;
  const isName = (character: string) => /[A-Za-z0-9_]/.test(character);
  const cut = (inside: string, outside: string | undefined) => isName(inside) && isName(outside ?? ' ');
  const partOfName = cut(text[0] ?? '', prose[from - 1]) || cut(text.at(-1) ?? '', prose[to]);
  return partOfName ? undefined : { from, to };
}
