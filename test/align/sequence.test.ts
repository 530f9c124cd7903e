import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairSequences } from '../../tools/align/sequence.ts';

const letters = fc.array(fc.constantFrom(...'abcde'), { maxLength: 12 });
const affinities = fc.dictionary(fc.stringMatching(/^[a-e]{2}$/), fc.integer({ min: -3, max: 10 }));

test('pairs keep the order of both, take each member once, and never join what must not be joined', () => {
  fc.assert(
    fc.property(letters, letters, affinities, (left, right, scores) => {
      const a = left.map((letter, at) => ({ letter, at }));
      const b = right.map((letter, at) => ({ letter, at }));
      const affinity = (one: { letter: string }, other: { letter: string }) => scores[one.letter + other.letter] ?? -1;
      const pairs = pairSequences(a, b, affinity);
      for (const [one, other] of pairs) expect(affinity(one, other)).toBeGreaterThanOrEqual(0);
      for (const side of [0, 1] as const)
        for (const [at, pair] of pairs.entries())
          if (at > 0) expect(pair[side].at).toBeGreaterThan(pairs[at - 1]![side].at);
    }),
  );
});

test('the sum of affinities is the greatest there is', () => {
  fc.assert(
    fc.property(
      letters.filter(({ length }) => length < 6),
      letters.filter(({ length }) => length < 6),
      affinities,
      (a, b, scores) => {
        const affinity = (one: string, other: string) => scores[one + other] ?? -1;
        const sum = pairSequences(a, b, affinity).reduce((total, [one, other]) => total + affinity(one, other), 0);
        const best = (i: number, j: number): number => {
          if (i === a.length || j === b.length) return 0;
          const score = affinity(a[i]!, b[j]!);
          return Math.max(best(i + 1, j), best(i, j + 1), score < 0 ? 0 : score + best(i + 1, j + 1));
        };
        expect(sum).toBe(best(0, 0));
      },
    ),
  );
});
