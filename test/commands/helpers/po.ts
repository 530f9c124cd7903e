/** Workspaces and PO files for the tests of `export` and of `import --format po`. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ExportOptions, exportPo } from '../../../tools/commands/export.ts';
import { importTranslation } from '../../../tools/commands/import.ts';
import { importPo } from '../../../tools/commands/import-po.ts';
import { sync } from '../../../tools/commands/sync.ts';
import { contentsOf, temporary } from './folder.ts';
import { record } from './record.ts';
import { chinese, editFile, freshWorkspace } from './shared.ts';

/** The sample at 3.0 as drafts, and the same after a sync to 3.1: drafts, stale ones and empty ones. */
export async function twoWorkspaces(): Promise<{ older: string; newer: string }> {
  const older = temporary();
  await freshWorkspace(older);
  await sync(record(older), { pins: new Map([['3', 'REL_3_0']]) });
  await importTranslation(record(older), { ...chinese, as: 'machine' });
  const newer = temporary();
  cpSync(older, newer, { recursive: true });
  await sync(record(newer), { pins: new Map() });
  return { older, newer };
}

export function copyOf(workspace: string): string {
  const root = temporary();
  cpSync(workspace, root, { recursive: true });
  return root;
}

export async function exported(root: string, options: Partial<ExportOptions> = {}, to = temporary()): Promise<string> {
  await exportPo(record(root), { to: { folder: to }, pages: [], overwrite: false, ...options });
  return to;
}

export async function imported(root: string, from: string, report?: string, dryRun = false) {
  const context = record(root, { json: true, dryRun });
  const outcome = await importPo(context, { from, report });
  return { outcome, ...JSON.parse(context.printed.join('\n')) };
}

export const poFiles = (folder: string) => [...contentsOf(folder).keys()].filter((path) => path.endsWith('.po'));
export const catalog = (root: string, path: string) => readFileSync(join(root, 'translations/zh-CN', path), 'utf8');

/** A page with drafts, and its files. */
export const PAGE = { md: 'tutorial/tutorial-open.md', po: 'tutorial/tutorial-open.po' };
export const OPENING = /(msgid "Opening a Drawer"\nmsgstr )"打开抽屉"/;

/** What Poedit does to a message that a person mends: the new text, and no fuzzy flag. */
export const mend = (folder: string, text: string) =>
  editFile(join(folder, PAGE.po), (po) =>
    po.replace(/#, fuzzy\n(msgctxt ".*"\nmsgid "Opening a Drawer"\nmsgstr )".*"/, `$1"${text}"`),
  );
