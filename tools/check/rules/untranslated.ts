/**
 * English left standing: a target without one character of the language's script (or, in Latin script, equal to its
 * source) although the source has a phrase. A phrase is two English words in a row, one of them in lower case: names of
 * products, people and commands stay as they are, and so does what links to another site, such as the title of a book.
 */
import type { Inline } from '../../segment/inline.ts';
import { scriptOf } from '../per-language.ts';
import type { Remark, Rule } from '../types.ts';

/** Words with single spaces between them, no parts of names or paths. */
const WORD = '(?:[A-Za-z][a-z]+(?:-[A-Za-z]+)*|a)';
const WORDS = new RegExp(`(?<![\\p{L}\\p{N}_$./\\\\-])${WORD}(?: ${WORD})+(?![\\p{L}\\p{N}_$/\\\\-])`, 'gu');

/** Of names: "Institute of Fruit", "Anna van Dorn". */
const IN_NAMES = new Set(['of', 'the', 'and', 'for', 'de', 'la', 'van', 'von', 'der', 'in', 'on', 'at', 'by', 'to']);

export const untranslated: Rule = {
  name: 'untranslated',
  severity: 'warning',
  *check({ prose, sourceProse, source }, { language }): Iterable<Remark> {
    const isNative = scriptOf(language);
    if (isNative) for (let at = 0; at < prose.length; at++) if (isNative(prose, at)) return;
    if (!isNative && prose.toLowerCase() !== sourceProse.toLowerCase()) return;
    if (hasPhrase(ownWords(source))) yield { message: 'the English stands here untranslated' };
  },
};

function hasPhrase(source: string): boolean {
  for (const [words] of source.matchAll(WORDS))
    if (words.split(' ').some((word) => /^[a-z]./.test(word) && !IN_NAMES.has(word))) return true;
  return false;
}

/** Prose outside of code and of links to other sites. */
function ownWords(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.value;
      if (!('children' in inline) || inline.type === 'code' || inline.type === 'var') return '\uFFFC';
      return inline.type === 'link' && !inline.href.startsWith('#') ? '\uFFFC' : ownWords(inline.children);
    })
    .join('');
}
