/**
 * `npm run bench`: how long the main work takes on the real manual and what it holds in memory, for one version and
 * for three, beside existing tools on the same machine in the same run.
 *
 * Needs ../shared (or PGDOC_UPSTREAM for the manual alone); for the yardsticks, xmllint and itstool.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { table } from '../../tools/commands/table.ts';
import { isManualPage } from '../commands/helpers/html.ts';
import { measureCredit } from './credit.ts';
import { type Measured, measure, projectRoot } from './measure.ts';
import { measureSearch, summary } from './search.ts';

const shared = resolve(projectRoot, '../shared');
const upstream = process.env.PGDOC_UPSTREAM ?? join(shared, 'upstream/postgres-manual.bundle');
const translation = join(shared, 'pgdoc-cn/18.3.tar.xz');
const work = mkdtempSync(join(tmpdir(), 'pgdoc-bench-'));
const [one, three, site, site3, chinese] = ['one', 'three', 'site', 'site3', 'chinese'].map((name) =>
  join(work, name),
) as [string, string, string, string, string];
const rows: string[][] = [];

async function row(what: string, args: readonly string[], codes?: readonly number[]): Promise<Measured> {
  const measured = await measure(args, { codes });
  rows.push([what, measured.seconds.toFixed(2), String(measured.megabytes)]);
  process.stderr.write(`${what}: ${measured.seconds.toFixed(2)} s\n`);
  return measured;
}

/** A part of a build alone; its own seconds, without those of the start and of what it needs. */
async function partRow(what: string, args: readonly string[]): Promise<Measured> {
  const measured = await measure(args, { script: 'test/bench/part.ts' });
  const seconds = Number(measured.output);
  rows.push([what, seconds.toFixed(2), String(measured.megabytes)]);
  process.stderr.write(`${what}: ${seconds.toFixed(2)} s\n`);
  return { ...measured, seconds };
}

function workspace(root: string, versions: readonly string[]): readonly string[] {
  return [
    'init',
    root,
    '--upstream',
    upstream,
    '--language',
    'zh-CN',
    ...versions.flatMap((name) => ['--version', `${name}=REL_${name}_STABLE`]),
  ];
}

try {
  await measure(workspace(one, ['18']));
  await row('sync 18.3, empty cache', ['sync', '--root', one, '--pin', '18=REL_18_3']);
  rmSync(join(one, 'translations/zh-CN'), { recursive: true });
  await row('sync 18.3, cache warm, empty catalogs', ['sync', '--root', one, '--pin', '18=REL_18_3']);
  await row('sync 18.3 again, nothing changed', ['sync', '--root', one, '--pin', '18=REL_18_3']);
  if (existsSync(translation)) {
    mkdirSync(chinese);
    execFileSync('tar', ['--extract', '--xz', '--file', translation, '--directory', chinese, '--strip-components=1']);
    await row('import a translation', ['import', '--root', one, '--from', chinese, '--version', '18']);
  }
  await partRow('merging 18.6 into the catalogs of 18.3', ['merge', one, '18', 'REL_18_6']);
  await row('carry over 18.3 to 18.6', ['sync', '--root', one]);
  await row('carry-over of a manual that has not changed', ['sync', '--root', one]);
  const reading = await partRow('read 18.6 into segments', ['read', one, '18']);
  await row('status', ['status', '--root', one]);
  await row('check, all rules', ['check', '--summary', '--root', one], [0, 1]);
  await row('export as PO', ['export', '--root', one, '--out', join(work, 'po')]);
  await row('memory, a question', ['memory', 'isolation level', '--root', one]);
  await partRow('render 18.6, both languages', ['render', one, '18']);
  await partRow('the same as Markdown', ['markdown', one, '18']);
  await row('build, without search', ['build', '--root', one, '--out', site, '--no-search']);
  const single = await row('build, with search', ['build', '--root', one, '--out', site, '--full']);
  await partRow('search index of 18.6', ['index', one, '18', site]);
  await row('build, nothing changed', ['build', '--root', one, '--out', site]);
  await row('build, only the archive is lacking', ['build', '--root', one, '--out', site, '--zip']);
  await measure(['build', '--root', one, '--out', site]);
  const catalog = join(one, 'translations/zh-CN/sql/mvcc-intro.md');
  writeFileSync(catalog, `${readFileSync(catalog, 'utf8').trimEnd()}。\n`);
  await row('build, one paragraph changed', ['build', '--root', one, '--out', site]);

  await measure(workspace(three, ['18', '16', '15']));
  await row('three versions: sync', ['sync', '--root', three]);
  if (existsSync(translation))
    await measure(['import', '--root', three, '--from', chinese, '--version', '18', '--base', 'REL_18_3']);
  const triple = await row('three versions: build, with search', ['build', '--root', three, '--out', site3]);
  console.log(table(['pgdoc', 'seconds', 'MB'], rows, 1));
  console.log(
    `\nthree versions cost ${(triple.seconds / single.seconds).toFixed(2)} times the time of one and ${(triple.megabytes / single.megabytes).toFixed(2)} times its memory`,
  );
  console.log(pageWeights());
  console.log(await searches());
  console.log(await measureCredit(join(work, 'credit')));
  console.log(yardsticks(reading, single));
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Bytes over the wire of a page: itself and what it loads of style sheets and scripts, gzipped. */
function pageWeights(): string {
  const sizes = new Map<string, number>();
  const gzipped = (path: string): number => {
    const known = sizes.get(path) ?? gzipSync(readFileSync(path), { level: 6 }).length;
    sizes.set(path, known);
    return known;
  };
  const weightOf = (path: string): number => {
    const loaded = readFileSync(path, 'utf8').matchAll(
      /<(?:link rel="stylesheet"|script)[^>]*? (?:href|src)="([^"]+)"/g,
    );
    return [...loaded].reduce((sum, [, asset = '']) => sum + gzipped(join(path, '..', asset)), gzipped(path));
  };
  const folder = join(site, 'docs/18');
  const weights = readdirSync(folder)
    .filter((name) => name.endsWith('.html') && isManualPage(join(folder, name)))
    .map((name) => ({ name, size: weightOf(join(folder, name)) }));
  weights.sort((a, b) => a.size - b.size);
  const kB = (weight: { size: number } | undefined) => `${((weight?.size ?? 0) / 1000).toFixed(1)} kB`;
  const heaviest = weights.at(-1);
  return `\npage over the wire, gzipped with style sheet and script: median ${kB(weights[Math.floor(weights.length / 2)])}, mvcc-intro ${kB(weights.find(({ name }) => name === 'mvcc-intro.html'))}, heaviest ${heaviest?.name} ${kB(heaviest)}`;
}

/** Questions to the search in Chromium, asked of the site of one version. */
async function searches(): Promise<string> {
  const asked = await measureSearch(site);
  const cells = asked.map(({ query, dialog, ms, passagesMs, kB, rank }) => [
    query,
    dialog,
    ms.toFixed(0),
    passagesMs.toFixed(0),
    kB.toFixed(0),
    String(rank),
  ]);
  const sum = summary(asked).map((cells) => cells.map(String));
  return `\n${table(['question', 'dialog', 'ms', 'with passages', 'kB', 'rank'], cells)}\n\n${table(['warm', 'median', 'worst'], sum, 1)}`;
}

function yardsticks(reading: Measured, build: Measured): string {
  const script = join(shared, 'tools/yardsticks.sh');
  if (!existsSync(script)) return '\nno yardsticks: ../shared is not there';
  try {
    const lines = execFileSync('bash', [script], { encoding: 'utf8' }).trim();
    const itstool = Number(/itstool-extract ([\d.]+)/.exec(lines)?.[1]);
    return `\nexisting tools, seconds:\n${lines}\nreading into segments: 1/${(itstool / reading.seconds).toFixed(1)} of itstool's extraction; build with search: ${(build.seconds / itstool).toFixed(2)} of it`;
  } catch (error) {
    return `\nno yardsticks: ${error instanceof Error ? error.message : error}`;
  }
}
