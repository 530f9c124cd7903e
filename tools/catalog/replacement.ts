/**
 * A term changed everywhere: plain text put in place of plain text, in the prose of targets and nowhere else. Doing it
 * twice does what doing it once does. Whether two states of a catalog differ by that alone, replacement-proof.ts says.
 */
import { writeMarkdown } from '../segment/write.ts';
import type { Catalog, Entry } from './types.ts';
import { withTarget } from './with-target.ts';

/** What is to be replaced, as a person said it. */
export interface ReplacementSpec {
  readonly old: string;
  readonly new: string;
  /** Only in entries whose source has this as whole words, in any case. */
  readonly whereSource?: string;
  /** Only where `old` is no part of a longer word of the same script. */
  readonly wholeWords?: boolean;
}

/** A Markdown text with U+FFFC for each UTF-16 unit that is no prose; check/scan.ts has it. */
export type ProseOf = (markdown: string) => string;

/** What became of one entry. */
export interface Replaced {
  readonly entry: Entry;
  /** How often `old` was replaced. */
  readonly places: number;
  /** Occurrences left alone because they belong to a `new` that is there already. */
  readonly kept: number;
  /** The new text would be read as other markup, so the entry was left as it was. */
  readonly refused: boolean;
}

export type Substitution = (entry: Entry) => Replaced;

/** What is wrong with a spec, in words; undefined when it can be carried out. */
export function specProblem({ old, new: replacement, whereSource }: ReplacementSpec): string | undefined {
  const texts = [['OLD', old] as const, ['NEW', replacement] as const];
  for (const [name, text] of texts) {
    if (text.trim() === '')
      return `${name} is empty; expected the words to ${name === 'OLD' ? 'look for' : 'put there'}`;
    if (/[\p{Cc}\u2028\u2029\uFFFC\p{Cs}]/u.test(text))
      return `${name} has a line end or a control character; expected words on one line`;
    if (writeMarkdown([{ type: 'text', value: text }]) !== text)
      return `${name} has characters that Markdown reads as markup: ${text}; only words of the prose are replaced`;
  }
  if (old.normalize('NFC') === replacement.normalize('NFC')) return 'OLD and NEW are the same';
  if (whereSource?.trim() === '') return '--where-source is empty; expected a term of the English';
  return undefined;
}

/** @param spec one that has no `specProblem` */
export function newSubstitution(spec: ReplacementSpec, proseOf: ProseOf): Substitution {
  const [old, replacement] = [spec.old.normalize('NFC'), spec.new.normalize('NFC')];
  const isWanted = sourceFilter(spec.whereSource);
  return (entry) => {
    const unchanged = { entry, places: 0, kept: 0, refused: false };
    if (!entry.target.includes(old) || !isWanted(entry.source)) return unchanged;
    const prose = proseOf(entry.target);
    const { places, kept } = placesOf(prose, old, replacement, spec.wholeWords ?? false);
    if (places.length === 0) return { ...unchanged, kept };
    const put = (text: string) => spliced(text, places, old.length, replacement);
    const target = put(entry.target);
    if (proseOf(target) !== put(prose)) return { ...unchanged, kept, refused: true };
    return { entry: withTarget(entry, target), places: places.length, kept, refused: false };
  };
}

/** Replaces in all entries of a catalog. */
export function replaceInCatalog(
  catalog: Catalog,
  substitution: Substitution,
): { readonly catalog: Catalog; readonly results: readonly (Replaced & { readonly before: Entry })[] } {
  const results: (Replaced & { before: Entry })[] = [];
  const items = catalog.items.map((item) => {
    if (item.type === 'junk') return item;
    const result = substitution(item);
    if (result.places > 0 || result.kept > 0 || result.refused) results.push({ ...result, before: item });
    return result.entry;
  });
  return { catalog: { ...catalog, items }, results };
}

function sourceFilter(term: string | undefined): (source: string) => boolean {
  if (term === undefined) return () => true;
  const literal = term
    .normalize('NFC')
    .trim()
    .replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}_])${literal}(?![\\p{L}\\p{N}\\p{M}_])`, 'iu');
  return (source) => whole.test(source.normalize('NFC'));
}

/** An occurrence that shares a character with a `new` is part of what is right already, or would spoil it. */
function placesOf(prose: string, old: string, replacement: string, wholeWords: boolean) {
  const covered = new Uint8Array(prose.length);
  for (let at = prose.indexOf(replacement); at >= 0; at = prose.indexOf(replacement, at + 1))
    covered.fill(1, at, at + replacement.length);
  const places: number[] = [];
  let kept = 0;
  for (let at = prose.indexOf(old); at >= 0; ) {
    const end = at + old.length;
    const overlaps = covered.subarray(at, end).includes(1);
    const taken = !overlaps && (!wholeWords || isWhole(prose, at, end));
    if (taken) places.push(at);
    else if (overlaps) kept++;
    at = prose.indexOf(old, taken ? end : at + 1);
  }
  return { places, kept };
}

/** Letters of scripts that set spaces between words. */
const LETTER =
  /(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar})[\p{L}\p{N}\p{M}_]/u;

function isWhole(prose: string, from: number, to: number): boolean {
  const first = (at: number) => Array.from(prose.slice(at, at + 2))[0] ?? '';
  const last = (at: number) => Array.from(prose.slice(Math.max(0, at - 2), at)).at(-1) ?? '';
  const splits = (at: number) => !LETTER.test(last(at)) || !LETTER.test(first(at));
  return splits(from) && splits(to);
}

function spliced(text: string, places: readonly number[], length: number, replacement: string): string {
  let out = '';
  let at = 0;
  for (const place of places) {
    out += text.slice(at, place) + replacement;
    at = place + length;
  }
  return out + text.slice(at);
}
