/**
 * What checks have to know of the target language: data of translations/<language>/checks.yml, read by
 * parse-language.ts. Every part may be left out; the rules that need it then say nothing.
 */
export interface LanguageRules {
  /**
   * Unicode name of the script that the language is written in, such as Han, when that is not Latin: what tells its
   * words from English ones.
   */
  readonly script?: string;
  /** Punctuation of the language, as far as it is not that of English. */
  readonly punctuation?: {
    /** Half-width mark -> full-width one, in prose of the language. Brackets are given one by one. */
    readonly fullWidth: Readonly<Record<string, string>>;
    /** Mark between the members of a list inside a sentence, and the one that it is mistaken for. */
    readonly list?: { readonly mark: string; readonly not: string };
    /** Marks that end a sentence, by the English ones that they stand for. The first is preferred. */
    readonly ends: Readonly<Record<string, readonly string[]>>;
    /** Pairs of brackets and quotes, opening and closing. */
    readonly pairs: readonly (readonly [string, string])[];
  };
  /** Whether a space stands between the language's script and Latin letters or digits. */
  readonly spacing?: 'space' | 'none';
  /** Units of number that the language writes in words: the word -> its factor, such as 10000. */
  readonly numberUnits?: Readonly<Record<string, number>>;
  /** Words of number that may stand for digits. */
  readonly numberWords?: Readonly<Record<string, number>>;
  /** Digits that stand for those of ASCII, in order from 0, a string of ten UTF-16 units each. */
  readonly digits?: readonly string[];
  /** Characters that are no good here, such as of another orthography -> what to write instead. */
  readonly characters?: Readonly<Record<string, string>>;
  /** Spaces and invisible characters that the language does need, such as a no-break space or a joiner. */
  readonly invisible?: readonly string[];
  /** Words that are no good here -> what to write instead, such as forms of address. */
  readonly wordsToAvoid?: Readonly<Record<string, string>>;
  /** Latin words that are words of this language too, so that a target may have them where its source has not. */
  readonly latinWords?: readonly string[];
  readonly doubled?: {
    /** Words of up to four characters that never stand twice in a row. */
    readonly words: readonly string[];
    /** Compounds that begin or end with one of them, or repeat themselves rightly: there the doubling is none. */
    readonly except: readonly string[];
  };
  /** Length of a target over that of its source, in characters: lowest and highest that are plausible. */
  readonly lengthRatio?: { readonly min: number; readonly max: number };
}
