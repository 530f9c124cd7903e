/** What a replacement changes: a summary with samples for a terminal, and everything as Markdown. */
import type { ReplacementSpec } from '../catalog/replacement.ts';
import type { Status } from '../segment/types.ts';
import { newWordDiff } from './word-diff.ts';

export interface ReplacedEntry {
  readonly page: string;
  readonly file: string;
  readonly line: number;
  readonly key: string;
  /** After the replacement, which changes none. */
  readonly status: Status;
  readonly source: string;
  /** How often OLD was replaced. */
  readonly places: number;
  readonly before: string;
  readonly after: string;
}

export interface Replacement {
  readonly spec: ReplacementSpec;
  readonly entries: readonly ReplacedEntry[];
  readonly places: number;
  /** Occurrences that are part of a NEW already. */
  readonly kept: number;
  /** Entries left alone, as their markup would change. */
  readonly refused: readonly { readonly page: string; readonly key: string; readonly line: number }[];
  readonly files: number;
}

/** Samples shown on a terminal. */
const SAMPLES = 10;
/** Characters shown beside a change in a sample. */
const AROUND = 24;

export function replacementSummary(replacement: Replacement, language: string): string {
  const { entries } = replacement;
  const diff = newWordDiff(language);
  const samples = spread(entries).map(
    ({ page, key, before, after }) => `  ${page} ${key}\n    ${diff(before, after, AROUND)}`,
  );
  const more = entries.length - samples.length;
  return [
    ...counts(replacement),
    ...samples,
    ...(more > 0 ? [`  … and ${more} more entries; --report FILE writes them all`] : []),
  ].join('\n');
}

export function replacementMarkdown(replacement: Replacement, language: string): string {
  const lines = ['# Replace', '', ...counts(replacement).map((line) => `- ${line}`), ''];
  const diff = newWordDiff(language);
  let page = '';
  for (const entry of replacement.entries) {
    if (entry.page !== page) lines.push(`## ${entry.page}`, '');
    page = entry.page;
    lines.push(`- \`${entry.key}\` ${entry.status}`, '', ...quoted(entry.source));
    lines.push(...quoted(diff(entry.before, entry.after)), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Verbatim, so that neither the texts' markup nor the marks of the difference are read as Markdown. */
const quoted = (text: string): string[] => [`      ${text.replaceAll('\n', ' ')}`];

function counts({ spec, entries, places, kept, refused, files }: Replacement): string[] {
  const where = spec.whereSource === undefined ? '' : `, where the English has “${spec.whereSource}”`;
  return [
    `${spec.old} → ${spec.new}${where}: ${places} places in ${entries.length} entries of ${files} files`,
    ...(kept > 0 ? [`${kept} places left alone: they touch “${spec.new}” already`] : []),
    ...refused.map(({ page, key }) => `left alone, as its markup would be read otherwise: ${page} ${key}`),
  ];
}

/** Some from all over, not the first page's only; always the same. */
function spread<T>(all: readonly T[]): readonly T[] {
  if (all.length <= SAMPLES) return all;
  return Array.from({ length: SAMPLES }, (_, at) => all[Math.floor((at * all.length) / SAMPLES)] as T);
}
