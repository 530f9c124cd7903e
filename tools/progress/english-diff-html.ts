/** How the English of a paragraph has changed, word by word, as HTML. */
import { diffArrays } from 'diff';
import { escapeHtml, tag } from '../render/html.ts';

/** Comparing takes time that grows with the square of this. */
const MOST_EDITS = 400;

/** Words between spaces, so that code and links stay whole; what is too different is shown whole, old and new. */
export function englishDiffHtml(before: string, after: string): string {
  const words = (text: string) => text.split(/(?<=\s)/);
  const parts = diffArrays(words(before), words(after), { maxEditLength: MOST_EDITS });
  if (!parts) return `${mark('del', before)} ${mark('ins', after)}`;
  return parts
    .map(({ added, removed, value }) => {
      const text = value.join('');
      return added ? mark('ins', text) : removed ? mark('del', text) : escapeHtml(text);
    })
    .join('');
}

function mark(name: 'ins' | 'del', text: string): string {
  const words = text.trimEnd();
  return tag(name, {}, escapeHtml(words)) + text.slice(words.length);
}
