/** The ledger as it is against the ledger made again. Pure. */
import { createTwoFilesPatch } from 'diff';
import { pathOf } from '../../ledger/names.ts';
import { serializeRecord } from '../../ledger/serialize.ts';
import type { LedgerFile, LedgerRecord } from '../../ledger/types.ts';
import { asRecorded } from './as-recorded.ts';
import type { LedgerAt } from './ledger-at.ts';

/** What became of one event. */
export interface Remade {
  /** Such as `pr-12`. */
  readonly name: string;
  /** Undefined where none can be made, or there is nothing to record. */
  readonly record: LedgerRecord | undefined;
  /** Something that the record is made of can be read no longer. */
  readonly isWhole: boolean;
  readonly notes: readonly string[];
}

export interface Compared {
  readonly path: string;
  /** `kept`: it cannot be made again, and stays. */
  readonly status: 'same' | 'missing' | 'differs' | 'kept';
  readonly notes: readonly string[];
  readonly made?: LedgerRecord;
  /** As a patch. */
  readonly difference?: string;
}

/** In order of paths. */
export function compareLedgers({ files, texts }: LedgerAt, remade: readonly Remade[]): readonly Compared[] {
  const existing = new Map(files.map((file) => [file.name, file]));
  const names = new Set(remade.map(({ name }) => name));
  const known = remade.flatMap((each) => compareOne(each, existing.get(each.name), texts));
  const paths = new Set(known.map(({ path }) => path));
  const others = [...texts.keys()].filter((path) => !paths.has(path));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const rest = others.map((path) => leftOver(path, byPath.get(path), names));
  return [...known, ...rest].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function compareOne(
  { record, isWhole, notes }: Remade,
  there: LedgerFile | undefined,
  texts: ReadonlyMap<string, string>,
): readonly Compared[] {
  if (record === undefined) return there ? [{ path: there.path, status: 'kept', notes }] : [];
  const made = there ? asRecorded(record, there.record) : record;
  const path = pathOf(made);
  const before = texts.get(path);
  const after = serializeRecord(made);
  if (before === after) return [{ path, status: 'same', notes: [] }];
  if (before === undefined) return [{ path, status: 'missing', notes, made }];
  const difference = createTwoFilesPatch(path, path, before, after, 'there', 'made again', { context: 1 });
  // A record that knows more than can be known today is the better one.
  return [{ path, status: isWhole ? 'differs' : 'kept', notes, made, difference }];
}

function leftOver(path: string, file: LedgerFile | undefined, names: ReadonlySet<string>): Compared {
  const { record } = file ?? {};
  if (record?.type === 'adjust' && record.url === undefined) return { path, status: 'same', notes: [] };
  const why =
    file === undefined
      ? 'is no sound record; see `pgdoc ledger verify`'
      : names.has(file.name)
        ? 'there is another file for the same event'
        : record?.type === 'pull-request'
          ? 'GitHub has no such merged pull request any more'
          : 'its comment was deleted, or commands nothing';
  return { path, status: 'kept', notes: [why] };
}
