/** What the three feeds of the blog are written from. */

export interface FeedEntry {
  /** Absolute address; also its identity. */
  readonly url: string;
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  readonly tags: readonly string[];
  readonly summary: string | undefined;
  /** Absolute address of a picture. */
  readonly image: string | undefined;
  /** Safe HTML of the whole text; all addresses in it are absolute. */
  readonly html: string;
}

export interface FeedData {
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  /** Absolute address of the blog. */
  readonly home: string;
  /** Absolute address of a feed by its site path. */
  readonly address: (path: string) => string;
  /** The newest first; at least one. */
  readonly entries: readonly FeedEntry[];
}
