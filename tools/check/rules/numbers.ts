/**
 * A number of the source that the target lacks, or the other way: a wrong number in a manual does harm that no reader
 * can see. Words of number, units such as million, other digits and thousands separators are read as what they mean;
 * names with digits, and numbers in code, may stand for a number but ask for none.
 */
import { plainText } from '../../segment/inline.ts';
import { numbersInWords } from '../english-numbers.ts';
import { allValues, asciiDigits, englishFactor, factorIn, nativeValues, writtenNumbers } from '../numbers.ts';
import type { Remark, Rule } from '../types.ts';

const DIGIT = /\d/;

export const numbers: Rule = {
  name: 'numbers',
  severity: 'warning',
  *check({ prose, sourceProse, source, target }, { language }): Iterable<Remark> {
    const own = asciiDigits(language)(prose);
    if (!DIGIT.test(own) && !DIGIT.test(sourceProse)) return;
    const inSource = writtenNumbers(sourceProse, englishFactor);
    const inTarget = writtenNumbers(own, factorIn(language));

    const said = allValues(asciiDigits(language)(plainText(target)), inTarget);
    const missing = inSource.filter(({ values }) => !values.some((value) => said.has(value)));
    if (missing.length > 0) {
      const inWords = nativeValues(language)(own);
      for (const text of distinct(missing.filter(({ values }) => !values.some((value) => inWords.has(Number(value))))))
        yield { message: `the number ${text.text} of the English is missing` };
    }

    const known = allValues(plainText(source), inSource);
    const added = inTarget.filter(({ values }) => !values.some((value) => known.has(value)));
    if (added.length === 0) return;
    const inWords = numbersInWords(sourceProse);
    for (const { text, from, to } of distinct(
      added.filter(({ values }) => !values.some((value) => inWords.has(Number(value)))),
    ))
      yield { message: `the number ${text} is not in the English`, from, to };
  },
};

function distinct<T extends { readonly text: string }>(found: readonly T[]): T[] {
  return [...new Map(found.toReversed().map((each) => [each.text, each])).values()].reverse();
}
