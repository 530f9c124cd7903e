/** One small workspace, and every command that changes catalogs in it: as typed, and as called. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accept } from '../../../tools/commands/accept.ts';
import { check } from '../../../tools/commands/check.ts';
import { resolveConflict } from '../../../tools/commands/conflicts.ts';
import type { Outcome } from '../../../tools/commands/context.ts';
import { exportPo } from '../../../tools/commands/export.ts';
import { importPo } from '../../../tools/commands/import-po.ts';
import { replace } from '../../../tools/commands/replace.ts';
import { keyOf } from '../../../tools/segment/key.ts';
import { entry, machine, stale } from '../../catalog/samples.ts';
import { temporary } from './folder.ts';
import { handmade } from './handmade.ts';
import { record } from './record.ts';
import { editFile, toolRoot } from './shared.ts';

export interface Writer {
  /** Words of the command line, without `--root`. */
  readonly args: readonly string[];
  /** The same, in this process. */
  readonly run: (root: string) => Promise<Outcome>;
}

/** Every command changes this one. */
export const JARS = 'translations/zh-CN/sql/jars.md';

const JARS_ENTRIES = [
  stale('Open the jars.', 'Open the jar.', '打开罐子'),
  stale('Lift the lids.', 'Lift the lid.', '掀开盖子'),
  entry('Stop.', '停'),
  entry('Seal the lid.', '盖上  罐子'),
  machine('Fill it.', '装满它'),
];

/** Two spaces, a term, stale entries, two targets of one source; of three catalogs one is nobody's business. */
export const workspaceOfFaults = (): string =>
  handmade({
    'admin/lids': [entry('The lid of a jar.', '罐子的  盖子'), entry('Stop.', '停止')],
    'sql/jars': JARS_ENTRIES,
    'sql/rest': [entry('Go.', '走')],
  }).root;

/** Options of `check --fix` for two spaces in a row. */
export const spaceFix = {
  paths: [],
  rules: ['double-spaces'],
  severity: undefined,
  fix: true,
  summary: false,
  toolRoot,
} as const;
const keys = ['Open the jars.', 'Lift the lids.'].map(keyOf);
const stop = keyOf('Stop.');

/** @param root the workspace before any of them has run */
export async function writersOf(root: string): Promise<Readonly<Record<string, Writer>>> {
  const from = temporary();
  await exportPo(record(root), { to: { folder: from }, pages: [], overwrite: false });
  editFile(join(from, 'sql/jars.po'), (po) => po.replace('"停"', '"停下"'));
  editFile(join(from, 'admin/lids.po'), (po) => po.replace('"停止"', '"停住"'));
  return {
    'check --fix': {
      args: ['check', '--fix', '--rule', 'double-spaces'],
      run: (at) => check(record(at), spaceFix),
    },
    replace: {
      args: ['replace', '罐子', '坛子'],
      run: (at) => replace(record(at), { old: '罐子', new: '坛子' }, { in: [] }),
    },
    accept: { args: ['accept', 'jars', ...keys], run: (at) => accept(record(at), 'jars', keys) },
    'conflicts --use': {
      args: ['conflicts', stop, '--use', 'lids'],
      run: (at) => resolveConflict(record(at), stop, { use: 'lids' }),
    },
    'import --format po': {
      args: ['import', '--format', 'po', '--from', from],
      run: (at) => importPo(record(at), { from, report: undefined }),
    },
  };
}

/** What a person types at the end of a catalog: one more line of its last target. */
export const EDIT = '手改\n';

export const readJars = (root: string): string => readFileSync(join(root, JARS), 'utf8');
export const writeJars = (root: string, text: string): void => writeFileSync(join(root, JARS), text);
