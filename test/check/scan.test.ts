import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proseOf, scan } from '../../tools/check/scan.ts';
import type { Inline } from '../../tools/segment/inline.ts';
import { readMarkdown } from '../../tools/segment/read.ts';

const shown = (text: string) => proseOf(text).replaceAll('\uFFFC', '·');
const loose = (text: string) => scan(text).loose.map(({ from, to }) => [from, text.slice(from, to)]);

describe('prose', () => {
  test.each([
    ['烧水', '烧水'],
    ['用 `boil` 烧', '用 ······ 烧'],
    ['``a`b`` c', '······· c'],
    ['*热*的**壶**', '·热·的··壶··'],
    ['[热水](#boil)吧', '·热水········吧'],
    ['[`a`](https://x.example/(y)) b', `${'·'.repeat(28)} b`],
    ['[可选]', '[可选]'],
    ['见[[lids]]与[^1]', '见········与····'],
    ['<code>a <var>壶</var></code>！', `${'·'.repeat(27)}！`],
    ['H<sub>2</sub>O', 'H·····2······O'],
    ['<https://x.example> 和 <a@x.example>', `${'·'.repeat(19)} 和 ${'·'.repeat(13)}`],
    ['&version; &nbsp;&x;', '········· ·········'],
    ['3 * 4', '3 * 4'],
    ['\\*a\\`', '·*a·`'],
    ['没有 `关上', '没有 `关上'],
    ['a <b> c', 'a <b> c'],
    ['a\nb `c\nd` e', 'a\nb ····· e'],
  ])('of %j', (text, prose) => {
    expect(shown(text)).toBe(prose);
  });
});

describe('markup without a partner', () => {
  test.each<[string, [number, string][]]>([
    ['a `b', [[2, '`']]],
    [
      'a ``b`',
      [
        [2, '``'],
        [5, '`'],
      ],
    ],
    ['*a', [[0, '*']]],
    ['a* b', [[1, '*']]],
    ['**a*', [[0, '**']]],
    ['[a', [[0, '[']]],
    ['a]', [[1, ']']]],
    ['a](b)', [[1, '](b)']]],
    ['<code>a', [[0, '<code>']]],
    ['a</var>', [[1, '</var>']]],
    [
      '[*a]*',
      [
        [1, '*'],
        [4, '*'],
      ],
    ],
    [
      '<code>[a</code>]',
      [
        [6, '['],
        [15, ']'],
      ],
    ],
    ['*a* **b** [c](d) 3 * 4 `*`', []],
  ])('in %j', (text, expected) => {
    expect(loose(text)).toEqual(expected);
  });
});

const PIECES = [
  ...['`', '``', '*', '**', '***', '[', ']', '](#a)', '](x y)', '[[id]]', '[^1]', '(', ')', '\\', '<code>', '</code>'],
  ...[
    '<var>',
    '</var>',
    '<sub>',
    '</sub>',
    '<b>',
    '<',
    '>',
    '<https://a.example>',
    '&version;',
    '&amp;',
    '&',
    ' ',
    'a',
    '中',
    '，',
  ],
];
const markdown = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));

/** The characters of a tree that are prose; those of references are hidden in the Markdown. */
function proseIn(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.value;
      if (inline.type === 'optional') return `[${proseIn(inline.children)}]`;
      return 'children' in inline && inline.type !== 'code' ? proseIn(inline.children) : '';
    })
    .join('');
}

describe('agrees with the reader', () => {
  test('about what has no partner', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const { problems } = readMarkdown(text);
        expect(scan(text.trim()).loose.length > 0).toBe(problems.length > 0);
      }),
      { numRuns: 3000 },
    );
  });

  test('about what is prose, stars aside', () => {
    const plain = (text: string) => text.replace(/[\uFFFC*&]/g, '');
    fc.assert(
      fc.property(markdown, (text) => {
        // A reference is one character for the reader, and hidden here.
        const trimmed = text.replaceAll('&amp;', '').trim();
        expect(plain(proseOf(trimmed))).toBe(plain(proseIn(readMarkdown(trimmed).inlines)));
      }),
      { numRuns: 3000 },
    );
  });

  test('with as many units as the text', () => {
    fc.assert(fc.property(markdown, (text) => proseOf(text).length === text.length));
  });
});
