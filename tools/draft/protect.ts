/**
 * Inline tree <-> text for a translator that must not touch markup: code, references and the bounds of links and
 * emphasis become tokens, `⟦1⟧`, or `⟦2⟧` … `⟦/2⟧` around words. What comes back is read strictly: each token once.
 */
import type { Inline } from '../segment/inline.ts';
import { writeMarkdown } from '../segment/write.ts';

export interface Protected {
  /** Plain text with tokens. */
  readonly text: string;
  /** What the tokens stand for; token 1 is the first. */
  readonly tokens: readonly Inline[];
}

const TOKEN = /⟦(\/?)(\d{1,6})⟧/g;

export function protect(inlines: readonly Inline[]): Protected {
  const tokens: Inline[] = [];
  const textOf = (all: readonly Inline[]): string => all.map(one).join('');
  const one = (inline: Inline): string => {
    if (inline.type === 'text') return inline.value.replace(/[⟦⟧]/g, (value) => token({ type: 'text', value }));
    const words = wordsInside(inline);
    const opening = token(inline);
    return words === undefined ? opening : `${opening}${textOf(words)}⟦/${opening.slice(1)}`;
  };
  const token = (inline: Inline): string => `⟦${tokens.push(inline)}⟧`;
  return { text: textOf(inlines), tokens };
}

/** The words inside a token that are to be translated; undefined where there are none. */
function wordsInside(inline: Inline): readonly Inline[] | undefined {
  if (!('children' in inline) || inline.type === 'code' || inline.type === 'var') return undefined;
  return inline.children.length === 0 ? undefined : inline.children;
}

/** What a token stands for, as a person would write it: the translator may need its meaning for the grammar. */
export function legendOf(inline: Inline): string | undefined {
  if (inline.type === 'text') return undefined;
  const words = wordsInside(inline);
  if (inline.type === 'link' && words) return `link to ${inline.href}`;
  return words ? inline.type : writeMarkdown([inline]);
}

/** Text with tokens, read back; or what is wrong with it, in words for whoever wrote it. */
export type Unprotected = { readonly inlines: readonly Inline[] } | { readonly problem: string };

export function unprotect(text: string, tokens: readonly Inline[]): Unprotected {
  const used = new Set<number>();
  const open: { readonly number: number; readonly children: Inline[] }[] = [];
  const top: Inline[] = [];
  const into = () => open.at(-1)?.children ?? top;
  const say = (value: string) => {
    if (value !== '') into().push({ type: 'text', value });
  };
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    say(text.slice(at, match.index));
    at = match.index + match[0].length;
    const number = Number(match[2]);
    const stands = tokens[number - 1];
    if (stands === undefined) return { problem: `${match[0]} is no token of the source` };
    if (match[1] === '/') {
      const closed = open.pop();
      if (closed?.number !== number) return { problem: `${match[0]} closes what is not open` };
      into().push({ ...stands, children: closed.children } as Inline);
      continue;
    }
    if (used.has(number)) return { problem: `${match[0]} stands there twice` };
    used.add(number);
    if (wordsInside(stands)) open.push({ number, children: [] });
    else into().push(stands);
  }
  say(text.slice(at));
  const unclosed = open.at(-1);
  if (unclosed) return { problem: `⟦${unclosed.number}⟧ is not closed by ⟦/${unclosed.number}⟧` };
  const missing = tokens.findIndex((_, index) => !used.has(index + 1));
  if (missing >= 0) return { problem: `⟦${missing + 1}⟧ is missing` };
  return { inlines: top };
}
