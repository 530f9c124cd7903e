/** What goes into an import of an existing translation, and what comes out of it. */
import type { Catalog, Entry } from './types.ts';

/** A source with its translation, from wherever it comes. */
export interface ImportedPair {
  readonly page: string;
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly at: { readonly file: string; readonly line: number };
  readonly by: 'marker' | 'structure';
}

export type ImportNoteKind = 'conflict' | 'replaced' | 'unpaired' | 'mismatch' | 'untranslated';

/** What a person should look at after an import. */
export interface ImportNote {
  readonly kind: ImportNoteKind;
  readonly page: string;
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
  /** The target in the catalog, for a conflict; that was there before, for a replaced one. */
  readonly held?: string;
  /** The target of the translation, for these two. */
  readonly imported?: string;
}

/**
 * What became of a pair: `taken` its target is in the catalog · `other` another target is · `untranslated` it is the
 * English again · `unpaired` no entry has its English.
 */
export type PairOutcome = 'taken' | 'other' | 'untranslated' | 'unpaired';

export interface ImportResult {
  readonly outcomes: ReadonlyMap<ImportedPair, PairOutcome>;
  readonly catalogs: readonly Catalog[];
  readonly notes: readonly ImportNote[];
  /** Entries that took a target from a pair, or from another page with the same source. */
  readonly filled: number;
  readonly filledElsewhere: number;
  /** Empty entries of other versions that took the target of their sibling on the page, re-keyed or stale. */
  readonly carried: number;
  /** Entries whose target gave way to another. */
  readonly replaced: number;
  /** Pairs whose source has an entry. */
  readonly paired: number;
}

export type ImportAs = 'machine' | 'translated';

/**
 * Which targets give way to an imported one: none · `drafts`: those that nobody has touched, drafts of programs and stale
 * ones · `all`.
 */
export type ImportReplace = 'none' | 'drafts' | 'all';

export interface Replacing {
  readonly which: ImportReplace;
  /** A target that people have approved stays, whatever is replaced. */
  isReviewed(page: string, entry: Entry): boolean;
}
