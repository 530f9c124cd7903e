/** Size of a source in words, for counting work. */
import { plainText } from './inline.ts';
import { readMarkdown } from './read.ts';

/** What a reader would count: code is words too, marks and addresses are not. */
export function countWords(source: string): number {
  const text = plainText(readMarkdown(source).inlines);
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_.-]*/gu)?.length ?? 0;
}
