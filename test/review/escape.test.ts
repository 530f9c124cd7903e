import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotation, inLog } from '../../tools/review/escape-log.ts';
import { codeElement, codeSpan, fileAddress, plainLine, prose, shortened } from '../../tools/review/escape-markdown.ts';
import { HOSTILE } from './hostile.ts';
import { codeIn, liveIn } from './rendered.ts';

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom(...HOSTILE, '`', '``', ' ', '\n', 'a', '<', '*', '罐', '"', '.', '-', '1', '@', '#', '|'), {
      maxLength: 8,
    })
    .map((all) => all.join('')),
);

describe('text of other people in Markdown', () => {
  test.each(HOSTILE)('%j as code is shown letter by letter and does nothing', (text) => {
    expect(liveIn(`Said: ${codeSpan(text)} end`)).toEqual([]);
    expect(codeIn(`Said: ${codeSpan(text)} end`).join('')).toBe(plainLine(text));
  });

  test('any text as code is that text, and nothing in it is live', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const shown = `- x ${codeSpan(text)} <wbr>${codeSpan(text)}`;
        expect(liveIn(shown)).toEqual(['html <wbr>']);
        const line = plainLine(text);
        expect(codeIn(shown)).toEqual(line === '' ? [] : [line, line]);
      }),
      { numRuns: 500 },
    );
  });

  test('any message as a sentence holds nothing live', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(liveIn(`- [x](https://ours.example) ${prose(text)} \`rule\``)).toEqual(['link https://ours.example']);
      }),
      { numRuns: 1000 },
    );
  });

  test('plain words of a message stay words; what it quotes is code', () => {
    expect(prose('the English has `jar`, the translation does not; half-width "," in " 关了,"')).toBe(
      'the English has `jar`, the translation does not; half-width `,` in ` 关了,`',
    );
    expect(prose('the English has the link […](#jars), the translation does not')).toBe(
      'the English has the link `[…](#jars)`, the translation does not',
    );
    expect(prose('see @ada at www.evil.example')).toBe('see `@ada` at `www.evil.example`');
  });

  test('in a summary of details, where HTML is read, nothing is a tag', () => {
    for (const text of HOSTILE) expect(codeElement(text)).toMatch(/^<code>[^<>"'`\n]*<\/code>$/);
  });

  test('a text is cut between characters', () => {
    expect(shortened('ab😀😀', 4)).toBe('ab😀😀');
    expect(shortened('ab😀😀😀', 4)).toBe('ab😀…');
  });

  test('only plain paths become addresses', () => {
    const site = 'https://github.com/example/manual';
    expect(fileAddress(site, 'f'.repeat(40), 'docs/罐 x.md', 3)).toBeUndefined();
    expect(fileAddress(site, 'f'.repeat(40), 'docs/罐.md', 3)).toBe(
      `${site}/blob/${'f'.repeat(40)}/docs/%E7%BD%90.md?plain=1#L3`,
    );
    for (const path of ['../x', 'a)b', 'a](x', 'a b', 'javascript:x', 'a/../b', 'a?b', '-x'])
      expect(fileAddress(site, 'f', path, 1)).toBeUndefined();
  });
});

describe('text of other people in a log', () => {
  const hostile = { severity: 'error', file: 'a,b:c\n::x', line: 3, title: 't,u::v\r', message: '' } as const;

  test.each(HOSTILE)('%j stays within its annotation', (message) => {
    const line = annotation({ ...hostile, message });
    expect(line).not.toMatch(/[\r\n]/);
    expect(line.startsWith('::error file=a%2Cb%3Ac%0A%3A%3Ax,line=3,title=t%2Cu%3A%3Av%0D::')).toBe(true);
  });

  test('a percent sign is not read as an escape of ours', () => {
    expect(annotation({ ...hostile, message: '100%0A' })).toMatch(/::100%250A$/);
  });

  test('no line of a message begins with a command, in its newer or older form', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const line of inLog(text).split('\n')) {
          expect(line.trimStart().startsWith('::')).toBe(false);
          expect(line).not.toContain('##[');
          expect(line).not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });
});
