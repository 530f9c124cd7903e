/** An entry whose target a tool has rewritten without a change of meaning. */
import { targetHash } from '../segment/key.ts';
import type { Entry } from './types.ts';

/** Only people lift flags: one that holds goes on holding, and one that has lapsed stays lapsed. */
export function withTarget(entry: Entry, target: string): Entry {
  const before = targetHash(entry.target);
  const after = targetHash(target);
  return {
    ...entry,
    target,
    ...(entry.stale?.target === before ? { stale: { ...entry.stale, target: after } } : {}),
    ...(entry.machine?.target === before ? { machine: { target: after } } : {}),
  };
}
