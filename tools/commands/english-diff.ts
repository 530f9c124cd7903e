/** How an English source has changed, word by word; a word is what stands between spaces, so that code and links stay whole. */
import { diffArrays } from 'diff';

export interface DiffPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export function englishDiff(before: string, after: string): readonly DiffPiece[] {
  const words = (text: string) => text.split(/(?<=\s)/);
  return diffArrays(words(before), words(after)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

const MARKS = { same: '', removed: '~~', added: '**' } as const;

/** Markdown: what went is struck through, what came is bold; marks stand against the words, not the space behind. */
export function markdownDiff(pieces: readonly DiffPiece[]): string {
  return pieces
    .map(({ kind, text }) => {
      const words = text.trim();
      return words === '' ? text : text.replace(words, () => `${MARKS[kind]}${words}${MARKS[kind]}`);
    })
    .join('');
}
