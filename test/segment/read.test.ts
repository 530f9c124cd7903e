/** What read.ts promises: what is written reads back, nothing hangs it, and every problem is named. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Node } from '../../tools/docbook/types.ts';
import { fromDocBook } from '../../tools/segment/from-docbook.ts';
import { bare, plainText } from '../../tools/segment/inline.ts';
import { readMarkdown } from '../../tools/segment/read.ts';
import { writeMarkdown } from '../../tools/segment/write.ts';
import { inlineNodes, nastyText, text } from './arbitraries.ts';
import { markdownText } from './github.ts';

describe('reading what was written', () => {
  test('gives the same tree, on one line, without problems', () => {
    fc.assert(
      fc.property(inlineNodes, (nodes) => {
        const inlines = fromDocBook(nodes);
        const markdown = writeMarkdown(inlines);
        expect(markdown).not.toMatch(/[\r\n]/);
        expect(readMarkdown(markdown)).toEqual({ inlines: bare(inlines), problems: [] });
      }),
      { numRuns: 3000 },
    );
  });

  test('is stable for whatever a person writes: read and written once, it stays', () => {
    fc.assert(
      fc.property(fc.array(nastyText, { maxLength: 6 }), (pieces) => {
        const { inlines } = readMarkdown(pieces.join('').replaceAll('\u200B', ''));
        const again = readMarkdown(writeMarkdown(inlines)).inlines;
        expect(plainText(again)).toBe(plainText(inlines));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('on GitHub', () => {
  const folded = (value: string) => value.replace(/\s+/g, ' ').trim();
  const same = (nodes: readonly Node[]) => {
    const inlines = fromDocBook(nodes);
    expect(folded(markdownText(writeMarkdown(inlines)))).toBe(folded(plainText(inlines)));
  };

  test('text of any characters shows as it is', () => {
    fc.assert(
      fc.property(nastyText, (value) => same([text(value)])),
      { numRuns: 3000 },
    );
  });

  test('so do tokens with spaces around them', () => {
    fc.assert(
      fc.property(inlineNodes, (nodes) => same(spaced(nodes))),
      { numRuns: 1500 },
    );
  });

  /** CommonMark closes no emphasis between punctuation and a letter and puts no link in a link; upstream has neither. */
  function spaced(nodes: readonly Node[], inLink = false): Node[] {
    return nodes.flatMap((node) => {
      if (node.type === 'variable') return [text(' '), node, text(' ')];
      if (node.type !== 'element') return [node];
      const isLink = ['link', 'ulink', 'glossterm', 'email', 'xref'].includes(node.name);
      if (isLink && inLink) return [];
      const inside = spaced(node.children, inLink || isLink);
      const children = inside.length === 0 ? [] : [text('w'), ...inside, text('w')];
      return [text(' '), { ...node, children }, text(' ')];
    });
  }
});

describe('hostile text', () => {
  const units = [
    ...[
      '[',
      '*',
      '`',
      '_',
      '\\',
      '<',
      '&',
      '~',
      '!',
      ' ',
      '\n',
      '\u3000',
      '<code>',
      '</code>',
      '[[',
      '](',
      '![',
      '[^1]',
    ],
    ...[
      'a\n',
      '\u4E2D\n',
      '**a',
      '*a ',
      'a* ',
      '*a **b ',
      '`` ` ',
      '[a',
      '[a](b',
      '[[a](',
      '](<',
      '](a(',
      '<a@',
      '<a:',
      '&#',
    ],
  ];

  test.each(units)('100 kB of %j are read soon, and their text is there', (unit) => {
    const hostile = `x${unit.repeat(100_000 / unit.length)}y`;
    const start = performance.now();
    const { inlines } = readMarkdown(hostile);
    const shown = plainText(inlines);
    const again = plainText(readMarkdown(writeMarkdown(inlines)).inlines);
    expect(performance.now() - start).toBeLessThan(3000);
    expect(again).toBe(shown);
    expect(shown.startsWith('x') && shown.endsWith('y')).toBe(true);
  });

  test('emphasis and brackets by the hundred thousand nest no deeper than can be walked', () => {
    for (const [open, close] of [
      ['*a ', 'a* '],
      ['*', '*'],
      ['[', ']'],
      ['<sub>', '</sub>'],
      ['**a *b ', ' c* d** '],
    ])
      expect(() => writeMarkdown(readMarkdown(open!.repeat(50_000) + close!.repeat(50_000)).inlines)).not.toThrow();
  });

  test('any text at all is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (value) => {
        expect(readMarkdown(value).inlines).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('what does not close is text, and a problem', () => {
  test.each([
    ['a ` b', 'a ` b', 'the code span that ` opens is not closed'],
    ['a [b', 'a [b', '[ is not closed'],
    ['a] b', 'a] b', '] closes nothing'],
    ['a](b) c', 'a](b) c', '](b) closes nothing'],
    ['a *b', 'a *b', 'a * has no partner; write \\* for a plain star'],
    ['a **b*', 'a *b', 'a * has no partner; write \\* for a plain star'],
    ['a <code>b', 'a <code>b', '<code> is not closed'],
    ['a </var>b', 'a </var>b', '</var> closes nothing'],
    ['<sub>*a</sub>*', '*a*', 'a * has no partner; write \\* for a plain star'],
  ])('%s', (markdown, shown, problem) => {
    const { inlines, problems } = readMarkdown(markdown);
    expect(plainText(inlines)).toBe(shown);
    expect(problems).toContain(problem);
  });

  test('stars alone between spaces, other tags and unknown references are plain text', () => {
    const { inlines, problems } = readMarkdown('2 * 3 <b> &nothing; </b> <!-- c -->');
    expect(problems).toEqual([]);
    expect(inlines).toEqual([{ type: 'text', value: '2 * 3 <b> &nothing; </b> <!-- c -->' }]);
  });

  test('nesting beyond the limit is one problem for each bracket, not a crash', () => {
    const { problems } = readMarkdown(`${'['.repeat(30)}x${']'.repeat(30)}`);
    expect(problems).toContain('markup nests deeper than 16');
  });
});
