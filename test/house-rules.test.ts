/** Rules of the house that no linter knows: what only cli.ts and bot.ts may touch, and what stands nowhere in tools/. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const ENTRANCES = ['tools/cli.ts', 'tools/bot.ts'];

const files = readdirSync(join(root, 'tools'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => join(root, 'tools', path));

/** Lines of the tools that match, as `file:line`, comments left out. */
function linesWith(pattern: RegExp, except: readonly string[] = []): string[] {
  return files.flatMap((path) => {
    const name = relative(root, path);
    if (except.includes(name)) return [];
    const code = readFileSync(path, 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
      .replace(/^\s*\/\/.*$/gm, '');
    return code.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${name}:${at + 1}`] : []));
  });
}

test.each([
  ['arguments', /\bprocess\.argv\b/],
  ['the environment', /\bprocess\.env\b/],
  ['exit codes', /\bprocess\.(exit|exitCode)\b/],
  ['the console', /\bconsole\.\w/],
  ['the current folder', /\bprocess\.(cwd|chdir)\b/],
  ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/],
  ['chance', /\bMath\.random\b|\brandomUUID\b/],
])('only cli.ts and bot.ts touch %s', (_, pattern) => {
  expect(linesWith(pattern, ENTRANCES)).toEqual([]);
});

test('no language of a translation is written into the tools', () => {
  expect(linesWith(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Cyrillic}]/u)).toEqual([]);
});

test('nothing is silenced or left to do', () => {
  expect(linesWith(/biome-ignore|eslint-disable/)).toEqual([]);
  const notes = files.filter((path) =>
    /@ts-(ignore|expect-error|nocheck)|biome-ignore|\bTODO\b|\bFIXME\b/.test(readFileSync(path, 'utf8')),
  );
  expect(notes.map((path) => relative(root, path))).toEqual([]);
});
