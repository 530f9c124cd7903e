/** What an import of PO files did: counts for a terminal, and the list of what needs a look as Markdown. */
import type { PoMerge, PoNote, PoNoteKind } from '../po/merge.ts';
import { table } from './table.ts';

const KINDS: Readonly<Record<PoNoteKind, string>> = {
  conflict: 'changed on both sides; the catalog was kept',
  unknown: 'of an English text that no entry has',
  broken: 'cannot be read or taken',
  emptied: 'emptied outside; the catalog was kept',
  unfinished: 'fuzzy in the place of a finished text; the catalog was kept',
  unlifted: 'no longer fuzzy outside; the flag was kept',
  remark: 'comments that people wrote, which only PO files hold',
};

const kinds = Object.keys(KINDS) as PoNoteKind[];
const countOf = (notes: readonly PoNote[], kind: PoNoteKind) => notes.filter((note) => note.kind === kind).length;

/** Whether a text did not end in a catalog, or could not be read. */
export const needsLook = ({ kind }: PoNote): boolean => kind !== 'remark';

export function poSummary({ messages, obsolete, counts, notes }: PoMerge, files: number, pages: number): string {
  const rows: (readonly [string, number])[] = [
    ['messages', messages],
    ['unchanged', counts.same],
    ['translations taken', counts.taken],
    ['… for an older English text, as stale', counts.older],
    ['accepted as they are: no longer fuzzy', counts.accepted],
    ['pages changed', pages],
    ...(obsolete > 0 ? [['obsolete messages (#~), passed over', obsolete] as const] : []),
    ...kinds.map((kind) => [KINDS[kind], countOf(notes, kind)] as const).filter(([, count]) => count > 0),
  ];
  return table(
    [`${files} PO ${files === 1 ? 'file' : 'files'}`, ''],
    rows.map(([label, count]) => [label, String(count)]),
    1,
  );
}

/** Every text that is in no catalog stands here, whole. */
export function poMarkdown({ notes }: PoMerge, from: string): string {
  const sections = kinds.flatMap((kind) => {
    const list = notes.filter((note) => note.kind === kind);
    return list.length === 0 ? [] : [`## ${list.length}: ${KINDS[kind]}`, ...list.map(describe)];
  });
  const none = 'Everything is in the catalogs.';
  return `${[`# Import of PO files from ${from}`, ...(sections.length > 0 ? sections : [none])].join('\n\n')}\n`;
}

function describe({ file, line, page, key, message, source, here, outside }: PoNote): string {
  const texts = [
    ['English', source],
    ['here', here],
    ['outside', outside],
  ].filter(([, text]) => text !== '');
  return [
    `- ${file}:${line}${key ? `, ${page} @${key}` : ''}: ${message}`,
    ...texts.map(([label, text]) => `  - ${label}:\n\n${verbatim(text as string)}`),
  ].join('\n');
}

/** Indented by more than any text can undo, so that a text from outside is shown as it is. */
const verbatim = (text: string) =>
  text
    .split(/\r\n?|\n/)
    .map((line) => `        ${line}`)
    .join('\n');

/** The contract of `import --format po --json`. */
export function poJson({ messages, obsolete, counts, notes }: PoMerge, files: number, pages: number) {
  return {
    format: 'po',
    files,
    messages,
    obsolete,
    unchanged: counts.same,
    taken: counts.taken,
    older: counts.older,
    accepted: counts.accepted,
    pages,
    ...Object.fromEntries(kinds.map((kind) => [NAMES[kind], countOf(notes, kind)])),
    notes,
  };
}

const NAMES: Readonly<Record<PoNoteKind, string>> = {
  conflict: 'conflicts',
  unknown: 'unknown',
  broken: 'broken',
  emptied: 'emptied',
  unfinished: 'unfinished',
  unlifted: 'unlifted',
  remark: 'remarks',
};
