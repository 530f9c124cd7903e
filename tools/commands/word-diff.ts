/** What changed between two texts, word by word, on one line. */
import { diffArrays } from 'diff';

const CUT = '…';
/** Comparing takes time that grows with the square of this; no person reads a line with more. */
const MOST_EDITS = 1000;

/**
 * `[-gone-]{+come+}`, as `git diff --word-diff` writes it; words as the language has them.
 *
 * @param around characters to keep of what is the same beside each change; everything without it
 */
export function wordDiff(before: string, after: string, language: string, around = Number.POSITIVE_INFINITY): string {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const words = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
  const parts = diffArrays(words(before), words(after), { maxEditLength: MOST_EDITS });
  if (!parts) return `[-${before}-]{+${after}+}`.replaceAll('\n', ' ');
  return parts
    .map(({ added, removed, value }, at) => {
      const text = value.join('');
      if (added) return `{+${text}+}`;
      if (removed) return `[-${text}-]`;
      return shortened(text, at === 0 ? 0 : around, at === parts.length - 1 ? 0 : around);
    })
    .join('')
    .replaceAll('\n', ' ');
}

/** Keeps so many characters of the beginning and of the end. */
function shortened(text: string, first: number, last: number): string {
  const characters = Array.from(text);
  if (first === Number.POSITIVE_INFINITY || last === Number.POSITIVE_INFINITY) return text;
  if (characters.length <= first + last + CUT.length) return text;
  return characters.slice(0, first).join('') + CUT + (last === 0 ? '' : characters.slice(-last).join(''));
}
