/** What a target must take over from its source as it is: code, cross references, links, footnotes, variables. */
import type { Inline } from './inline.ts';
import { plainText } from './inline.ts';

export interface TokenDifference {
  /** Tokens of the source that the target lacks, as they read in Markdown. */
  readonly missing: readonly string[];
  /** Tokens of the target that the source lacks. */
  readonly added: readonly string[];
}

/** Compares as sets: a target may say a thing twice, or once what English repeats. */
export function compareTokens(source: readonly Inline[], target: readonly Inline[]): TokenDifference {
  const left = tokensOf(source);
  const right = tokensOf(target);
  return {
    missing: [...left].filter((token) => !right.has(token)),
    added: [...right].filter((token) => !left.has(token)),
  };
}

function tokensOf(inlines: readonly Inline[], found = new Set<string>()): Set<string> {
  for (const inline of inlines) {
    switch (inline.type) {
      case 'code':
        // A part to replace may be named in the target language.
        found.add(`\`${plainText(inline.children.filter(({ type }) => type !== 'var'))}\``);
        break;
      case 'link':
        found.add(`(${inline.href})`);
        break;
      case 'xref':
      case 'footnote':
      case 'variable':
        found.add(plainText([inline]));
    }
    if ('children' in inline) tokensOf(inline.children, found);
  }
  return found;
}
