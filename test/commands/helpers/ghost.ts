/**
 * What is really known of each target, beside a workspace: who wrote it, for which English. No flag of a catalog is
 * looked at to know it, so that the catalogs can be held against it.
 */
import { entryStatus } from '../../../tools/catalog/entry-status.ts';
import { wordsOf } from '../../../tools/catalog/similar.ts';
import type { Entry } from '../../../tools/catalog/types.ts';

/** A target as it was before fixes, replacements and other line ends, which change its letters and say nothing new. */
export const canon = (target: string): string => target.replace(/\s+/g, '').replaceAll('子', '字');

export class Ghost {
  /** By canonical target: the words of each source that a person has written it for, or confirmed it for. */
  private readonly people = new Map<string, Set<string>>();
  /** The same for drafts of programs. */
  private readonly programs = new Map<string, Set<string>>();

  written(target: string, source: string): void {
    note(this.people, target, source);
  }

  drafted(target: string, source: string): void {
    note(this.programs, target, source);
  }

  /** How an entry is better than the truth, if it is. */
  lieOf(entry: Entry): string | undefined {
    const status = entryStatus(entry);
    const isOf = (known: ReadonlyMap<string, ReadonlySet<string>>) =>
      known.get(canon(entry.target))?.has(wordsOf(entry.source)) ?? false;
    if (status === 'translated' && !isOf(this.people)) return `nobody wrote “${entry.target}” for “${entry.source}”`;
    if (status === 'machine' && !isOf(this.programs) && !isOf(this.people))
      return `no program drafted “${entry.target}” for “${entry.source}”`;
    return undefined;
  }
}

function note(known: Map<string, Set<string>>, target: string, source: string): void {
  const sources = known.get(canon(target)) ?? new Set();
  known.set(canon(target), sources.add(wordsOf(source)));
}
