/** What an import did: counts for a terminal, and the list of what needs a look as Markdown. */
import type { Alignment } from '../align/index.ts';
import type { ImportNote, ImportNoteKind, ImportResult, PairOutcome } from '../catalog/import-types.ts';
import { table } from './table.ts';

/**
 * What became of the marked pairs that went in. A marker counts by its best segment; `nothing` holds no words to
 * translate, `broken` has no end beside it or cannot be read.
 */
export type MarkerOutcomes = Readonly<Record<PairOutcome | 'nothing' | 'broken' | 'total', number>>;

const BEST_FIRST: readonly PairOutcome[] = ['taken', 'other', 'untranslated', 'unpaired'];

/** What a person should know of an import. */
export interface ImportReport {
  /** Where something needs a look. */
  readonly notes: readonly ImportNote[];
  readonly markers: MarkerOutcomes;
}

export function reportOf(alignment: Alignment, result: ImportResult): ImportReport {
  const lost = alignment.problems.map((problem): ImportNote => ({ kind: 'unpaired', key: '', ...problem }));
  return { notes: [...lost, ...result.notes], markers: markerOutcomes(alignment, result) };
}

function markerOutcomes(alignment: Alignment, { outcomes }: ImportResult): MarkerOutcomes {
  const broken = new Set(alignment.problems.map(({ file, line }) => `${file}:${line}`));
  const best = new Map<string, PairOutcome>();
  for (const pair of alignment.pairs) {
    const outcome = outcomes.get(pair);
    if (pair.marker === undefined || outcome === undefined) continue;
    const known = best.get(pair.marker);
    if (known === undefined || BEST_FIRST.indexOf(outcome) < BEST_FIRST.indexOf(known)) best.set(pair.marker, outcome);
  }
  const counts = {
    taken: 0,
    other: 0,
    untranslated: 0,
    unpaired: 0,
    nothing: 0,
    broken: 0,
    total: alignment.markers.length,
  };
  for (const marker of alignment.markers) counts[best.get(marker) ?? (broken.has(marker) ? 'broken' : 'nothing')]++;
  return counts;
}

const KINDS: Readonly<Record<ImportNoteKind, string>> = {
  conflict: 'another target was taken',
  replaced: 'targets that gave way',
  unpaired: 'could not be paired',
  mismatch: 'imported, but code, links or footnotes differ from the English',
  untranslated: 'the translation has the English',
};

const countKind = (notes: readonly ImportNote[], kind: ImportNoteKind) =>
  notes.filter((note) => note.kind === kind).length;

export function importSummary(
  { version, as }: { version: string; as: string },
  result: ImportResult,
  { notes, markers }: ImportReport,
): string {
  const rows = [
    ['pairs whose English has an entry', result.paired],
    [`targets written, as ${as}`, result.filled],
    ['… and where the same English stands on other pages', result.filledElsewhere],
    ['… and where other versions say it a little differently', result.carried],
    ...(Object.keys(KINDS) as ImportNoteKind[]).map((kind) => [KINDS[kind], countKind(notes, kind)] as const),
  ].map(([label, count]) => [String(label), String(count)]);
  const lines = [table([`version ${version}`, ''], rows, 1)];
  if (markers.total > 0)
    lines.push(
      `\n${markers.total} marked pairs: ${markers.taken} in the catalogs, ${markers.other} with another target, ` +
        `${markers.untranslated} in English, ${markers.nothing} without words to translate, ${markers.unpaired} unpaired, ${markers.broken} broken.`,
    );
  return `${lines.join('\n')}\n`;
}

export function importMarkdown(
  { version, from }: { version: string; from: string },
  { notes, markers }: ImportReport,
): string {
  const lines = [`# Import of ${from} into ${version}`, ''];
  if (markers.total > 0)
    lines.push(
      `Marked pairs: ${Object.entries(markers)
        .map(([name, count]) => `${name} ${count}`)
        .join(', ')}.`,
      '',
    );
  for (const kind of Object.keys(KINDS) as ImportNoteKind[]) {
    const list = notes.filter((note) => note.kind === kind);
    if (list.length === 0) continue;
    lines.push(`## ${list.length}: ${KINDS[kind]}`, '');
    for (const note of list) lines.push(...noteLines(note));
    lines.push('');
  }
  return lines.join('\n');
}

/** A line; below it, where two targets differ, what is or was in the catalog and what the translation has. */
function noteLines({ file, line, page, key, message, held, imported }: ImportNote): string[] {
  const first = `- ${file}:${line}, ${page}${key ? ` @${key}` : ''}: ${message}`;
  if (held === undefined || imported === undefined) return [first];
  return [first, '', '  ```diff', ...quoted('-', held), ...quoted('+', imported), '  ```', ''];
}

const quoted = (sign: string, text: string): string[] => text.split('\n').map((line) => `  ${sign} ${line}`);

/** The contract of `import --json`. */
export function importJson(
  { version }: { version: string },
  result: ImportResult,
  { notes, markers }: ImportReport,
  pages: number,
) {
  return {
    version,
    paired: result.paired,
    filled: result.filled + result.filledElsewhere,
    carried: result.carried,
    replaced: result.replaced,
    conflicts: countKind(notes, 'conflict'),
    unpaired: countKind(notes, 'unpaired'),
    untranslated: countKind(notes, 'untranslated'),
    mismatches: countKind(notes, 'mismatch'),
    pages,
    markers,
    notes,
  };
}
