/** What is wrong with what a pull request changes: the rules' findings on its entries alone, and what it may not do. */
import { entriesByKey } from '../../catalog/entries.ts';
import { serializeCatalog } from '../../catalog/serialize.ts';
import type { Catalog, Entry, Junk } from '../../catalog/types.ts';
import { rules } from '../../check/rules/index.ts';
import { checkFiles } from '../../check/run.ts';
import { type ArtifactFinding, LIMITS } from '../../review/artifact.ts';
import type { ChangedSegments } from '../../review/changes.ts';
import type { PageFiles } from '../../review/changes-pages.ts';
import { isPlainPath } from '../../review/classify.ts';
import { GUARDED } from '../../review/comment-findings.ts';
import { shortened } from '../../review/escape-markdown.ts';
import type { SegmentChange } from '../../review/types.ts';
import type { CheckInputs } from '../check-inputs.ts';

/** Findings of the rules on entries that differ. */
export function entryFindings(
  pages: readonly PageFiles[],
  { active, surroundings }: Pick<CheckInputs, 'active' | 'surroundings'>,
): ArtifactFinding[] {
  const files = pages.flatMap(({ page, before, after }) => {
    if (!after) return [];
    const old = new Set(before?.catalog.items.map(textOf));
    const items = after.catalog.items.filter((item) => !old.has(textOf(item)));
    return items.length === 0 ? [] : [{ path: after.path, catalog: { page, items } satisfies Catalog }];
  });
  return checkFiles(files, { rules: active, known: rules, surroundings }).map(withoutPlace);
}

const textOf = (item: Entry | Junk): string => serializeCatalog({ page: '', items: [item] });

/** What cannot be read. What was broken on main already is nobody's fault here; lines move, so they do not tell. */
export function brokenFindings({ before, after, findings }: PageFiles): ArtifactFinding[] {
  const items = before?.catalog.items ?? [];
  const old = new Set(items.flatMap((item) => (item.type === 'junk' ? [item.text] : [])));
  const known = after?.catalog.items.flatMap((item) => (item.type === 'junk' && old.has(item.text) ? [item.line] : []));
  return findings.filter(({ line }) => !known?.includes(line)).map(withoutPlace);
}

/** A finding as the artifact has it: without column and key. */
const withoutPlace = ({ severity, rule, file, line, message }: ArtifactFinding): ArtifactFinding => ({
  severity,
  rule,
  file,
  line,
  message,
});

/** Guarded files in the pull request of somebody who may not touch them. */
export function guardedFindings(paths: readonly string[]): ArtifactFinding[] {
  return paths.map((file) => ({
    severity: 'error',
    rule: GUARDED,
    file,
    line: 1,
    message:
      'only maintainers change this file; take it out of the pull request by restoring it as it is on main, or open an issue if it has to change',
  }));
}

/** Names that cannot be printed or written everywhere. Nothing else is looked at then. */
export function pathFindings(paths: readonly string[]): ArtifactFinding[] {
  return paths
    .filter((path) => !isPlainPath(path))
    .map((path) => ({
      severity: 'error',
      rule: 'pull-request/path',
      file: shortened(path, LIMITS.line),
      line: 1,
      message: 'the name of this file holds characters that a name must not have; letters, digits, ., - and _ expected',
    }));
}

/** English lines and markers are written by sync alone: an entry that goes or comes otherwise is a slip of the hand. */
export function keyFindings({ added, removed }: ChangedSegments): ArtifactFinding[] {
  const finding = (file: string, key: string, message: string): ArtifactFinding => ({
    severity: 'error',
    rule: 'pull-request/english',
    file,
    line: 1,
    message: `${key}: ${message}`,
  });
  return [
    ...removed.map(({ file, key }) =>
      finding(
        file,
        key,
        'this paragraph was taken out, or its English was changed; restore its line that begins with > and its marker',
      ),
    ),
    ...added.map(({ file, key }) =>
      finding(
        file,
        key,
        'this paragraph is not of the English manual as main has it; take it out, sync adds what is new',
      ),
    ),
  ];
}

/**
 * What sync alone writes into a marker: an entry that names another's key as its forerunner would take over the review
 * of that, and a stale flag put on somebody's text would take one away. Flags may be taken away by hand.
 */
export function markerFindings(pages: readonly PageFiles[]): ArtifactFinding[] {
  return pages.flatMap(({ before, after }) => {
    const old = entriesByKey(before?.catalog);
    return [...entriesByKey(after?.catalog).values()].flatMap((now): ArtifactFinding[] => {
      const was = old.get(now.key);
      const what = was && foreignWord(was, now);
      if (what === undefined) return [];
      return [
        {
          severity: 'error',
          rule: 'pull-request/marker',
          file: after?.path ?? '',
          line: now.line + 1,
          message: `${now.key}: ${what} of this marker was changed; only sync writes it, restore it as it is on main`,
        },
      ];
    });
  });
}

/** In which folder a page stands says who may review it. */
export function movedFindings(pages: readonly PageFiles[]): ArtifactFinding[] {
  return pages.flatMap(({ before, after }): ArtifactFinding[] =>
    before === undefined || after === undefined || before.path === after.path
      ? []
      : [
          {
            severity: 'error',
            rule: 'pull-request/path',
            file: after.path,
            line: 1,
            message: `only sync moves a page to another folder; put it back to ${before.path}`,
          },
        ],
  );
}

function foreignWord(was: Entry, now: Entry): string | undefined {
  const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);
  if (differs(was.same, now.same)) return '`same=`';
  if (differs(was.versions, now.versions)) return 'a version';
  if (differs(was.index, now.index)) return '`index`';
  if (now.stale && (now.stale.was !== was.stale?.was || now.stale.oldSource !== was.stale.oldSource)) return '`stale`';
  return undefined;
}

/**
 * Texts whose English has changed on main since the branch began: who wrote them has not seen the new English. Git merges
 * such changes in silence when they do not touch the same lines.
 *
 * @param own pages that the branch itself changes: where the two parted, and its head
 */
export function outdatedChanges(
  changes: readonly SegmentChange[],
  own: readonly PageFiles[],
): readonly SegmentChange[] {
  const heads = new Map(own.map(({ page, after }) => [page, entriesByKey(after?.catalog)]));
  return changes.filter(({ page, key, same = [], old, new: target }) => {
    const head = heads.get(page);
    return head !== undefined && old !== target && target !== '' && ![key, ...same].some((each) => head.has(each));
  });
}

export function outdatedFindings(changes: readonly SegmentChange[]): ArtifactFinding[] {
  return changes.map(({ file, line }) => ({
    severity: 'error',
    rule: 'pull-request/outdated',
    file,
    line,
    message:
      'the English of this paragraph has changed on main since this branch began, so the translation stays stale; press “Update branch”, read the new English above it, and mend the translation',
  }));
}
