/**
 * A space, or none, between the language's script and Latin letters or digits, as `spacing` of checks.yml says. Code is
 * left alone: it stands apart on the page by itself.
 */
import { perLanguage, scriptOf } from '../per-language.ts';
import type { Remark, Rule } from '../types.ts';

const prepared = perLanguage(({ script, spacing }) => {
  if (script === undefined || spacing === undefined) return undefined;
  const [native, latin] = [`\\p{Script=${script}}`, '[A-Za-z0-9]'];
  const between = spacing === 'space' ? '' : ' +';
  return new RegExp(`(?<=${native})${between}(?=${latin})|(?<=${latin})${between}(?=${native})`, 'gu');
});

export const latinSpacing: Rule = {
  name: 'latin-spacing',
  severity: 'warning',
  offByDefault: true,
  *check({ prose }, { language }): Iterable<Remark> {
    const pattern = prepared(language);
    if (!pattern || !scriptOf(language) || !/[A-Za-z0-9]/.test(prose)) return;
    const [expected, fix] = language.spacing === 'space' ? ['a space', ' '] : ['no space', ''];
    for (const { 0: found, index: from } of prose.matchAll(pattern)) {
      const to = from + found.length;
      const around = prose.slice(Math.max(0, from - 4), to + 4).replaceAll('\uFFFC', '');
      yield { message: `expected ${expected} in "${around}"`, from, to, fix };
    }
  },
};
