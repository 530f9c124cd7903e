/** A disk that is full or may not be written, and people who edit while a command is at work: real processes. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importTranslation } from '../../tools/commands/import.ts';
import { sync } from '../../tools/commands/sync.ts';
import { hasUnfinished } from '../../tools/io/transaction.ts';
import { pgdoc } from './helpers/cli.ts';
import { atOnce, copyOf, mixed, onFaultyDisk } from './helpers/faults.ts';
import { digestOf, temporary } from './helpers/folder.ts';
import { record } from './helpers/record.ts';
import { chinese, copyWorkspace, editFile, freshWorkspace } from './helpers/shared.ts';
import { EDIT, JARS, readJars, type Writer, workspaceOfFaults, writersOf } from './helpers/writers.ts';

let root: string;
let before: readonly string[];
let writers: Readonly<Record<string, Writer>>;

beforeAll(async () => {
  root = workspaceOfFaults();
  before = digestOf(root);
  writers = await writersOf(root);
});

const writer = (name: string) => writers[name] as Writer;

async function after(name: string): Promise<readonly string[]> {
  const copy = copyOf(root);
  await writer(name).run(copy);
  return digestOf(copy);
}

describe('the disk is full', () => {
  test('from any write on: it says so, nothing is lost, and with room again the next run ends in the same bytes', async () => {
    const { args, run } = writer('replace');
    const whole = copyOf(root);
    const { steps } = await onFaultyDisk(whole, args, { below: [] });
    const expected = digestOf(whole);
    const fill = async (at: number) => {
      const when = `full from step ${at}, ${steps[at - 1]}`;
      const full = copyOf(root);
      const { code, stderr } = await onFaultyDisk(full, args, { below: [], at, what: 'ENOSPC' });
      if (code === 0) expect(digestOf(full), when).toEqual(expected);
      else {
        expect([code, stderr], when).toEqual([
          2,
          expect.stringMatching(/^pgdoc: .+: no space is left on the disk \(ENOSPC\)/),
        ]);
        const now = digestOf(full);
        if (hasUnfinished(full)) expect(stderr, when).toContain('the next run finishes it');
        else expect([now, existsSync(join(full, '.cache/transaction'))], when).toEqual([before, false]);
        expect(mixed(now, before, expected), when).toEqual([]);
      }
      await run(full);
      expect(digestOf(full), when).toEqual(expected);
    };
    const growing = steps.flatMap((step, at) => (/^(open|write|mkdir) /.test(step) ? [at + 1] : []));
    expect(growing.length).toBeGreaterThan(8);
    await Promise.all(growing.map((at) => atOnce(() => fill(at))));
  });

  const disk = mountable();
  test.skipIf(disk === undefined)('really (skipped where no disk of a few pages can be mounted)', async () => {
    const folder = disk as string;
    execFileSync('cp', ['-r', `${root}/translations`, folder]);
    // More than is left on the disk.
    editFile(join(folder, JARS), (text) => `${text}${'罐子罐子罐子罐子\n'.repeat(3000)}`);
    const old = digestOf(folder);
    const { code, stderr } = await pgdoc([...writer('replace').args, '--root', folder]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('no space is left on the disk (ENOSPC). Nothing was written'),
    ]);
    expect(digestOf(folder)).toEqual(old);
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    const refused = await pgdoc([...writer('replace').args, '--root', folder]);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('the disk is read-only (EROFS)')]);
    expect(digestOf(folder)).toEqual(old);
  });
});

/** A disk of 128 kB, when this process may mount one. */
function mountable(): string | undefined {
  const folder = temporary();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  afterAll(() => void execFileSync('umount', [folder]));
  return folder;
}

describe('a folder may not be written', () => {
  /** Root may write anywhere; then the command runs as nobody. */
  const uid = process.getuid?.() === 0 ? 65534 : undefined;
  const own = (folder: string) => {
    if (uid !== undefined) execFileSync('chown', ['-R', `${uid}:${uid}`, folder]);
    return folder;
  };

  test.each([
    ['one with catalogs', 'translations/zh-CN/sql'],
    ['the cache', '.cache'],
    ['the workspace', '.'],
  ])('%s: it says which, writes nothing anywhere, and goes on once it may', async (_, folder) => {
    const copy = own(copyOf(root));
    if (folder === '.') rmSync(join(copy, '.cache'), { recursive: true, force: true });
    if (folder === '.cache') {
      rmSync(join(copy, '.cache'), { recursive: true, force: true });
      mkdirSync(join(copy, '.cache'));
    }
    const { mode } = statSync(join(copy, folder));
    chmodSync(join(copy, folder), 0o555);
    const { args, run } = writer('replace');
    const { code, stderr } = await pgdoc([...args, '--root', copy], { uid });
    expect([code, stderr]).toEqual([2, expect.stringContaining('not allowed to write there (EACCES)')]);
    expect(stderr).toContain(folder === '.' ? copy : folder);
    expect(digestOf(copy)).toEqual(before);
    expect(existsSync(join(copy, '.cache/transaction'))).toBe(false);
    chmodSync(join(copy, folder), mode);
    await run(copy);
    expect(digestOf(copy)).toEqual(await after('replace'));
  });

  test('a single catalog, too', async () => {
    const copy = own(copyOf(root));
    chmodSync(join(copy, JARS), 0o444);
    const { code, stderr } = await pgdoc([...writer('replace').args, '--root', copy], { uid });
    expect([code, stderr]).toEqual([2, expect.stringMatching(`^pgdoc: ${JARS}: cannot be written`)]);
    expect(digestOf(copy)).toEqual(before);
  });
});

describe('a catalog is edited by hand while a command is at work', () => {
  /** Runs a command and edits a catalog at a step, which reading files counts among. */
  const edited = async (from: string, args: readonly string[], file: string, at: number) => {
    const copy = copyOf(from);
    const edit = { file: join(copy, file), line: EDIT };
    return { copy, ...(await onFaultyDisk(copy, args, { reads: true, at, what: 'edit', edit })) };
  };
  const stepsOf = async (from: string, args: readonly string[]) =>
    (await onFaultyDisk(copyOf(from), args, { reads: true })).steps;

  test('replace: whenever it is, the edit stays, and either all is written or nothing', async () => {
    const { args } = writer('replace');
    const expected = await after('replace');
    const steps = await stepsOf(root, args);
    const codes = new Set<number | null>();
    const editAt = async (at: number) => {
      const when = `edit before step ${at}, ${steps[at - 1]}`;
      const { copy, code, stderr } = await edited(root, args, JARS, at);
      codes.add(code);
      expect(readJars(copy), when).toMatch(new RegExp(`${EDIT}$`));
      const others = digestOf(copy).filter((line) => !line.startsWith(JARS));
      const unfinished = hasUnfinished(copy);
      if (code === 0) expect(others, when).toEqual(expected.filter((line) => !line.startsWith(JARS)));
      else {
        expect(code, when).toBe(2);
        expect(stderr, when).toMatch(
          unfinished ? /jars\.md: edited after a run/ : /jars\.md was changed while replace was at work/,
        );
        if (!unfinished) expect(others, when).toEqual(before.filter((line) => !line.startsWith(JARS)));
      }
    };
    // Between the last look at a file and its rename lie microseconds, which no program can close.
    const blind = steps.indexOf(`rename ${JARS}`);
    expect(blind).toBeGreaterThan(10);
    await Promise.all(steps.flatMap((_, at) => (at === blind ? [] : [atOnce(() => editAt(at + 1))])));
    expect([...codes].sort()).toEqual([0, 2]);
  });

  /** Steps of a catalog's second reading, the first of a plan, and of the last before anything is written. */
  const momentsOf = (steps: readonly string[], file: string) => {
    const readings = steps.flatMap((step, at) => (step === `read ${file}` ? [at + 1] : []));
    const staged = steps.indexOf('mkdir .cache/transaction') + 1;
    return [readings[1], readings.findLast((at) => at < staged), staged] as number[];
  };

  const stops = async (from: string, args: readonly string[], file: string, by: string) => {
    const old = digestOf(from);
    for (const at of momentsOf(await stepsOf(from, args), file)) {
      const { copy, code, stderr } = await edited(from, args, file, at);
      expect([at, code, stderr]).toEqual([
        at,
        2,
        expect.stringContaining(
          `pgdoc: ${file} was changed while ${by} was at work\nNothing was written; run it again.`,
        ),
      ]);
      expect(readFileSync(join(copy, file), 'utf8')).toMatch(new RegExp(`${EDIT}$`));
      expect(digestOf(copy).filter((line) => !old.includes(line))).toHaveLength(1);
      expect(existsSync(join(copy, '.cache/transaction'))).toBe(false);
    }
  };

  test.each([
    ['check --fix', JARS, 'check --fix'],
    ['accept', JARS, 'accept'],
    ['conflicts --use', JARS, 'conflicts'],
    ['import --format po', JARS, 'import'],
  ])('%s stops before its first write, and names the file', async (name, file, by) => {
    await stops(root, writer(name).args, file, by);
  });

  test('import and sync stop before their first write, and name the file', async () => {
    const older = temporary();
    await freshWorkspace(older);
    await sync(record(older), { pins: new Map([['3', 'REL_3_0']]) });
    const page = 'translations/zh-CN/sql/locking-rows.md';
    await stops(older, ['import', '--from', chinese.from, '--version', '3'], page, 'import');
    await importTranslation(record(older), chinese);
    const naps = 'translations/zh-CN/admin/config-naps.md';
    await stops(older, ['sync'], naps, 'sync');
  });

  test('what a sync has no change for is never put back to what it was', async () => {
    const work = temporary();
    await copyWorkspace(work);
    editFile(join(work, 'translations/zh-CN/admin/config-naps.md'), (text) => text.replace(/^睡眠.*$/m, ''));
    const context = record(work);
    const begin = () => {
      writeFileSync(join(work, JARS.replace('sql/jars', 'sql/locking-rows')), `${EDIT}`);
      return { tick: () => {}, end: () => {} };
    };
    await expect(sync({ ...context, begin }, { pins: new Map() })).rejects.toThrowError(
      /locking-rows\.md was changed while sync/,
    );
    expect(readFileSync(join(work, 'translations/zh-CN/sql/locking-rows.md'), 'utf8')).toBe(EDIT);
  });
});
