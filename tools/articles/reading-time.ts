/** How long a text takes to read. */

/** Characters of scripts without spaces, and words of all others, that a person reads in a minute. */
const CHARACTERS = 350;
const WORDS = 220;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** @returns whole minutes, at least one */
export function readingMinutes(text: string): number {
  const characters = text.match(UNSPACED)?.length ?? 0;
  const words = text.replace(UNSPACED, ' ').match(WORD)?.length ?? 0;
  return Math.max(1, Math.round(characters / CHARACTERS + words / WORDS));
}
