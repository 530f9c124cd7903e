/** A catalog: the Markdown file of one manual page in one language, serving all versions of that page. */

/** A flag on a target. It speaks of one text only: it is lifted as soon as the target's hash differs. */
export interface MachineFlag {
  /** Hash of the target that the flag speaks of. */
  readonly target: string;
}

/** The target was made for an older source. */
export interface StaleFlag {
  /** Key of the source that the target was made for. */
  readonly was: string;
  readonly target: string;
  /** That source, as Markdown on one line. */
  readonly oldSource: string;
}

/** A check that does not apply to this entry, with the reason. */
export interface RuleOff {
  readonly rule: string;
  readonly reason: string;
}

export interface Entry {
  readonly type: 'entry';
  readonly key: string;
  /** English as Markdown, one line. */
  readonly source: string;
  /** Versions that have this entry, only where the current version lacks it. */
  readonly versions?: readonly string[];
  readonly index?: true;
  readonly stale?: StaleFlag;
  readonly machine?: MachineFlag;
  /** Keys of earlier sources with the same words; reviews of those are reviews of this. Latest first. */
  readonly same?: readonly string[];
  readonly off?: readonly RuleOff[];
  /** The translation as people wrote it, without blank lines around it; empty when there is none. */
  readonly target: string;
  /** Line of the source in the file, from 1; 0 when it was not read from one. */
  readonly line: number;
  /** Line of the target in the file, when it was read from one and has a target. */
  readonly targetLine?: number;
}

/** A broken piece of a catalog: reported, and kept byte for byte. */
export interface Junk {
  readonly type: 'junk';
  readonly text: string;
  readonly line: number;
}

export interface Catalog {
  /** Name of the page. */
  readonly page: string;
  readonly items: readonly (Entry | Junk)[];
}

/** Something wrong in a catalog. */
export interface CatalogFinding {
  readonly severity: 'error' | 'warning';
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly key?: string;
  readonly message: string;
}
