/** Badges: XML that any program reads, with a title, whatever the words are. */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { badge } from '../../tools/progress/badges.ts';

function read(svg: string): { texts: string[]; width: number } {
  const texts: string[] = [];
  let width = 0;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'svg') width = Number(attributes.width);
  });
  parser.on('text', (text) => texts.push(text));
  parser.write(svg).close();
  return { texts: texts.filter((text) => text.trim() !== ''), width };
}

test('a badge says its two words, and both in its title', () => {
  const { texts } = read(badge({ label: 'PostgreSQL 18.6', value: '98% translated', share: 98 }));
  expect(texts).toEqual(['PostgreSQL 18.6: 98% translated', 'PostgreSQL 18.6', '98% translated']);
});

test('any words make sound XML, and longer words a wider badge', () => {
  const words = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .filter((text) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text));
  fc.assert(
    fc.property(words, words, fc.integer({ min: 0, max: 100 }), (label, value, share) => {
      const one = read(badge({ label, value, share }));
      expect(one.width).toBeLessThan(read(badge({ label: `${label}m`, value, share })).width);
    }),
  );
});
