/** The words of a question, as the index has them. */

/** A question of at least so many words is a sentence, whose small words say little and cost much. */
const SENTENCE = 4;

/**
 * Cuts a question into words as the index is cut, whatever language the page is in at the moment; pagefind would cut it as the
 * page's language wants.
 *
 * @param language of the index
 * @param idle words that say little; left out, but for capitals outside a sentence: `AS` or `FOR` may be what is asked
 */
export function wordsOf(asked: string, language: string, idle: ReadonlySet<string>): string[] {
  const words = segments(asked, language);
  const telling = words.filter(
    (word) => !idle.has(word.toLowerCase()) || (words.length < SENTENCE && /^[A-Z]+$/.test(word)),
  );
  return telling.length > 0 ? telling : words;
}

/** One a language: making one takes longer than cutting. */
const segmenters = new Map<string, Intl.Segmenter>();

function segments(asked: string, language: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return asked.split(/\s+/).filter(Boolean);
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  return [...segmenter.segment(asked)]
    .map(({ segment }) => segment)
    .filter((segment) => /[\p{L}\p{N}\p{S}_]/u.test(segment));
}
