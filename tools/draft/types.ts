/** Machine drafts: what is asked of a language model, and what its answer comes to. */
import type { Term } from '../glossary/types.ts';

/** A translation that is like the one asked for. */
export interface Precedent {
  readonly source: string;
  readonly target: string;
}

/** One segment to be drafted. */
export interface DraftItem {
  readonly key: string;
  /** English as Markdown. */
  readonly source: string;
  /** Words of the source. */
  readonly words: number;
  readonly terms: readonly Term[];
  readonly precedents: readonly Precedent[];
  /** What was wrong with the last answer for this segment. */
  readonly complaint?: string;
}

/** Neighbouring segments of one page, asked for at once. */
export interface Batch {
  readonly page: string;
  readonly items: readonly DraftItem[];
}

/** A message of the chat completions API. */
export interface ChatMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/** What an answer comes to, by key: a target as Markdown, or what is wrong. */
export interface Answers {
  readonly targets: ReadonlyMap<string, string>;
  readonly problems: ReadonlyMap<string, string>;
}
