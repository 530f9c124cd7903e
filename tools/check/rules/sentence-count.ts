/**
 * Far fewer or far more sentences than the source: some were lost, or come from elsewhere. Translators join sentences
 * and, more often, split them, so only a great difference counts.
 */
import type { LanguageRules } from '../language.ts';
import { anyOf, perLanguage } from '../per-language.ts';
import type { Remark, Rule } from '../types.ts';

const FEWER = 1.7;
const MORE = 2;
const LEAST_DIFFERENCE = 3;

/** An end of an English sentence: a space follows, or nothing. Names of functions may begin the next in lower case. */
const ENGLISH =
  /(?<!\b(?:[A-Za-z]|e\.g|i\.e|etc|vs|cf|al|Inc|Ltd|Prof|Univ|Mag|Ass|St|Mrs?|Ms|Dr|Jr|No|Vol|pp)(?=\.))[.?!]+[)"\u201D\u2019]*(?=\s|$)/g;

/** The language's own marks need nothing behind them; those of English that it uses too are read as English. */
const pattern = perLanguage(({ punctuation }: LanguageRules) => {
  const own = new Set(['.', '?', '!'].flatMap((mark) => punctuation?.ends[mark] ?? []));
  return own.size === 0 ? ENGLISH : new RegExp(`${anyOf(own).source}|${ENGLISH.source}`, 'g');
});

export const sentenceCount: Rule = {
  name: 'sentence-count',
  severity: 'warning',
  *check({ prose, sourceProse }, { language }): Iterable<Remark> {
    if (sourceProse.length < 80 && prose.length < 80) return;
    const source = count(sourceProse, ENGLISH);
    const target = count(prose, pattern(language));
    if (Math.abs(source - target) < LEAST_DIFFERENCE) return;
    if (source < target * FEWER && target <= source * MORE) return;
    yield { message: `${target} sentences for ${source} in the English; is something lost or added?` };
  },
};

function count(prose: string, ends: RegExp): number {
  let found = 0;
  for (const _ of prose.matchAll(ends)) found++;
  return found;
}
