/** The report of a sync: for a terminal, page by page as Markdown, and as JSON. */
import type { Change } from '../catalog/merge.ts';
import { englishDiff, markdownDiff } from './english-diff.ts';
import type { PageChanges, SyncPlan } from './sync-changes.ts';
import { table } from './table.ts';

/** A version's pin before and after. */
export interface Move {
  readonly version: string;
  readonly from: string | undefined;
  readonly to: string;
}

/** The table on a terminal, and what is dropped. */
export function syncSummary(moves: readonly Move[], plan: SyncPlan): string {
  const rows = plan.versions.map(({ version, pages, segments }) => {
    const move = moves.find((each) => each.version === version);
    const release = move?.from === move?.to ? (move?.to ?? '') : `${move?.from ?? 'new'} → ${move?.to}`;
    const { kept, rekeyed, stale, filled, gone } = segments;
    const counts = [pages.added, pages.changed, pages.removed, kept, rekeyed, stale, filled, segments.new, gone];
    return [version, release, ...counts.map(String)];
  });
  const head = ['version', 'release', 'pages +', '~', '-', 'kept', 're-keyed', 'stale', 'filled', 'new', 'gone'];
  const lost = lostTargets(plan);
  const kept = lost > 0 ? [`Translations whose English is gone: ${lost}; they are kept in translations/gone/.`] : [];
  return [table(head, rows), ...droppedLines(plan), ...kept].join('\n');
}

function droppedLines({ dropped }: SyncPlan): string[] {
  return dropped.map(
    ({ version, pages, pagesRemoved, segments }) =>
      `Version ${version} is dropped: ${segments} segments that no other version has leave ${pages} pages, ${pagesRemoved} of which go as a whole.`,
  );
}

function lostTargets({ pages }: SyncPlan): number {
  return pages.flatMap(({ changes }) => changes).filter(({ kind, target }) => kind === 'gone' && target !== undefined)
    .length;
}

/** The report page by page. */
export function syncMarkdown(moves: readonly Move[], plan: SyncPlan): string {
  const lines = ['# Sync', ''];
  for (const { version, from, to } of moves)
    lines.push(`- ${version}: ${from === to ? `${to}, unchanged` : `${from ?? 'new'} → ${to}`}`);
  lines.push(...droppedLines(plan).map((line) => `- ${line}`), '');
  const whole = plan.pages.filter(({ state }) => state === 'added' || state === 'removed');
  for (const { page, state, changes } of whole) lines.push(`- ${state}: \`${page}\` (${changes.length} segments)`);
  if (whole.length > 0) lines.push('');
  for (const page of plan.pages) {
    const changes = toldChanges(page);
    if (changes.length > 0 || page.state === 'moved' || page.state === 'renamed')
      lines.push(...pageSection(page, changes), '');
  }
  if (plan.pages.length === 0) lines.push('Nothing changed.', '');
  return lines.join('\n');
}

/** A page's changes worth a line: of one that comes or goes, those with a target; the others are counted. */
function toldChanges({ state, changes }: PageChanges): readonly Change[] {
  const whole = state === 'added' || state === 'removed';
  return changes.filter(({ kind, target }) => (whole ? target !== undefined : kind !== 'kept'));
}

function pageSection({ page, path, state, from }: PageChanges, changes: readonly Change[]): string[] {
  const where = { moved: `Moved to \`${path}\`.`, renamed: `Was \`${from}\`; now \`${path}\`.`, removed: 'Removed.' };
  const lines = [`## ${page}`, '', where[state as keyof typeof where] ?? `\`${path}\``, ''];
  for (const change of changes) {
    lines.push(`- **${change.kind}** \`${change.key}\` ${describe(change)}`);
    if (change.target !== undefined) lines.push(...change.target.split('\n').map((line) => `  > ${line}`));
  }
  return lines;
}

function describe({ source, oldSource }: Change): string {
  return oldSource === undefined ? source : markdownDiff(englishDiff(oldSource, source));
}

/** The contract of `sync --json`. */
export function syncJson(moves: readonly Move[], plan: SyncPlan) {
  return {
    versions: plan.versions.map(({ version, pages, segments }) => {
      const move = moves.find((each) => each.version === version);
      return { version, from: move?.from ?? null, to: move?.to, pages, segments };
    }),
    dropped: plan.dropped,
    pages: plan.pages.map((page) => ({
      page: page.page,
      file: page.path,
      state: page.state,
      ...(page.from === undefined ? {} : { from: page.from }),
      changes: toldChanges(page).map(changeJson),
    })),
  };
}

function changeJson({ kind, key, source, oldSource, target }: Change) {
  const before = oldSource === undefined ? {} : { oldSource, diff: englishDiff(oldSource, source) };
  return { kind, key, source, ...before, ...(target === undefined ? {} : { target }) };
}
