/** Asks a model for batches, several at once, within a budget of words; what it gets wrong is asked again, in smaller parts. */
import pLimit from 'p-limit';
import { readAnswer, type Verify } from '../draft/answer.ts';
import { split, wordsIn } from '../draft/batches.ts';
import { messagesOf } from '../draft/request.ts';
import type { Batch } from '../draft/types.ts';
import { complete, type Endpoint, type Patience } from '../io/chat.ts';

export interface DraftRun {
  readonly endpoint: Endpoint;
  readonly patience: Patience;
  /** English name of the target language. */
  readonly language: string;
  /** Requests at a time. */
  readonly concurrency: number;
  /** Words of English that may be sent; a segment that is asked again counts again. */
  readonly budget: number;
  readonly verify: Verify;
  /** Told of the targets of each answer as it comes. */
  readonly onTargets: (targets: ReadonlyMap<string, string>) => Promise<void>;
}

export interface Refused {
  readonly page: string;
  readonly key: string;
  readonly problem: string;
}

export interface DraftResult {
  readonly refused: readonly Refused[];
  /** Words that were sent. */
  readonly spent: number;
  /** Segments that were left because the budget was spent. */
  readonly left: number;
}

/** How often a segment is asked for: once with its neighbours, once more alone, told what was wrong. */
const CHANCES = 2;

/** @throws Failure(3) when the endpoint refuses or stays out of reach; what came before that has been told */
export async function runDrafts(batches: readonly Batch[], run: DraftRun): Promise<DraftResult> {
  const refused: Refused[] = [];
  const limit = pLimit(run.concurrency);
  let spent = 0;
  let left = 0;
  let failure: unknown;

  const work = async (batch: Batch, chance: number): Promise<void> => {
    const words = wordsIn(batch);
    if (failure !== undefined || spent + words > run.budget) {
      left += batch.items.length;
      return;
    }
    spent += words;
    const { content, isCut } = await complete(run.endpoint, messagesOf(batch, run.language), run.patience);
    if (isCut && batch.items.length > 1) {
      for (const part of split(batch)) await work(part, chance);
      return;
    }
    const { targets, problems } = readAnswer(content, batch.items, run.verify);
    if (targets.size > 0) await run.onTargets(targets);
    for (const item of batch.items) {
      const problem = problems.get(item.key);
      if (problem === undefined) continue;
      if (chance < CHANCES) await work({ page: batch.page, items: [{ ...item, complaint: problem }] }, chance + 1);
      else refused.push({ page: batch.page, key: item.key, problem });
    }
  };
  const guarded = async (batch: Batch) => {
    try {
      await work(batch, 1);
    } catch (error) {
      failure ??= error;
    }
  };
  await Promise.all(batches.map((batch) => limit(guarded, batch)));
  if (failure !== undefined) throw failure;
  return { refused, spent, left };
}
