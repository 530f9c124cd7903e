/** The glossary of a language: how its terms are to be translated. Data of translations/<language>/glossary.yml. */

export interface Term {
  /** English, in its dictionary form. */
  readonly term: string;
  /** What it is translated as. The first is preferred; each is right. */
  readonly targets: readonly string[];
  /** Translations not to use. */
  readonly not: readonly string[];
  /** Where the term means this, when it means other things elsewhere. */
  readonly context?: string;
  readonly partOfSpeech?: 'noun' | 'verb' | 'adjective' | 'adverb' | 'name';
  readonly note?: string;
  /** `exact`: only as it is written; `any` (the default): also at the start of a sentence or in capitals. */
  readonly case: 'exact' | 'any';
  /** Line in the file, from 1. */
  readonly line: number;
}

/** Finds terms in English prose, the longest first, in time linear to the text. */
export interface Glossary {
  readonly terms: readonly Term[];
  /** Every place of a term in a text without markup; plurals and simple inflections count. */
  find(text: string): readonly TermPlace[];
}

export interface TermPlace {
  readonly term: Term;
  /** UTF-16 offsets into the text. */
  readonly from: number;
  readonly to: number;
}
