/**
 * Years of a translation in random order: upstream edits, syncs, people who write, put back and accept, programs that
 * draft, fixes, replacements and merges of branches. No status is ever better than the truth.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sync } from '../../tools/commands/sync.ts';
import { temporary } from './helpers/folder.ts';
import { handmade } from './helpers/handmade.ts';
import { Life } from './helpers/life.ts';
import { manual, step } from './helpers/life-steps.ts';
import { record } from './helpers/record.ts';
import { editFile } from './helpers/shared.ts';
import { writeManual } from './helpers/small-manual.ts';
import { writeProject } from './helpers/upstream.ts';

test('no status is ever better than the truth, and no command loses a text', { timeout: 120_000 }, async () => {
  const counts = { runs: 0 };
  await fc.assert(
    fc.asyncProperty(manual, fc.array(step, { minLength: 2, maxLength: 8 }), async (first, steps) => {
      const life = new Life(first);
      await life.sync();
      await life.take({ do: 'work', works: [0, 1, 2, 3].map((at) => ({ kind: 'write', at })) });
      for (const each of steps) await life.take(each);
      counts.runs += 1;
    }),
    { numRuns: Number(process.env.LIVES ?? 25), interruptAfterTimeLimit: 60_000 },
  );
  expect(counts.runs).toBeGreaterThan(5);
});

test('a line that somebody mends while its English changes is a conflict, never a clean merge', async () => {
  const [upstream, root] = [temporary(), temporary()];
  const { git, commit } = handmade({}, root);
  const file = join(root, 'translations/zh-CN/start/a.md');
  const follow = async (words: string) => {
    writeManual(upstream, { start: { a: [words] } });
    await sync(record(root), { pins: new Map() });
  };
  writeProject(root, upstream, '  - { name: "1", ref: REL_1_STABLE }');
  git('init', '-q', '-b', 'main');
  writeFileSync(join(root, '.gitignore'), '.cache/\n');
  await follow('Open the jar and look into it.');
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n打开罐子，\n看看里面。\n`);
  commit('two lines');
  git('checkout', '-q', '-b', 'work');
  editFile(file, (text) => text.replace('看看里面。', '往里看。'));
  commit('work');
  git('checkout', '-q', 'main');
  await follow('Open the jars and look into them.');
  expect(readFileSync(file, 'utf8')).toMatch(
    /stale was=\w+ target=\w+\n> Open the jar and look into it\.\n-->\n打开罐子，看看里面。\n/,
  );
  commit('sync');
  expect(() => git('merge', '-q', 'work')).toThrowError();
  expect(git('diff', '--name-only', '--diff-filter=U')).toBe('translations/zh-CN/start/a.md');
  git('merge', '--abort');
  // Back to the old English: the same text is not stale.
  await follow('Open the jar and look into it.');
  expect(readFileSync(file, 'utf8')).toMatch(/<!-- @\w+ -->\n打开罐子，\n?看看里面。\n/);
});
