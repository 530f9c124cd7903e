import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { similarity } from '../../tools/catalog/similar.ts';
import { similarIndex } from '../../tools/catalog/similar-index.ts';
import { entry } from './samples.ts';

const KETTLES = [
  'Fill the pot with water and wait.',
  'Fill the jar with water and wait.',
  'Pour the water over the leaves.',
  'kettle',
  'A lid that does not close lets the steam out, and the water never boils.',
].map((source) => entry(source));

describe('an index over all sources', () => {
  const index = similarIndex(KETTLES);
  const sources = (source: string, limit = 10, threshold?: number) =>
    index.nearest(source, limit, threshold).map((match) => match.entry.source);

  test('finds the most similar ones, the best first', () => {
    expect(sources('Fill the pot with cold water and wait.')).toEqual([KETTLES[0]!.source, KETTLES[1]!.source]);
  });

  test('gives no more than asked for, and nothing below the threshold', () => {
    expect(sources('Fill the pot with cold water and wait.', 1)).toEqual([KETTLES[0]!.source]);
    expect(sources('Fill the pot with cold water and wait.', 10, 0.85)).toEqual([KETTLES[0]!.source]);
    expect(sources('Nothing of the kind stands here.')).toEqual([]);
  });

  test('gives the entry itself, with its score', () => {
    const [match] = index.nearest(KETTLES[4]!.source, 1);
    expect(match?.entry).toBe(KETTLES[4]);
    expect(match?.score).toBe(1);
  });

  test('finds single words, and sentences that begin in another case', () => {
    expect(sources('kettle')).toEqual(['kettle']);
    expect(sources('pour the water over the leaves')).toEqual([KETTLES[2]!.source]);
  });
});

test('finds what comparing with every source would find, wherever most words stay', () => {
  const words = fc.array(fc.constantFrom('fill', 'the', 'pot', 'lid', 'of', 'water', 'tea', 'and', 'wait', '`hot`'), {
    minLength: 6,
    maxLength: 14,
  });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (all, which, where) => {
      const entries = all.map((each) => entry(each.join(' ')));
      const changed = [...(all[which % all.length] as string[])];
      changed[where % changed.length] = 'kettle';
      const source = changed.join(' ');
      const highest = Math.max(...entries.map((each) => similarity(source, each.source, 0.6)));
      const [found] = similarIndex(entries).nearest(source, 1, 0.6);
      expect(found?.score ?? 0).toBe(highest);
    }),
    { numRuns: 300 },
  );
});
