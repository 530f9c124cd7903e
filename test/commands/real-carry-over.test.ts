import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { entryStatus } from '../../tools/catalog/entry-status.ts';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import type { Entry } from '../../tools/catalog/types.ts';
import { importTranslation } from '../../tools/commands/import.ts';
import { status } from '../../tools/commands/status.ts';
import { sync } from '../../tools/commands/sync.ts';
import { absence, manualAtHand } from '../real-manual.ts';
import { contentsOf, digestOf, temporary } from './helpers/folder.ts';
import { startWorkspace, translationAtHand, unpackTranslation } from './helpers/real-materials.ts';
import { record } from './helpers/record.ts';
import { toolRoot } from './helpers/shared.ts';

const translations = { '18': '18.3', '16': '16.8' } as const;
const atHand = manualAtHand && translationAtHand('18.3') && translationAtHand('16.8');

type Placed = Entry & { readonly page: string };

function entriesOf(root: string, folder: string): readonly Placed[] {
  return [...contentsOf(join(root, folder)).keys()]
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => {
      const page = path.replace(/^.*\/|\.md$/g, '');
      const text = readFileSync(join(root, folder, path), 'utf8');
      return parseCatalog(text, path, page).catalog.items.map((item) => ({ ...(item as Entry), page }));
    });
}

async function imported(root: string, version: keyof typeof translations, replace?: 'drafts') {
  const from = join(root, `translation-${version}`);
  if (!existsSync(from)) unpackTranslation(translations[version], from);
  const context = record(root, { json: true });
  const options = { from, version, base: undefined, as: 'machine', origin: undefined, replace } as const;
  await importTranslation(context, { ...options, report: 'import.md' });
  return JSON.parse(context.printed.join('\n'));
}

describe.skipIf(!atHand)(`from 18.3 to 18.6${absence}`, () => {
  const root = temporary();
  let [before, after, gone]: readonly Placed[][] = [];
  let report: { pages: readonly { changes: readonly { kind: string; oldSource?: string; diff?: unknown }[] }[] };

  beforeAll(async () => {
    await startWorkspace(root, ['18']);
    await sync(record(root), { pins: new Map([['18', 'REL_18_3']]) });
    await imported(root, '18');
    before = [...entriesOf(root, 'translations/zh-CN')];
    const context = record(root, { json: true });
    await sync(context, { pins: new Map([['18', 'REL_18_6']]), report: 'sync.md' });
    report = JSON.parse(context.printed.join('\n'));
    [after, gone] = ['translations/zh-CN', 'translations/gone'].map((folder) => [...entriesOf(root, folder)]);
  });

  const translated = () => (before ?? []).filter(({ target }) => target !== '');
  const placeOf = ({ page, key }: Placed) => `${page} ${key}`;

  test('every segment that upstream did not touch is kept, target, status and all', () => {
    const now = new Map(after?.map((entry) => [placeOf(entry), entry]));
    const untouched = translated().filter((entry) => now.has(placeOf(entry)));
    expect(untouched.length).toBeGreaterThan(35_000);
    const state = (entry: Placed) => [placeOf(entry), entry.target, entryStatus(entry)];
    expect(untouched.map((entry) => state(now.get(placeOf(entry)) as Placed))).toEqual(untouched.map(state));
  });

  test('of those that it changed, 95 % and more are stale or re-keyed with their old target', () => {
    const now = new Set(after?.map(placeOf));
    const changed = translated().filter((entry) => !now.has(placeOf(entry)));
    const carried = new Set(
      after?.flatMap(({ page, target, stale, same }) =>
        [stale?.was, ...(same ?? [])].map((key) => `${page} ${key} ${target}`),
      ),
    );
    expect(changed.length).toBeGreaterThan(40);
    const found = changed.filter(({ page, key, target }) => carried.has(`${page} ${key} ${target}`));
    expect(found.length / changed.length).toBeGreaterThanOrEqual(0.95);
    for (const { stale, machine, target } of after ?? []) if (stale && target) expect(machine).toBeDefined();
  });

  test('no target is lost, and what has changed is told with its old English', () => {
    const held = new Set([...(after ?? []), ...(gone ?? [])].map(({ target }) => target));
    expect(translated().filter(({ target }) => !held.has(target))).toEqual([]);
    const stale = report.pages.flatMap(({ changes }) => changes).filter(({ kind }) => kind === 'stale');
    expect(stale.length).toBeGreaterThan(45);
    for (const { oldSource, diff } of stale) expect([typeof oldSource, Array.isArray(diff)]).toEqual(['string', true]);
  });
});

describe.skipIf(!atHand)(`18, 16 and 15 with the translation of 18.3 alone${absence}`, () => {
  const root = temporary();
  const pins = new Map([
    ['18', 'REL_18_3'],
    ['16', 'REL_16_8'],
    ['15', 'REL_15_7'],
  ]);

  beforeAll(async () => {
    await startWorkspace(root, [...pins.keys()]);
    await sync(record(root), { pins });
    await imported(root, '18');
  });

  async function shares(): Promise<Readonly<Record<string, number>>> {
    const context = record(root, { json: true });
    await status(context, [], toolRoot);
    const { versions } = JSON.parse(context.printed.join('\n')) as {
      versions: { version: string; segments: { total: number; machine: number; translated: number } }[];
    };
    const share = ({ total, machine, translated }: (typeof versions)[number]['segments']) =>
      (machine + translated) / total;
    return Object.fromEntries(versions.map(({ version, segments }) => [version, share(segments)]));
  }

  test('fills most of the older ones without a further step', async () => {
    const filled = await shares();
    expect(filled['16']).toBeGreaterThanOrEqual(0.91);
    expect(filled['15']).toBeGreaterThanOrEqual(0.89);
  });

  test('a second sync and a second import change no byte', async () => {
    const before = digestOf(root).filter((line) => line.startsWith('translations/'));
    await sync(record(root), { pins });
    await imported(root, '18');
    expect(digestOf(root).filter((line) => line.startsWith('translations/'))).toEqual(before);
  });

  test('the translation of 16.8 fills more, overwrites nothing unless asked to, and reports what differs', async () => {
    const before = entriesOf(root, 'translations/zh-CN').filter(({ target }) => target !== '');
    const copy = temporary();
    cpSync(root, copy, { recursive: true });
    const report = await imported(root, '16');
    expect(report.filled).toBeGreaterThan(300);
    expect(report).toMatchObject({ replaced: 0 });
    expect(report.conflicts).toBeGreaterThan(0);
    const now = new Map(
      entriesOf(root, 'translations/zh-CN').map((entry) => [`${entry.page} ${entry.key}`, entry.target]),
    );
    expect(before.filter(({ page, key, target }) => now.get(`${page} ${key}`) !== target)).toEqual([]);
    expect(readFileSync(join(root, 'import.md'), 'utf8')).toMatch(/another target was taken[\s\S]*```diff/);

    const replaced = await imported(copy, '16', 'drafts');
    expect(replaced.replaced).toBeGreaterThan(1000);
    const notes: { kind: string; held?: string }[] = replaced.notes;
    expect(notes.filter(({ kind, held }) => kind === 'replaced' && held)).toHaveLength(replaced.replaced);
  });
});
