/** What people did for the texts of a page, as the page tells it. */

/** A person with a page of the site. */
export interface NamedPerson {
  readonly login: string;
  /** Site path of the page, without extension. */
  readonly path: string;
}

/** What somebody did for a paragraph, in words of the page's table. */
export type DeedKind = 'translated' | 'updated' | 'corrected' | 'kept' | 'drafted' | 'reviewed';

export interface Deed {
  readonly what: DeedKind;
  /** Never empty. */
  readonly people: readonly NamedPerson[];
  /** For a text of another page, which stands on this one too. */
  readonly elsewhere?: true;
  /** The pull request, with its number, or the comment that it is recorded from. */
  readonly record: { readonly url: string; readonly number: number | undefined };
  /** `2026-03-01` */
  readonly day: string;
}
