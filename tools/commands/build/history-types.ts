/** What the pages of the site are told of the workspace's history in git. */

import type { TrendPoint } from '../../progress/trend.ts';
import type { NoTrend } from '../../progress/trend-chart.ts';
import type { ChangedPage, PinChange } from '../../progress/upstream-changes.ts';

export interface UpstreamChange extends PinChange {
  /** What changed on the pages of the version; none of a version that came with the commit. */
  readonly pages: readonly ChangedPage[];
}

export interface WorkspaceHistory {
  /** main's commit whose catalogs the site shows; undefined where they have changed since, or there is no history. */
  readonly commit: string | undefined;
  /** When a text became what it is, in seconds since 1970; undefined where that is not known. */
  since(page: string, key: string): number | undefined;
  /** When main last changed a catalog. */
  changed(file: string): number | undefined;
  /** The time of the last commit, to which waiting is reckoned: a build has no clock. */
  readonly now: number | undefined;
  readonly trend: readonly TrendPoint[] | NoTrend;
  /** By version. */
  readonly upstream: ReadonlyMap<string, UpstreamChange>;
}
