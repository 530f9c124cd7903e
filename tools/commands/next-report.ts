/** What `next` prints for people. */
import type { Piece, Task, WorkKind } from '../status/queue.ts';
import { table } from './table.ts';

const TITLES: Readonly<Record<WorkKind, string>> = {
  stale: 'Stale: the English has changed since the translation was made',
  untranslated: 'Untranslated',
  unreviewed: 'Unreviewed: no person has approved it yet',
};

export function showTasks(tasks: readonly Task[], limit: number): string {
  if (tasks.length === 0) return 'Nothing is left to do here.';
  const shown = tasks.slice(0, limit);
  const parts = (Object.keys(TITLES) as WorkKind[]).flatMap((kind) => {
    const rows = shown.filter((task) => task.kind === kind).map(rowOf);
    if (rows.length === 0) return [];
    return [`${TITLES[kind]}\n${table(['page', 'file', 'paragraphs', 'words', 'waits', 'views'], rows)}`];
  });
  if (tasks.length > shown.length) parts.push(`… and ${tasks.length - shown.length} more (--limit shows them)`);
  return parts.join('\n\n');
}

function rowOf({ page, file, pieces, words, waiting, views }: Task): string[] {
  return [
    page,
    file,
    String(pieces.length),
    words.toLocaleString('en'),
    days(waiting),
    views?.toLocaleString('en') ?? '',
  ];
}

const days = (count: number | undefined): string =>
  count === undefined ? '' : count === 1 ? '1 day' : `${count.toLocaleString('en')} days`;

export function showSitting(pieces: readonly (Piece & { readonly waiting: number | undefined })[]): string {
  if (pieces.length === 0) return 'Nothing is left to do here.';
  const words = pieces.reduce((sum, piece) => sum + piece.words, 0);
  const list = pieces.map(({ file, line, key, kind, source, waiting }) => {
    const since = waiting === undefined ? '' : `, for ${days(waiting)}`;
    return `${file}:${line}  @${key}  ${kind}${since}\n  ${source}`;
  });
  const paragraphs = `${pieces.length} paragraph${pieces.length === 1 ? '' : 's'}`;
  return `${list.join('\n\n')}\n\n${paragraphs}, ${words.toLocaleString('en')} words`;
}
