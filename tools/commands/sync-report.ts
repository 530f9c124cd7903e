/** The report of a sync: for a terminal, and page by page as Markdown. */
import { diffArrays } from 'diff';
import type { Change } from '../catalog/merge.ts';
import type { PageChanges, SyncPlan } from './sync-plan.ts';
import { table } from './table.ts';

/** A version's pin before and after. */
export interface Move {
  readonly version: string;
  readonly from: string | undefined;
  readonly to: string;
}

/** The table on a terminal. */
export function syncSummary(moves: readonly Move[], plan: SyncPlan): string {
  const rows = plan.versions.map(({ version, pages, segments }) => {
    const move = moves.find((each) => each.version === version);
    const release = move?.from === move?.to ? (move?.to ?? '') : `${move?.from ?? 'new'} → ${move?.to}`;
    const { kept, rekeyed, stale, filled, gone } = segments;
    return [
      version,
      release,
      pages.added,
      pages.changed,
      pages.removed,
      kept,
      rekeyed,
      stale,
      filled,
      segments.new,
      gone,
    ].map(String);
  });
  const head = ['version', 'release', 'pages +', '~', '-', 'kept', 're-keyed', 'stale', 'filled', 'new', 'gone'];
  return table(head, rows);
}

/** The report page by page. A page that is new as a whole is named in one line. */
export function syncMarkdown(moves: readonly Move[], plan: SyncPlan): string {
  const lines = ['# Sync', ''];
  for (const { version, from, to } of moves)
    lines.push(`- ${version}: ${from === to ? `${to}, unchanged` : `${from ?? 'new'} → ${to}`}`);
  lines.push('');
  const whole = plan.pages.filter(({ state }) => state === 'added' || state === 'removed');
  for (const { page, state, changes } of whole) lines.push(`- ${state}: \`${page}\` (${changes.length} segments)`);
  if (whole.length > 0) lines.push('');
  for (const page of plan.pages)
    if (page.state === 'changed' || page.state === 'moved') lines.push(...pageSection(page), '');
  if (plan.pages.length === 0) lines.push('Nothing changed.', '');
  return lines.join('\n');
}

function pageSection({ page, path, state, changes }: PageChanges): string[] {
  const lines = [`## ${page}`, '', state === 'moved' ? `Moved to \`${path}\`.` : `\`${path}\``, ''];
  for (const change of changes) lines.push(`- **${change.kind}** \`${change.key}\` ${describe(change)}`);
  return lines;
}

/** Words that went are struck through, words that came are bold; a word is what stands between spaces. */
function describe({ source, oldSource }: Change): string {
  if (oldSource === undefined) return source;
  const words = (text: string) => text.split(/(?<=\s)/);
  return diffArrays(words(oldSource), words(source))
    .map(({ added, removed, value }) => {
      const text = value.join('');
      if (!added && !removed) return text;
      const space = /\s*$/.exec(text)?.[0] ?? '';
      const marks = added ? '**' : '~~';
      return `${marks}${text.slice(0, text.length - space.length)}${marks}${space}`;
    })
    .join('');
}
