/** What the makers of the site's own pages are given, and what they make; own-pages.ts knows the makers. */
import type { SitePage } from '../../../.vitepress/site.ts';
import type { Context } from '../context.ts';
import type { Catalogs } from '../workspace.ts';
import type { WorkspaceHistory } from './history-types.ts';
import type { BuildInputs } from './inputs.ts';
import type { VersionSurvey } from './survey.ts';

/** What is known of the whole site. */
export interface SiteFacts {
  readonly inputs: BuildInputs;
  readonly catalogs: Catalogs;
  /** Of all versions of the project, in its order. */
  readonly surveys: readonly VersionSurvey[];
  readonly history: WorkspaceHistory;
  /** Whether each version is there as an archive, too. */
  readonly hasArchives: boolean;
}

/** A file that is no page, such as a feed. */
export interface SiteFile {
  /** Site path, with extension. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface OwnPages {
  readonly pages: readonly SitePage[];
  readonly files: readonly SiteFile[];
}

/** Makes the pages of one section of the site. */
export type PageMaker = (context: Context, facts: SiteFacts) => Promise<OwnPages>;
