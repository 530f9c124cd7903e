/** Pairs two sequences in order, so that the sum of affinities is the greatest (Needleman and Wunsch, 1970). */

/**
 * @param affinity how well two members go together; negative: never
 * @returns pairs in order; members that are in none have no partner
 */
export function pairSequences<T>(a: readonly T[], b: readonly T[], affinity: (a: T, b: T) => number): [T, T][] {
  const columns = b.length + 1;
  const best = new Float64Array((a.length + 1) * columns);
  const scores = new Float64Array(a.length * b.length);
  const at = (grid: Float64Array, index: number) => grid[index] as number;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const score = affinity(a[i] as T, b[j] as T);
      scores[i * b.length + j] = score;
      const skip = Math.max(at(best, (i + 1) * columns + j), at(best, i * columns + j + 1));
      best[i * columns + j] = score < 0 ? skip : Math.max(skip, score + at(best, (i + 1) * columns + j + 1));
    }
  const pairs: [T, T][] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const here = at(best, i * columns + j);
    const score = at(scores, i * b.length + j);
    if (score >= 0 && here === score + at(best, (i + 1) * columns + j + 1)) pairs.push([a[i++] as T, b[j++] as T]);
    else if (here === at(best, (i + 1) * columns + j)) i++;
    else j++;
  }
  return pairs;
}
