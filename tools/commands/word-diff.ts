/** What changed between two texts, word by word, on one line. */
import { diffArrays } from 'diff';

const CUT = '…';
/** Comparing takes time that grows with the square of this; no person reads a line with more. */
const MOST_EDITS = 1000;

/**
 * @param around characters to keep of what is the same beside each change; everything without it
 */
export type WordDiff = (before: string, after: string, around?: number) => string;

/** `[-gone-]{+come+}`, as `git diff --word-diff` writes it; words as the language has them. */
export function newWordDiff(language: string): WordDiff {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const words = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
  return (before, after, around = Number.POSITIVE_INFINITY) => {
    const parts = diffArrays(words(before), words(after), { maxEditLength: MOST_EDITS });
    if (!parts) return oneLine(`[-${before}-]{+${after}+}`);
    const shown = parts.map(({ added, removed, value }, at) => {
      const text = value.join('');
      if (added) return `{+${text}+}`;
      if (removed) return `[-${text}-]`;
      return shortened(text, at === 0 ? 0 : around, at === parts.length - 1 ? 0 : around);
    });
    return oneLine(shown.join(''));
  };
}

const oneLine = (text: string): string => text.replaceAll('\n', ' ');

/** Keeps so many characters of the beginning and of the end. */
function shortened(text: string, first: number, last: number): string {
  if (text.length <= first + last + CUT.length) return text;
  const characters = Array.from(text);
  if (characters.length <= first + last + CUT.length) return text;
  return characters.slice(0, first).join('') + CUT + (last === 0 ? '' : characters.slice(-last).join(''));
}
