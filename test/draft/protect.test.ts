import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { legendOf, protect, unprotect } from '../../tools/draft/protect.ts';
import { readMarkdown } from '../../tools/segment/read.ts';
import { writeMarkdown } from '../../tools/segment/write.ts';

const inlinesOf = (markdown: string) => readMarkdown(markdown).inlines;

/** A translator that changes nothing but the words, by `translate`. */
function through(markdown: string, translate = (text: string) => text): string {
  const { text, tokens } = protect(inlinesOf(markdown));
  const read = unprotect(translate(text), tokens);
  return 'problem' in read ? `problem: ${read.problem}` : writeMarkdown(read.inlines);
}

test('code, references and footnotes are tokens; words of links and emphasis stay to be translated', () => {
  const { text, tokens } = protect(
    inlinesOf('Call `boil` with [a *big* pot](#POT), see [[LID]][^1] and <https://a.test>.'),
  );
  expect(text).toBe('Call ⟦1⟧ with ⟦2⟧a ⟦3⟧big⟦/3⟧ pot⟦/2⟧, see ⟦4⟧⟦5⟧ and ⟦6⟧.');
  expect(tokens.map(legendOf)).toEqual(['`boil`', 'link to #POT', 'em', '[[LID]]', '[^1]', '<https://a.test>']);
});

test.each([
  'Call `boil` with the *name* of the pot; see [[app-pot]].',
  '<code>kettle <var>name</var></code> of &majorversion;',
  'Half [of it] is **bold *and* so on** x<sup>2</sup>',
  'A \\* star and an &lt; sign',
  'Brackets of our own: ⟦1⟧ and ⟦/1⟧',
])('%s comes back as it was', (markdown) => {
  const canonical = writeMarkdown(inlinesOf(markdown));
  expect(through(markdown)).toBe(canonical);
});

test('whatever a text holds, it comes back as it was', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('`x`', '*a*', '[b](#C)', '[[D]]', '[^1]', '&version;', '⟦1⟧', '⟦/1⟧', '**', '[', ']', '<code>'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const canonical = writeMarkdown(inlinesOf(pieces.join(' ')));
      expect(through(canonical)).toBe(writeMarkdown(inlinesOf(canonical)));
    }),
  );
});

describe('a translation may move tokens, but', () => {
  const source = 'Use `boil` on [the pot](#POT).';
  const answer = (text: string) => through(source, () => text);

  test('keeps each', () => {
    expect(answer('对⟦2⟧壶⟦/2⟧使用⟦1⟧。')).toBe('对[壶](#POT)使用`boil`。');
  });

  test.each([
    ['对⟦2⟧壶⟦/2⟧使用。', '⟦1⟧ is missing'],
    ['对⟦2⟧壶使用⟦1⟧。', '⟦2⟧ is not closed by ⟦/2⟧'],
    ['⟦1⟧⟦1⟧⟦2⟧壶⟦/2⟧', '⟦1⟧ stands there twice'],
    ['⟦1⟧⟦2⟧壶⟦/2⟧⟦3⟧', '⟦3⟧ is no token of the source'],
    ['⟦/2⟧壶⟦2⟧⟦1⟧', '⟦/2⟧ closes what is not open'],
    ['⟦0⟧⟦1⟧⟦2⟧壶⟦/2⟧', '⟦0⟧ is no token of the source'],
  ])('%s is refused', (text, problem) => {
    expect(answer(text)).toBe(`problem: ${problem}`);
  });

  test('what looks like markup in it is text', () => {
    expect(answer('<script>⟦2⟧壶⟦/2⟧`⟦1⟧`')).toBe('\\<script>[壶](#POT)\\``boil`\\`');
  });
});
