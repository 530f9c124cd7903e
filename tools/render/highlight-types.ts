/** Words of code highlighting: which parts of a listing are code, in which language, and the coloured runs in them. */

export type CodeLanguage = 'sql' | 'shell' | 'c';

/** A part of a listing's text, in UTF-16 units; `to` is not in it. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A part that is code of one language. Parts of one listing are in order and never overlap. */
export interface CodeRange extends Range {
  readonly language: CodeLanguage;
}

/** hk: keyword or type · hs: string · hc: comment · hn: number, constant or variable. Short, since every page bears many. */
export type TokenClass = 'hk' | 'hs' | 'hc' | 'hn';

/** A run of one colour. Tokens of one listing are in order and never overlap. */
export interface Token extends Range {
  readonly cls: TokenClass;
}

/** A listing as the rules of highlight-language.ts see it. */
export interface Listing {
  /** Name of the DocBook element: `programlisting`, `screen`, `synopsis` … */
  readonly element: string;
  /** Its `language` attribute, where it has one. */
  readonly language?: string | undefined;
  readonly text: string;
}
