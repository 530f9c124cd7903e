/** PO files of the whole real manual with an imported translation: the round trip, gettext's judgement, memory. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportPo } from '../../tools/commands/export.ts';
import { importTranslation } from '../../tools/commands/import.ts';
import { importPo } from '../../tools/commands/import-po.ts';
import { sync } from '../../tools/commands/sync.ts';
import { complaintsOf, gettextAbsence, gettextAtHand, rewrite } from '../po/gettext.ts';
import { absence, manualAtHand } from '../real-manual.ts';
import { contentsOf, digestOf, temporary } from './helpers/folder.ts';
import { startWorkspace, translationAtHand, unpackTranslation } from './helpers/real-materials.ts';
import { record } from './helpers/record.ts';
import { toolRoot } from './helpers/shared.ts';

const GIGABYTE_IN_KB = 1024 * 1024;

/** Measures a process of its own, as `npm run pgdoc` starts it; its %M is in kB. */
const TIME = '/usr/bin/time';

describe.skipIf(!manualAtHand || !translationAtHand('18.3'))(`the manual as PO files${absence}`, () => {
  const home = temporary();
  const [root, single, folder] = [join(home, 'workspace'), join(home, 'manual.po'), join(home, 'po')];
  let before: readonly string[];

  beforeAll(async () => {
    const bilingual = join(home, 'bilingual');
    unpackTranslation('18.3', bilingual);
    await startWorkspace(root, ['18']);
    await sync(record(root), { pins: new Map([['18', 'REL_18_3']]), report: undefined });
    const options = { version: '18', base: undefined, as: 'machine', origin: undefined, report: undefined } as const;
    await importTranslation(record(root), { from: bilingual, ...options });
    // Stale texts of a real sync too.
    await sync(record(root), { pins: new Map([['18', 'REL_18_6']]), report: undefined });
    before = digestOf(root);
    await exportPo(record(root), { to: { file: single }, pages: [], overwrite: false });
    await exportPo(record(root), { to: { folder }, pages: [], overwrite: false });
  });

  async function unchanged(from: string): Promise<void> {
    const context = record(root, { json: true });
    expect(await importPo(context, { from, report: undefined })).toBe(0);
    const result = JSON.parse(context.printed.join('\n'));
    expect(result.messages).toBeGreaterThan(30_000);
    expect(result).toMatchObject({ unchanged: result.messages, pages: 0, notes: [] });
    expect(digestOf(root)).toEqual(before);
  }

  test('come back as they went, in one file and in one a page', async () => {
    await unchanged(single);
    await unchanged(folder);
  });

  test('are the same bytes when they are exported again', async () => {
    const files = digestOf(folder);
    await exportPo(record(root), { to: { folder }, pages: [], overwrite: false });
    expect(digestOf(folder)).toEqual(files);
  });

  test.skipIf(!gettextAtHand)(`are sound to msgfmt, each of them${gettextAbsence}`, () => {
    const paths = [...contentsOf(folder).keys()];
    expect(paths.length).toBeGreaterThan(1100);
    expect(
      [single, ...paths.map((path) => join(folder, path))].map(complaintsOf).filter((each) => each !== ''),
    ).toEqual([]);
  });

  test.skipIf(!gettextAtHand)(`come back unchanged through msgcat and msgattrib${gettextAbsence}`, async () => {
    const wrapped = join(home, 'wrapped.po');
    execFileSync('cp', [single, wrapped]);
    rewrite('msgcat', ['--width=80'], wrapped);
    rewrite('msgattrib', ['--no-obsolete'], wrapped);
    expect(readFileSync(wrapped, 'utf8')).not.toBe(readFileSync(single, 'utf8'));
    await unchanged(wrapped);
  });

  test.skipIf(!existsSync(TIME))('take at most a gigabyte to export and to import', () => {
    const again = join(home, 'again.po');
    const command = [process.execPath, '--max-semi-space-size=32', '--import', import.meta.resolve('tsx')];
    for (const args of [
      ['export', '--single', again],
      ['import', '--format', 'po', '--from', again],
    ]) {
      const whole = ['--format', 'peak %M', ...command, join(toolRoot, 'tools/cli.ts'), ...args, '--root', root];
      const { status, stderr } = spawnSync(TIME, whole, { encoding: 'utf8' });
      expect([args[0], status]).toEqual([args[0], 0]);
      expect(Number(/^peak (\d+)$/m.exec(stderr)?.[1])).toBeLessThan(GIGABYTE_IN_KB);
    }
    expect(statSync(again).size).toBe(statSync(single).size);
  });
});
