/** Labels as data, on GitHub. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { GitHubContext } from '../../../tools/commands/github/context.ts';
import { putLabels } from '../../../tools/commands/github/labels.ts';
import { temporary } from '../helpers/folder.ts';
import { failureOf, record } from '../helpers/record.ts';

function contextOf(text: string | undefined, there: readonly unknown[]) {
  const root = temporary();
  mkdirSync(join(root, '.github'));
  if (text !== undefined) writeFileSync(join(root, '.github/labels.yml'), text);
  const written: unknown[] = [];
  const recorded = record(root);
  const some = {
    ...recorded,
    github: { labels: async () => there },
    write: { putLabel: async (label: unknown) => void written.push(label) },
  };
  return { context: some as unknown as GitHubContext, written, printed: recorded.printed };
}

const FILE = `- { name: error, color: 'd73a4a', description: 'A mistake' }
- { name: Help Wanted, color: '008672' }
- { name: sync, color: 'bfd4f2', description: 'x' }
`;

test('only what differs is written, and capitals make no difference', async () => {
  const { context, written, printed } = contextOf(FILE, [
    { name: 'error', color: 'D73A4A', description: 'A mistake' },
    { name: 'help wanted', color: '008672', description: null },
    { name: 'sync', color: '000000', description: 'x' },
    { name: 'another', color: '000000', description: '' },
  ]);
  expect(await putLabels(context)).toBe(0);
  expect(written).toEqual([{ name: 'sync', color: 'bfd4f2', description: 'x' }]);
  expect(printed).toEqual(['Written: sync']);
});

test.each<[string, string | undefined, RegExp]>([
  ['no file', undefined, /labels\.yml expected/],
  ['a colour without quotation marks', '- { name: a, color: red }', /1:\d+: .*six hex digits/],
  ['a name twice', "- { name: a, color: '000000' }\n- { name: A, color: '000000' }", /2:\d+: A stands here twice/],
  ['an unknown key', "- { name: a, colour: '000000' }", /did you mean "color"/],
])('%s is refused, and nothing is written', async (_, text, expected) => {
  const { context, written } = contextOf(text, []);
  expect((await failureOf(putLabels(context))).message).toMatch(expected);
  expect(written).toEqual([]);
});
