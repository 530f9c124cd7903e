/** Which pages of two sets say the same, by the keys of their segments. */

/** Least share of the smaller page's sources that both have. Short pages share headings with many others. */
const SHARED = 0.5;

/**
 * @param wanted keys of each page, by its name
 * @param known keys of the pages that they are held against
 * @returns the known page of each wanted one that has one; each known one serves one page, the best match first
 */
export function matchPages<T>(
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  known: ReadonlyMap<T, readonly string[]>,
): ReadonlyMap<string, T> {
  const pagesOf = new Map<string, string[]>();
  for (const [page, keys] of wanted) for (const key of keys) pagesOf.set(key, [...(pagesOf.get(key) ?? []), page]);
  const candidates = [...known].flatMap(([other, keys]) => {
    const shared = new Map<string, number>();
    for (const key of keys) for (const page of pagesOf.get(key) ?? []) shared.set(page, (shared.get(page) ?? 0) + 1);
    return [...shared].map(([page, count]) => {
      return { page, other, share: count / Math.min(wanted.get(page)?.size ?? 0, keys.length) };
    });
  });
  const matches = new Map<string, T>();
  const used = new Set<T>();
  for (const { page, other, share } of candidates.sort((a, b) => b.share - a.share)) {
    if (share < SHARED || matches.has(page) || used.has(other)) continue;
    matches.set(page, other);
    used.add(other);
  }
  return matches;
}

/** Whether two pages of one name say much the same. */
export function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const key of a) if (b.has(key)) shared += 1;
  return shared >= SHARED * Math.min(a.size, b.size);
}

/**
 * The page that has taken a page in: the one that says most of what it said.
 *
 * @param pageOf the page of each key
 */
export function pageHolding(keys: ReadonlySet<string>, pageOf: ReadonlyMap<string, string>): string | undefined {
  const shared = new Map<string, number>();
  for (const key of keys) {
    const page = pageOf.get(key);
    if (page !== undefined) shared.set(page, (shared.get(page) ?? 0) + 1);
  }
  const [best] = [...shared].sort(([, a], [, b]) => b - a);
  return best && best[1] >= SHARED * keys.size ? best[0] : undefined;
}
