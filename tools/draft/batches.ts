/** Cuts what is to be drafted into batches: neighbours of one page, so that each is context for the others. */
import type { Batch, DraftItem } from './types.ts';

/** Words of a batch, one large segment aside: what a model answers in one go without losing count. */
const BATCH_WORDS = 250;
const BATCH_ITEMS = 20;

export function batchesOf(page: string, items: readonly DraftItem[]): Batch[] {
  const batches: DraftItem[][] = [];
  let words = 0;
  for (const item of items) {
    const last = batches.at(-1);
    if (!last || last.length >= BATCH_ITEMS || words + item.words > BATCH_WORDS) {
      batches.push([item]);
      words = item.words;
    } else {
      last.push(item);
      words += item.words;
    }
  }
  return batches.map((batch) => ({ page, items: batch }));
}

/** Half and half; a batch of one cannot be split. */
export function split({ page, items }: Batch): Batch[] {
  const half = Math.ceil(items.length / 2);
  return [items.slice(0, half), items.slice(half)]
    .filter((part) => part.length > 0)
    .map((part) => ({ page, items: part }));
}

export const wordsIn = ({ items }: Batch): number => items.reduce((sum, { words }) => sum + words, 0);
