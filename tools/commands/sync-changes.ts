/** What a sync does, as data: for the files, the summary and the report. */
import type { VersionPage } from '../catalog/layout.ts';
import type { Change, ChangeKind } from '../catalog/merge.ts';

export interface PageChanges {
  readonly page: string;
  readonly path: string;
  /** `added`: it had no catalog · `removed`: its catalog goes · `moved`: to another part · `renamed`: it was `from`. */
  readonly state: 'added' | 'removed' | 'moved' | 'renamed' | 'changed';
  readonly from?: string;
  /** The versions that have the page now, with their segments. */
  readonly versions: readonly VersionPage[];
  /** What became of each segment, those that are kept too. */
  readonly changes: readonly Change[];
}

export interface VersionCounts {
  readonly version: string;
  readonly pages: { readonly added: number; readonly removed: number; readonly changed: number };
  readonly segments: Readonly<Record<ChangeKind, number>>;
}

/** What only a version had that is no longer in project.yml. */
export interface Dropped {
  readonly version: string;
  /** Pages that have lost entries, and those that go as a whole. */
  readonly pages: number;
  readonly pagesRemoved: number;
  readonly segments: number;
}

export interface SyncPlan {
  /** Whole content of each file that is to be; null: the file goes. */
  readonly files: ReadonlyMap<string, string | null>;
  /** The pages that change, in reading order; those that go last. */
  readonly pages: readonly PageChanges[];
  readonly versions: readonly VersionCounts[];
  readonly dropped: readonly Dropped[];
}
