/** A command's surroundings that remember what it said. */
import type { Context, Outcome } from '../../../tools/commands/context.ts';
import { Failure } from '../../../tools/failure.ts';

export interface Recorded extends Context {
  /** What went to standard output and to standard error. */
  readonly printed: string[];
  readonly told: string[];
}

export function record(root: string, flags: { json?: boolean; dryRun?: boolean } = {}): Recorded {
  const printed: string[] = [];
  const told: string[] = [];
  return {
    root,
    env: { PATH: process.env.PATH, HOME: root },
    json: flags.json ?? false,
    dryRun: flags.dryRun ?? false,
    columns: 100,
    print: (text) => void printed.push(text),
    tell: (text) => void told.push(text),
    begin: () => ({ tick: () => {}, end: () => {} }),
    printed,
    told,
  };
}

/** The failure that a command ends with. @throws when it ends otherwise */
export async function failureOf(command: Promise<Outcome>): Promise<Failure> {
  try {
    const outcome = await command;
    throw new Error(`a failure expected, the command ended with ${outcome}`);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
