/** What a contributor's Markdown page comes to. */
import type { Root } from 'hast';
import type { Finding } from '../../docbook/types.ts';

/** `blog`: docs/blog/ · `faq`: docs/faq/ · `page`: everything else under docs/. */
export type PageKind = 'blog' | 'faq' | 'page';

/** All keys that any kind of page may use; front-matter.ts says which kind knows which. */
export interface FrontMatter {
  readonly title?: string;
  readonly author?: readonly string[];
  /** YYYY-MM-DD. */
  readonly date?: string;
  readonly tags?: readonly string[];
  readonly chosen?: boolean;
  readonly summary?: string;
  /** Path of an image, relative to the page. */
  readonly cover?: string;
  /** What the cover shows, for whoever does not see it. */
  readonly alt?: string;
  readonly draft?: boolean;
  /** PostgreSQL versions that an answer speaks of. */
  readonly versions?: readonly string[];
  readonly related?: readonly string[];
  readonly description?: string;
  /** Language of a page that is not in the workspace's own. */
  readonly lang?: string;
}

/** The line of each key that is there, right or wrong. */
export type FrontMatterLines = Readonly<Partial<Record<keyof FrontMatter, number>>>;

export interface RenderedMarkdown {
  /** As plain text: from the front matter, else the first heading of level 1, else the file's name. */
  readonly title: string;
  /** Safe HTML. It always opens with the title as `h1`, whether the body had one or not. */
  readonly html: string;
  /** What `html` is written from, with places in the file. */
  readonly tree: Root;
  readonly frontMatter: FrontMatter;
  readonly lines: FrontMatterLines;
  readonly findings: readonly Finding[];
}

/** Words that the renderer adds to a page, in the page's language. */
export interface MarkdownWords {
  readonly footnotes: string;
  readonly backToText: string;
}
