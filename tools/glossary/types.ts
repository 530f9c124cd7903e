/** The glossary of a language: how its terms are to be translated. Data of translations/<language>/glossary.yml. */

export interface Term {
  /** English, in its dictionary form. */
  readonly term: string;
  /** What it is translated as. The first is preferred; each is right. The term itself, where it stays in English. */
  readonly targets: readonly string[];
  /** Translations not to use. None is part of a target. */
  readonly not: readonly string[];
  /** Other English forms, such as an irregular plural; regular inflections are known without. */
  readonly forms: readonly string[];
  /** Where the term means this, when it means other things elsewhere; or which target is right where. */
  readonly context?: string;
  readonly partOfSpeech?: PartOfSpeech;
  readonly note?: string;
  /** `exact`: only as it is written; `any` (the default): also at the start of a sentence or in capitals. */
  readonly case: 'exact' | 'any';
  /** Line in the file, from 1. */
  readonly line: number;
}

export type PartOfSpeech = 'noun' | 'verb' | 'adjective' | 'adverb' | 'name';

/** Finds terms in English prose, the longest first, in time linear to the text. */
export interface Glossary {
  /** In the file's order. */
  readonly terms: readonly Term[];
  /**
   * Every place of a term in a text without markup, in order; places do not overlap. Plurals and simple inflections
   * count; a space and a hyphen between words are the same.
   */
  find(text: string): readonly TermPlace[];
}

export interface TermPlace {
  readonly term: Term;
  /** UTF-16 offsets into the text. */
  readonly from: number;
  readonly to: number;
}
