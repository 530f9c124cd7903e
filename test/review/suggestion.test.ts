/** A reader's wording in its place. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryStatus } from '../../tools/catalog/entry-status.ts';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import { serializeCatalog } from '../../tools/catalog/serialize.ts';
import { replaceTarget, successorsOf, targetOf } from '../../tools/review/suggestion.ts';
import { plainText } from '../../tools/segment/inline.ts';
import { keyOf } from '../../tools/segment/key.ts';
import { readMarkdown } from '../../tools/segment/read.ts';
import { entry, machine, stale } from '../catalog/samples.ts';

const text = serializeCatalog({
  page: 'jars',
  items: [
    entry('One.', '一'),
    entry('Two.'),
    stale('Three.', 'Third.', '三'),
    machine('Four.', '四\n四'),
    entry('Five.', '五'),
  ],
});
const entryOf = (source: string, from = text) =>
  parseCatalog(from, 'jars', 'jars').catalog.items.find(
    (item) => item.type === 'entry' && item.key === keyOf(source),
  ) as ReturnType<typeof entry>;

describe('a target is replaced, and all else stays byte for byte', () => {
  test.each([
    ['One.', '> One.\n<!-- @KEY -->\n新的\n\n> Two.'],
    ['Two.', '> Two.\n<!-- @KEY -->\n新的\n\n> Three.'],
    ['Three.', '> Third.\n-->\n新的\n\n> Four.'],
    ['Four.', '-->\n新的\n\n> Five.'],
  ])('%s', (source, expected) => {
    const written = replaceTarget(text, 'jars', entryOf(source), '新的') as string;
    expect(written).toContain(expected.replace('KEY', keyOf(source)));
    expect(entryStatus(entryOf(source, written))).toBe('translated');
    const { target } = entryOf(source);
    expect(target === '' ? written.replace('\n新的', '') : written.replace('新的', target)).toBe(text);
  });

  test('lines that end as Windows ends them go on doing so', () => {
    const windows = text.replaceAll('\n', '\r\n');
    const written = replaceTarget(windows, 'jars', entryOf('One.', windows), '新的');
    expect(written).toBe(windows.replace('一', '新的'));
  });
});

test('no wording begins or ends an entry', () => {
  const hostile = fc.constantFrom(
    '\n',
    '\n\n',
    '> x',
    `<!-- @${keyOf('Two.')} -->`,
    '-->',
    '<<<<<<< ',
    '=======',
    '# jars',
    '\r',
    '\t',
    ' ',
    '`',
    '字',
    '\u2028',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(hostile, fc.string()), { maxLength: 10 }).map((all) => all.join('')),
      (wording) => {
        const target = targetOf(wording);
        expect(target).not.toMatch(/[\n\r\t]/);
        const written = target === '' ? undefined : replaceTarget(text, 'jars', entryOf('One.'), target);
        if (written !== undefined) expect(entryOf('One.', written).target).toBe(target);
      },
    ),
  );
});

test('what is no markup is escaped, markup stays', () => {
  expect(targetOf('拧 `lid`，*两圈*')).toBe('拧 `lid`，*两圈*');
  expect(targetOf('2 * 3 < 7 [x')).toBe('2 \\* 3 \\< 7 \\[x');
  expect(targetOf(' 一行\t \r\n\r\n 二行 \n')).toBe('一行二行');
  expect(targetOf(' \n\t ')).toBe('');
});

test('written once, a wording stays as it is, and says what the reader typed', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', '*', '`', '[', ']', '(', ')', '<', '>', '&', ';', '#', '_', '\\', '字', ' '),
      }),
      (wording) => {
        const target = targetOf(wording);
        expect(targetOf(target)).toBe(target);
        expect(plainText(readMarkdown(target).inlines)).toBe(plainText(readMarkdown(wording.trim()).inlines));
      },
    ),
  );
});

test('a key that is gone leads to what it has become', () => {
  const moved = entry('Six!', '六', { same: [keyOf('Six.')] });
  const catalogs = [{ page: 'jars', items: [moved, stale('Three.', 'Third.', '三')] }];
  expect(successorsOf(keyOf('Six.'), catalogs)).toEqual([{ page: 'jars', entry: moved }]);
  expect(successorsOf(keyOf('Third.'), catalogs)).toMatchObject([{ entry: { key: keyOf('Three.') } }]);
  expect(successorsOf(keyOf('Seven.'), catalogs)).toEqual([]);
});
