import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { history } from '../../tools/commands/history.ts';
import { keyOf } from '../../tools/segment/key.ts';
import { entry } from '../catalog/samples.ts';
import { handmade } from './helpers/handmade.ts';
import { record } from './helpers/record.ts';

const FILL = keyOf('Fill the jar.');

test('a thousand commits take a moment', async () => {
  const work = handmade({ 'sql/jars': [entry('Fill the jar.', '0')] });
  work.git('init', '-q', '-b', 'main');
  const page = (at: number) => {
    const text = `# jars\n\n> Fill the jar.\n<!-- @${FILL} -->\n${at}\n\n> Stop.\n<!-- @${keyOf('Stop.')} -->\n停\n`;
    const bytes = Buffer.byteLength(text);
    const who = `Ada <a@example.org> ${1_767_225_600 + at} +0000`;
    const file = 'translations/zh-CN/sql/jars.md';
    return `commit refs/heads/main\ncommitter ${who}\ndata 1\nx\nM 100644 inline ${file}\ndata ${bytes}\n${text}\n`;
  };
  const stream = Array.from({ length: 1000 }, (_, at) => page(at)).join('');
  execFileSync('git', ['fast-import', '--quiet'], { cwd: work.root, input: stream });
  const context = record(work.root, { json: true });
  await history(context, 'jars', FILL);
  const found: readonly { target: string }[] = JSON.parse(context.printed.join('')).versions;
  expect(found).toHaveLength(1001);
  expect(found.slice(1).map(({ target }) => target)).toEqual(Array.from({ length: 1000 }, (_, at) => String(999 - at)));
}, 20_000);
