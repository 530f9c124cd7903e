/** Checks: one named rule a file in rules/, run over every entry that has a target. */
import type { Entry } from '../catalog/types.ts';
import type { Glossary } from '../glossary/types.ts';
import type { Inline } from '../segment/inline.ts';
import type { LanguageRules } from './language.ts';

export type Severity = 'error' | 'warning';

/** One entry with a target, read once for all rules. */
export interface Subject {
  readonly page: string;
  /** Its `source` is the English that the target was made for: the old one while the entry is stale. */
  readonly entry: Entry;
  /** The source, read. */
  readonly source: readonly Inline[];
  /** The target, read. */
  readonly target: readonly Inline[];
  /**
   * The target's Markdown with everything that is no prose (code, link addresses, cross references, footnote marks,
   * tags, escapes' backslashes …) replaced by U+FFFC, one for each UTF-16 unit: offsets are those of `entry.target`.
   */
  readonly prose: string;
  /** The same of the source; offsets are those of `entry.source`. */
  readonly sourceProse: string;
}

/** What a rule may look at besides the entry itself. */
export interface Surroundings {
  readonly language: LanguageRules;
  readonly glossary: Glossary;
  /** Different targets that the workspace has for a source key. */
  targetsOf(key: string): readonly string[];
  /** Key of an entry whose source is this text, if there is one. */
  keyOfSource(text: string): string | undefined;
}

/** What a rule has found in one entry. Offsets are UTF-16 units of `entry.target`; the whole target when left out. */
export interface Remark {
  /** What is wrong and what was expected, in one sentence, with the words it speaks of. */
  readonly message: string;
  readonly from?: number;
  readonly to?: number;
  /** What to put in place of `from`..`to`, when mending is mechanical and cannot change the meaning. */
  readonly fix?: string;
}

export interface Rule {
  /** As in findings, `off=` and docs/guide/checks.md: lower case, words joined by hyphens. */
  readonly name: string;
  readonly severity: Severity;
  /** Set where a workspace has to turn the rule on. */
  readonly offByDefault?: true;
  check(subject: Subject, surroundings: Surroundings): Iterable<Remark>;
}

/** A remark in its place, as `check` prints it. */
export interface Finding {
  readonly severity: Severity;
  readonly rule: string;
  /** Path in the workspace. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly key: string;
  readonly message: string;
}
