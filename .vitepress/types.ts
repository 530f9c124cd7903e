/** What the driver is given: the site as a whole, and its pages with their finished HTML. */

export type PageKind = 'manual' | 'article' | 'home' | 'notfound';

export interface SitePage {
  /** Site path without extension: `docs/18/sql-select`, `index`, `blog/2026-first`, `404`. */
  readonly path: string;
  readonly title: string;
  readonly description?: string;
  /** BCP 47 language of the page, for `<html lang>`. */
  readonly lang: string;
  readonly kind: PageKind;
  /** Finished, safe HTML of the page; asked for once, when the page is written. Links inside are relative. */
  readonly html: () => string;
  /** An absolute URL, or a site path with extension (`docs/18/sql-select.html`). Default: the page itself. */
  readonly canonical?: string;
  /** The PostgreSQL version whose search bundle the page uses. Default: the current one. */
  readonly version?: string;
  readonly noindex?: boolean;
  /** Whether the search finds it: a page of the manual in its version's bundle, any other in that of the site's own pages. */
  readonly searchable: boolean;
  /** What the page is on a social card. Default: `article` for articles and the manual, else `website`. */
  readonly type?: 'article' | 'website';
  /** The picture of its social card: a site path (`blog/cover.png`). Default: that of the site. */
  readonly image?: string;
  /** The page in other languages, itself too: absolute addresses. */
  readonly alternates?: readonly { readonly language: string; readonly href: string }[];
  /** Whether the same page stands beside it as Markdown, with the extension `.md`. */
  readonly hasMarkdown?: boolean;
  /** Feeds that the page tells of, beside those of the site. */
  readonly feeds?: readonly FeedLink[];
  /**
   * Structured data of the page (schema.org) without `@context`: one object, or a list.
   *
   * @param address gives a site path (`blog/index.html`, `` for the start page) its absolute address
   */
  readonly structured?: (address: (path: string) => string) => object;
}

export interface FeedLink {
  /** Media type: `application/rss+xml`. */
  readonly type: string;
  readonly title: string;
  /** A site path: `blog/feed.xml`. */
  readonly href: string;
}

export interface SiteVersion {
  readonly name: string;
  readonly current: boolean;
}

export interface NavLink {
  readonly text: string;
  /** A site path (`blog/index.html`, a leading slash is allowed) or an absolute URL. */
  readonly href: string;
}

/** A way for readers to report an error or suggest a wording. */
export type FeedbackWay =
  | { readonly kind: 'github'; readonly repository: string }
  | { readonly kind: 'mail'; readonly address: string }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'copy' };

export interface SiteOptions {
  readonly title: string;
  readonly lang: string;
  /** `/` or `/manual/`. */
  readonly base: string;
  /** `https://example.org`, without a path. */
  readonly origin: string;
  readonly pages: Iterable<SitePage>;
  /** A scratch folder of the driver's own; emptied at the start, removed at the end. */
  readonly work: string;
  /** The folder to fill; whatever stands in it goes first. */
  readonly out: string;
  readonly versions: readonly SiteVersion[];
  /** The workspace's translations of the interface words (words.ts). */
  readonly words: Readonly<Record<string, string>>;
  readonly nav: readonly NavLink[];
  /** Plain text; `[words](https://address)` becomes a link. */
  readonly footer: string;
  /** Links that stand in the footer, before that line. */
  readonly footLinks?: readonly NavLink[];
  /** In the order in which they are offered. */
  readonly feedback?: readonly FeedbackWay[];
  /** The picture of pages that have none of their own on a social card: a site path. */
  readonly card?: string;
  /** Feeds that every page outside the manual tells of. */
  readonly feeds?: readonly FeedLink[];
}

/** What of a site's options the shell depends on. */
export type ShellOptions = Pick<
  SiteOptions,
  'title' | 'lang' | 'base' | 'nav' | 'words' | 'footer' | 'footLinks' | 'versions' | 'feedback'
>;

/** What the process that renders the shell is asked. */
export interface ShellRequest {
  readonly options: ShellOptions;
  readonly work: string;
  readonly assets: string;
}
