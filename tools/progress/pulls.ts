/** Open pull requests and the pages they touch, as `bot pulls` wrote them down: text of strangers, taken for hostile. */
import { z } from 'zod';

/** A file of open pull requests longer than this is none. */
export const MOST_BYTES = 1_000_000;
export const MOST_PULLS = 500;
/** One that changes more is a sync or the like, and nobody's work on a page. */
export const PAGES_OF_A_PULL = 100;
export const LONGEST_TITLE = 200;

const PAGE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;

const pull = z.strictObject({
  number: z.int().positive(),
  title: z.string().max(LONGEST_TITLE),
  pages: z.array(z.string().regex(PAGE)).max(PAGES_OF_A_PULL),
});

export const pullsFile = z.strictObject({ pulls: z.array(pull).max(MOST_PULLS) });

export type PullsFile = z.infer<typeof pullsFile>;

/** By page; the lowest number first. */
export type OpenPulls = ReadonlyMap<string, readonly { readonly number: number; readonly title: string }[]>;

export const NO_PULLS: OpenPulls = new Map();

/** @returns undefined for a text that is not exactly of the form that `bot pulls` writes */
export function parsePulls(text: string): OpenPulls | undefined {
  if (text.length > MOST_BYTES) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = pullsFile.safeParse(json);
  if (!parsed.success) return undefined;
  const byPage = new Map<string, { number: number; title: string }[]>();
  for (const { number, title, pages } of parsed.data.pulls.toSorted((a, b) => a.number - b.number))
    for (const page of new Set(pages)) byPage.set(page, [...(byPage.get(page) ?? []), { number, title }]);
  return byPage;
}
