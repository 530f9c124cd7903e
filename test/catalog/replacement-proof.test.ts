import { describe, expect, test } from 'vitest';
import { newSubstitution, type ReplacementSpec, replaceInCatalog } from '../../tools/catalog/replacement.ts';
import { provesReplacement } from '../../tools/catalog/replacement-proof.ts';
import { serializeCatalog } from '../../tools/catalog/serialize.ts';
import type { Entry } from '../../tools/catalog/types.ts';
import { proseOf } from '../../tools/check/scan.ts';
import { targetHash } from '../../tools/segment/key.ts';
import { catalog, entry, machine } from './samples.ts';

const FILE = 'translations/zh-CN/reference/sql-keep.md';
const of: ReplacementSpec = { old: '罐子', new: '坛子' };
const substitution = newSubstitution(of, proseOf);
const prove = (before: string | undefined, after: string | undefined) =>
  provesReplacement(before, after, FILE, substitution);

describe('what the proof says', () => {
  const before = catalog(machine('Fill the jar.', '装满罐子'), entry('Seal the jar.', '封罐子'), entry('Stop.', '停'));
  const old = serializeCatalog(before);
  const after = serializeCatalog(replaceInCatalog(before, substitution).catalog);

  test.each<[string, (text: string) => string, RegExp]>([
    ['another edit in the same target', (text) => text.replace('装满坛子', '装坛子'), /more than the replacement/],
    ['an edit elsewhere', (text) => text.replace('停', '住手'), /where nothing is to be replaced/],
    [
      'a flag that is gone',
      (text) => text.replace(/ machine target=\w+/, ''),
      /the marker has changed by more than the hash/,
    ],
    ['a marker alone', (text) => text.replace(/(@\w+) -->\n停/, '$1 index -->\n停'), /marker/],
    ['half of the places', (text) => text.replace('封坛子', '封罐子坛子'), /more than the replacement/],
    [
      'an entry that is gone',
      (text) =>
        text
          .replace(/> Stop[\s\S]*/, '')
          .trimEnd()
          .concat('\n'),
      /has gone/,
    ],
    ['English', (text) => text.replace('> Stop.', '> Halt.'), /has gone|not there before/],
    ['a blank line', (text) => text.replace('\n\n> Stop', '\n\n\n> Stop'), /blank lines/],
    ['CRLF', (text) => text.replaceAll('\n', '\r\n'), /blank lines, spaces/],
  ])('%s', (_, edit, message) => {
    const damaged = edit(after);
    expect(damaged).not.toBe(after);
    const { findings } = prove(old, damaged);
    expect(findings.map((finding) => finding.message).join('\n')).toMatch(message);
    for (const finding of findings) expect(finding).toMatchObject({ file: FILE, severity: 'error' });
  });

  test('entries in another order', () => {
    const swapped = catalog(...[...(before.items as Entry[])].reverse());
    expect(prove(old, serializeCatalog(swapped)).findings).toMatchObject([{ message: /order/ }]);
  });

  test('a catalog that came or went', () => {
    expect(prove(undefined, after).findings).toHaveLength(1);
    expect(prove(old, undefined).findings).toHaveLength(1);
  });

  test('entries that were left as they were are no finding: the step may be taken in parts', () => {
    const half = after.replace('封坛子', '封罐子');
    const { findings, carried } = prove(old, half);
    expect(findings).toEqual([]);
    expect(carried.map(({ from, to }) => [from, to])).toEqual([[targetHash('装满罐子'), targetHash('装满坛子')]]);
  });
});
