/** Title and body of the pull request of a sync: what changes, page by page, within what GitHub takes. Pure. */
import type { Change } from '../../catalog/merge.ts';
import { isReleaseNotePage } from '../../docbook/release-notes.ts';
import { codeElement, codeSpan, plainLine, shortened } from '../../review/escape-markdown.ts';
import { markedDifference } from '../../review/marked-difference.ts';
import type { PageChanges, SyncPlan } from '../sync-changes.ts';
import type { Move } from '../sync-report.ts';
import { englishDiffer } from './check-difference.ts';

/** GitHub refuses a longer body. */
export const LONGEST_BODY = 65_536;
/** Paragraphs shown of a page; upstream's release notes bring thousands. */
const SHOWN = 30;
const LONGEST_TITLE = 200;
const LONGEST_TEXT = 2_000;

export interface SyncTold {
  readonly title: string;
  readonly body: string;
}

export function syncTold(moves: readonly Move[], plan: SyncPlan): SyncTold {
  const counts = countsOf(plan);
  return { title: titleOf(moves, counts), body: bodyOf(moves, plan, counts) };
}

interface Counts {
  readonly stale: number;
  readonly fresh: number;
  /** Of both kinds, in release notes. */
  readonly notes: number;
  /** Per cent of all that has kept its translation, or its lack of one. */
  readonly kept: number;
}

function countsOf({ pages, versions }: SyncPlan): Counts {
  const of = (kind: Change['kind'], inNotes: boolean) =>
    pages
      .filter(({ page }) => isReleaseNotePage(page) === inNotes)
      .reduce((sum, { changes }) => sum + changes.filter((change) => change.kind === kind).length, 0);
  const sums = versions.map(({ segments }) => segments);
  const kept = sums.reduce((sum, each) => sum + each.kept + each.rekeyed, 0);
  const all = sums.reduce((sum, each) => sum + each.stale + each.filled + each.new, kept);
  return {
    stale: of('stale', false),
    fresh: of('new', false),
    notes: of('stale', true) + of('new', true),
    // Rounded down: 100 means all of it.
    kept: all === 0 ? 100 : Math.floor((kept / all) * 100),
  };
}

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

function titleOf(moves: readonly Move[], { stale, fresh, kept }: Counts): string {
  const moved = moves.filter(({ from, to }) => from !== to);
  const releases = (moved.length > 0 ? moved : moves).map(({ to }) => plainLine(to)).join(', ');
  const work = counted(stale + fresh, 'paragraph', 'paragraphs');
  return `Sync: ${shortened(releases, LONGEST_TITLE)} (${work} for people, ${kept} % kept)`;
}

function bodyOf(moves: readonly Move[], plan: SyncPlan, counts: Counts): string {
  const head = [
    `${counted(counts.stale + counts.fresh, 'paragraph waits', 'paragraphs wait')} for people: ${counts.stale} whose English has changed, ${counts.fresh} new. Release notes: ${counts.notes}. ${counts.kept} % of all paragraphs are as they were.`,
    '',
    ...tableOf(moves, plan),
    '',
    '- [ ] The numbers are about what such a release changes; nothing is gone that should be there.',
    '- [ ] The pages below read as if the right translation stood beside the right English.',
    '- [ ] The check of this pull request has passed.',
    '',
    'To approve this pull request reviews no translation. Its branch is made anew on main at each run: what is pushed to it by hand stops that, and is not overwritten.',
    '',
    '',
  ].join('\n');
  const pages = plan.pages.filter(isTold);
  const left: PageChanges[] = [];
  let body = head;
  for (const [at, page] of pages.entries()) {
    const section = sectionOf(page);
    const rest = restOf([...left, ...pages.slice(at + 1)]);
    if (body.length + section.length + rest.length <= LONGEST_BODY) body += section;
    else left.push(page);
  }
  return body + restOf(left);
}

function tableOf(moves: readonly Move[], { versions, dropped }: SyncPlan): string[] {
  const rows = versions.map(({ version, segments }) => {
    const move = moves.find((each) => each.version === version);
    const release = move?.from === move?.to ? move?.to : `${move?.from ?? 'new'} → ${move?.to}`;
    const { kept, rekeyed, stale, filled, gone } = segments;
    const numbers = [kept, rekeyed, stale, filled, segments.new, gone];
    return `| ${[codeSpan(version), codeSpan(release ?? ''), ...numbers].join(' | ')} |`;
  });
  const gone = dropped.map(({ version }) => `\nVersion ${codeSpan(version)} is dropped.`);
  return [
    '| version | release | kept | re-keyed | stale | filled | new | gone |',
    '| --- | --- | --: | --: | --: | --: | --: | --: |',
    ...rows,
    ...gone,
  ];
}

/** Keys that only changed their markup concern nobody, one by one. */
const isShown = ({ kind, target }: Change): boolean =>
  kind === 'stale' || kind === 'new' || (kind === 'gone' && target !== undefined);

const isTold = ({ state, changes }: PageChanges): boolean => state !== 'changed' || changes.some(isShown);

function sectionOf({ page, state, from, changes }: PageChanges): string {
  const shown = changes.filter(isShown);
  const kinds = (['stale', 'new', 'gone'] as const).flatMap((kind) => {
    const count = shown.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [`${count} ${kind}`];
  });
  const was = from === undefined ? '' : ` (was ${codeElement(from)})`;
  const what = [...(state === 'changed' ? [] : [`${state}${was}`]), ...kinds].join(', ');
  const lines = state === 'added' ? [] : shown.slice(0, SHOWN).map(lineOf);
  const more = state !== 'added' && shown.length > SHOWN ? [`- … and ${shown.length - SHOWN} more`] : [];
  const summary = `<summary>${codeElement(page)}: ${what}</summary>`;
  const list = [...lines, ...more].map((line) => `${line}\n`).join('');
  return `<details>${summary}\n\n${list}${list === '' ? '' : '\n'}</details>\n`;
}

/** Every text is code: nothing in it is read as markup, and nobody is called. */
function lineOf({ kind, key, source, oldSource, target }: Change): string {
  const text = (each: string) => codeSpan(shortened(plainLine(each), LONGEST_TEXT));
  const english = oldSource === undefined ? text(source) : markedDifference(englishDiffer(oldSource, source));
  return `- ${kind} ${codeSpan(key)} ${english}${target === undefined ? '' : `<br>${text(target)}`}`;
}

/** Names the pages that there is no room to show; the last of them are only counted. */
function restOf(pages: readonly PageChanges[]): string {
  if (pages.length === 0) return '';
  const named = pages.slice(0, 100).map(({ page }) => codeSpan(page));
  const more = pages.length > named.length ? ` and ${pages.length - named.length} more` : '';
  return `\nNot shown here: ${named.join(', ')}${more}. The files of this pull request hold all of it.\n`;
}
