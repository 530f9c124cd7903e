/** What the catalogs that a pull request touches would count, before and after it, with the reviews that main knows. */
import { entriesOf } from '../../catalog/entries.ts';
import { type Artifact, STATUSES, type StatusCounts } from '../../review/artifact.ts';
import type { PageFiles } from '../../review/changes-pages.ts';
import type { Status } from '../../segment/types.ts';
import { countWords } from '../../segment/words.ts';
import { type ReviewedTexts, statusOf } from '../../status/status-of.ts';

export type StatusChange = Pick<Artifact, 'pages' | 'entries' | 'words' | 'moves'>;
export type PageStatuses = ReadonlyMap<string, { readonly from: Status; readonly to: Status }>;

const none = (): Record<Status, number> => ({ untranslated: 0, machine: 0, stale: 0, translated: 0, reviewed: 0 });

/** @param foretold what texts will be, by `page:key`, where neither catalog nor ledger says it yet */
export function statusChange(
  pages: readonly PageFiles[],
  reviews: ReviewedTexts,
  foretold: ReadonlyMap<string, Status>,
): { readonly change: StatusChange; readonly statuses: PageStatuses } {
  const entries = { before: none(), after: none() };
  const words = { before: none(), after: none() };
  const moves = new Map<string, { from: Status; to: Status; entries: number; words: number }>();
  const statuses = new Map<string, { from: Status; to: Status }>();
  for (const { page, before, after } of pages) {
    const old = new Map((before ? entriesOf(before.catalog) : []).map((entry) => [entry.key, entry]));
    for (const entry of old.values()) {
      const status = statusOf(page, entry, reviews);
      entries.before[status]++;
      words.before[status] += countWords(entry.source);
    }
    for (const entry of after ? entriesOf(after.catalog) : []) {
      const was = old.get(entry.key);
      const from = statusOf(page, was, reviews);
      const to = foretold.get(`${page}:${entry.key}`) ?? statusOf(page, entry, reviews);
      const size = countWords(entry.source);
      entries.after[to]++;
      words.after[to] += size;
      statuses.set(`${page}:${entry.key}`, { from, to });
      if (was ? was.target === entry.target && from === to : to === 'untranslated') continue;
      const move = moves.get(`${from} ${to}`) ?? { from, to, entries: 0, words: 0 };
      moves.set(`${from} ${to}`, { ...move, entries: move.entries + 1, words: move.words + size });
    }
  }
  const rank = ({ from, to }: { from: Status; to: Status }) =>
    STATUSES.indexOf(from) * STATUSES.length + STATUSES.indexOf(to);
  return {
    change: {
      pages: pages.length,
      entries: entries satisfies Record<string, StatusCounts>,
      words,
      moves: [...moves.values()].sort((a, b) => rank(a) - rank(b)),
    },
    statuses,
  };
}
