/** Blog posts and questions: what is known of each, and the pages that are made of them. */
import type { Root } from 'hast';

/** A heading that can be led to. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/** A link of the text. */
export interface TextLink {
  /** A site path (`docs/18/sql-select.html#SQL-FROM`), a fragment, or an absolute address. */
  readonly href: string;
  readonly line: number;
}

/** A picture of the text. */
export interface Picture {
  /** A site path. */
  readonly src: string;
  readonly alt: string;
  readonly line: number;
}

/** What of a text other pages and checks need. */
export interface Outline {
  readonly headings: readonly Heading[];
  readonly links: readonly TextLink[];
  readonly pictures: readonly Picture[];
  readonly minutes: number;
}

export interface Tag {
  /** As the author wrote it. */
  readonly name: string;
  /** In paths: tags that differ in capitals, spaces or punctuation are one. */
  readonly slug: string;
}

/** What posts and questions have in common. */
export interface Article {
  /** Site path without extension: `blog/2026-05-20-drawers`. */
  readonly path: string;
  /** Path in the workspace. */
  readonly file: string;
  readonly title: string;
  readonly tags: readonly Tag[];
  /** Safe HTML, with the title as `h1`. */
  readonly html: string;
  /** What `html` is written from. */
  readonly tree: Root;
  readonly outline: Outline;
}

export interface Post extends Article {
  /** GitHub logins, as written. */
  readonly authors: readonly string[];
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly chosen: boolean;
  readonly draft: boolean;
  readonly summary: string | undefined;
  /** `path` is a site path. */
  readonly cover: { readonly path: string; readonly alt: string } | undefined;
}

/** A place in the manual, of no version. */
export interface Reference {
  readonly page: string;
  readonly id: string | undefined;
  /** Line of the file. */
  readonly line: number;
}

export interface Question extends Article {
  /** Versions of PostgreSQL that the answer speaks of; none: it holds for all. */
  readonly versions: readonly string[];
  readonly related: readonly Reference[];
}

/** A page that this room makes, complete but for the shell. */
export interface ArticlePage {
  /** Site path without extension. */
  readonly path: string;
  readonly title: string;
  readonly description?: string;
  readonly html: string;
  /** Whether it is worth finding: lists are not. */
  readonly searchable: boolean;
  /** A picture: a site path. */
  readonly image?: string;
  /** schema.org, without `@context`; `address` makes a site path absolute. */
  readonly structured?: (address: (path: string) => string) => object;
}
