/**
 * What checks have to know of the target language: data of translations/<language>/checks.yml. Every part may be left
 * out; the rules that need it then say nothing.
 */
export interface LanguageRules {
  /** The language sets no spaces between its words, and full-width punctuation: lists of characters. */
  readonly punctuation?: {
    /** Half-width mark -> full-width one, in prose of the language. */
    readonly fullWidth: Readonly<Record<string, string>>;
    /** Mark between the members of a list inside a sentence, with the one that it is mistaken for. */
    readonly list?: { readonly mark: string; readonly not: string };
    /** Marks that end a sentence, by the English ones that they stand for. */
    readonly ends: Readonly<Record<string, readonly string[]>>;
    /** Pairs of brackets and quotes, opening and closing. */
    readonly pairs: readonly (readonly [string, string])[];
  };
  /** Scripts (Unicode names, such as Han) between which and Latin letters or digits a space is expected, or none. */
  readonly spacing?: { readonly script: string; readonly between: 'space' | 'none' };
  /** Units of number that the language writes in words: the sign -> its factor, such as 10000. */
  readonly numberUnits?: Readonly<Record<string, number>>;
  /** Digits that stand for those of ASCII, in order from 0, a string of ten each. */
  readonly digits?: readonly string[];
  /** Characters that are no good here, such as of another orthography -> what to write instead. */
  readonly characters?: Readonly<Record<string, string>>;
  /** Words that are no good here -> what to write instead, such as forms of address. */
  readonly wordsToAvoid?: Readonly<Record<string, string>>;
  /** Length of a target over that of its source, in characters: lowest and highest that are plausible. */
  readonly lengthRatio?: { readonly min: number; readonly max: number };
}
