/** Of what a pull request changes in the manual: findings, statuses, differences, who earns what, who else is at it. */
import { Failure } from '../../failure.ts';
import { reviewsOf } from '../../ledger/reviews.ts';
import { type Artifact, type ArtifactFinding, LIMITS } from '../../review/artifact.ts';
import { type ChangedSegments, segmentChanges } from '../../review/changes.ts';
import { type PageFiles, pagesOf } from '../../review/changes-pages.ts';
import { shortened } from '../../review/escape-markdown.ts';
import { isSyncOrImport } from '../../review/pull-request-record.ts';
import { isUnread } from '../../review/pull-request-record-boxes.ts';
import type { FileChange, SegmentChange } from '../../review/types.ts';
import type { Status } from '../../segment/types.ts';
import { type CheckInputs, readCheckInputs } from '../check-inputs.ts';
import { languageFolder } from '../workspace.ts';
import { claimsOf } from './check-claims.ts';
import {
  brokenFindings,
  entryFindings,
  keyFindings,
  markerFindings,
  movedFindings,
  outdatedChanges,
  outdatedFindings,
} from './check-findings.ts';
import { otherPullRequests } from './check-others.ts';
import { predictedPoints } from './check-points.ts';
import { describeSegments } from './check-segments.ts';
import { statusChange } from './check-status.ts';
import type { BotCheckOptions, CheckedMerge } from './check-types.ts';
import type { GitHubContext } from './context.ts';
import { ledgerAt } from './ledger-at.ts';

type Report = Omit<
  Artifact,
  'schema' | 'pullRequest' | 'head' | 'base' | 'mergeBase' | 'kinds' | 'maintainer' | 'findings'
>;

export interface CatalogReport {
  readonly report: Report;
  readonly findings: readonly ArtifactFinding[];
}

const NONE = { untranslated: 0, machine: 0, stale: 0, translated: 0, reviewed: 0 };

/** What is told when nothing could be read. */
export const nothingRead: CatalogReport = {
  report: {
    boxes: { machine: null, read: null },
    isSync: false,
    pages: 0,
    entries: { before: NONE, after: NONE },
    words: { before: NONE, after: NONE },
    moves: [],
    segments: { total: 0, list: [] },
    replacement: null,
    people: [],
    others: [],
    notes: [],
  },
  findings: [],
};

export async function catalogReport(
  context: GitHubContext,
  merge: CheckedMerge,
  { toolRoot }: BotCheckOptions,
): Promise<CatalogReport> {
  const inputs = await readInputs(context.root, toolRoot);
  if (!('catalogs' in inputs)) return { ...nothingRead, findings: inputs };
  const { repository } = context;
  const files = await repository.changes(merge.base, merge.merge, 'translations', 'docs');
  const pages = pagesOf(files);
  const changed = segmentChanges(files);
  const isSync = isSyncOrImport(files, changed);
  const outdated = isSync ? [] : await outdatedOf(context, merge, changed.changes);
  const { files: ledger } = await ledgerAt(repository, merge.base);
  const unread = isUnread(merge.facts.body) ? changed.changes.filter(({ action }) => action) : [];
  const foretold = new Map<string, Status>([
    ...unread.map((each) => [nameOf(each), 'machine'] as const),
    ...outdated.map((each) => [nameOf(each), 'stale'] as const),
  ]);
  const { change, statuses } = statusChange(pages, reviewsOf(ledger), foretold);
  const { surroundings, project, catalogs } = inputs;
  const claims = await claimsOf(context, merge, files);
  const segments = describeSegments(isSync ? [] : changed.changes, {
    language: project.language,
    glossary: surroundings.glossary,
    catalogs: catalogs.files.map(({ catalog }) => catalog),
    statuses,
  });
  const points = await predictedPoints(context, merge, { ledger, folder: languageFolder(project) });
  const others = await otherPullRequests(context, isSync ? [] : changed.changes, merge);
  return {
    findings: [
      ...findingsOf(pages, changed, inputs, { maintainer: merge.maintainer, isSync }),
      ...outdatedFindings(outdated),
      ...claims.findings,
    ],
    report: {
      ...change,
      boxes: claims.boxes,
      isSync,
      segments: { total: isSync ? 0 : changed.changes.length, list: segments },
      replacement: claims.replacement,
      people: points.people,
      others: others.others,
      notes: [...points.notes, ...others.notes].slice(0, LIMITS.notes).map((note) => shortened(note, LIMITS.line)),
    },
  };
}

/**
 * What the rules find in a sync is work for translators: new English stands beside texts that were right until now, and
 * the branch of a sync is nobody's to mend.
 */
function findingsOf(
  pages: readonly PageFiles[],
  changed: ChangedSegments,
  inputs: CheckInputs,
  { maintainer, isSync }: { readonly maintainer: boolean; readonly isSync: boolean },
): ArtifactFinding[] {
  const found = entryFindings(pages, inputs).map(
    (finding): ArtifactFinding => (maintainer && isSync ? { ...finding, severity: 'warning' } : finding),
  );
  return [
    ...found,
    ...pages.flatMap(brokenFindings),
    ...(maintainer ? [] : [...keyFindings(changed), ...markerFindings(pages), ...movedFindings(pages)]),
  ];
}

const PROBLEM = /^(translations\/[^:]+):(\d+)(?::\d+)?: (.*)$/s;

/** What check reads of the workspace; configuration that the pull request has broken comes back as findings. */
async function readInputs(root: string, toolRoot: string): Promise<CheckInputs | readonly ArtifactFinding[]> {
  try {
    return await readCheckInputs(root, { rules: undefined, severity: undefined }, toolRoot);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.message.split('\n').map((problem): ArtifactFinding => {
      const [, file = 'translations/project.yml', line = '1', message = problem] = PROBLEM.exec(problem) ?? [];
      return { severity: 'error', rule: 'pull-request/unreadable', file, line: Number(line), message };
    });
  }
}

async function outdatedOf(
  { repository }: GitHubContext,
  { mergeBase, head }: CheckedMerge,
  changes: readonly SegmentChange[],
): Promise<readonly SegmentChange[]> {
  if (mergeBase === undefined || changes.length === 0) return [];
  const own: readonly FileChange[] = await repository.changes(mergeBase, head, 'translations');
  return outdatedChanges(changes, pagesOf(own));
}

const nameOf = ({ page, key }: SegmentChange): string => `${page}:${key}`;
