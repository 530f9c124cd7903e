/**
 * Characters that nobody sees: zero-width ones, controls, marks of direction, soft hyphens, byte order marks, and spaces
 * that are no plain space. They come along when text is copied from elsewhere; then words are not found by search, code
 * does not run when copied, and two texts that look the same are not. Code is looked at too. Private and replacement
 * characters are what a font or an encoding has lost.
 */
import { finder } from '../finder.ts';
import type { LanguageRules } from '../language.ts';
import { perLanguage } from '../per-language.ts';
import type { Remark, Rule } from '../types.ts';

const SUSPECT =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u00A0\u00AD\u061C\u115F\u1160\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\u3164\uE000-\uF8FF\uFEFF\uFFA0\uFFF9-\uFFFD]/g;

const SPACES = /[\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/;
const LOST = /[\uE000-\uF8FF\uFFFC\uFFFD]/;

const NAMES: Readonly<Record<string, string>> = {
  '\u00A0': 'no-break space',
  '\u00AD': 'soft hyphen',
  '\u200B': 'zero-width space',
  '\u200C': 'zero-width non-joiner',
  '\u200D': 'zero-width joiner',
  '\u200E': 'left-to-right mark',
  '\u200F': 'right-to-left mark',
  '\u2060': 'word joiner',
  '\u3000': 'ideographic space',
  '\uFEFF': 'byte order mark',
  '\uFFFD': 'replacement character',
};

const allowedIn = perLanguage(({ invisible }: LanguageRules) => new Set(invisible));

export const invisibleCharacters: Rule = {
  name: 'invisible-characters',
  severity: 'warning',
  *check({ entry: { source, target } }, { language }): Iterable<Remark> {
    if (target.search(SUSPECT) < 0) return;
    const inSource = finder(source);
    for (const { 0: character, index: from } of target.matchAll(SUSPECT)) {
      if (allowedIn(language).has(character) || inSource(character)) continue;
      const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      const name = NAMES[character] ? ` (${NAMES[character]})` : '';
      const place = { from, to: from + 1 };
      if (LOST.test(character)) yield { message: `the character ${code}${name} says nothing to a reader`, ...place };
      else if (SPACES.test(character))
        yield { message: `the character ${code}${name}; expected a plain space`, ...place, fix: ' ' };
      else yield { message: `the invisible character ${code}${name}; expected none`, ...place, fix: '' };
    }
  },
};
