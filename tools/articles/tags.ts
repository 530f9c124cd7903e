/** Tags of posts and questions: what is one tag, and what bears it. */
import type { Article, Tag } from './types.ts';

/** In characters; a tag names a file. */
const LONGEST = 40;

/** The name of a list of all tags, which no tag may take. */
const TAKEN = new Set(['index']);

/** @returns undefined for what has no letter or digit, or is too long */
export function readTag(written: string): Tag | undefined {
  const name = written.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const words = name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu);
  if (words === null || Array.from(name).length > LONGEST) return undefined;
  const slug = words.join('-');
  return { name, slug: TAKEN.has(slug) ? `${slug}-tag` : slug };
}

export interface Tagged<A extends Article> extends Tag {
  readonly articles: readonly A[];
}

/** Articles by tag, in their order: the tag that most bear comes first, then by name. */
export function byTag<A extends Article>(articles: readonly A[], lang: string): readonly Tagged<A>[] {
  const groups = new Map<string, { names: string[]; articles: A[] }>();
  for (const article of articles)
    for (const { slug, name } of article.tags) {
      const group = groups.get(slug) ?? { names: [], articles: [] };
      groups.set(slug, group);
      group.names.push(name);
      group.articles.push(article);
    }
  return [...groups]
    .map(([slug, group]) => ({ slug, name: mostFrequent(group.names), articles: group.articles }))
    .sort((a, b) => b.articles.length - a.articles.length || byName(a, b, lang));
}

/** Of several spellings the one that is written most often. */
function mostFrequent(names: readonly string[]): string {
  const count = (name: string) => names.filter((each) => each === name).length;
  return [...new Set(names)].sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1))[0] as string;
}

const byName = (a: Tag, b: Tag, lang: string): number =>
  a.name.localeCompare(b.name, lang) || (a.slug < b.slug ? -1 : 1);

/**
 * Articles that have most in common with one: shared tags, rare ones more than frequent ones. Of equals, the first ones.
 *
 * @param articles all, in the order of the list
 */
export function relatedTo<A extends Article>(article: A, articles: readonly A[], most: number): readonly A[] {
  const bearers = new Map<string, number>();
  for (const { tags } of articles) for (const { slug } of tags) bearers.set(slug, (bearers.get(slug) ?? 0) + 1);
  const own = new Set(article.tags.map(({ slug }) => slug));
  const score = ({ tags }: A) =>
    tags.reduce((sum, { slug }) => sum + (own.has(slug) ? 1 / (bearers.get(slug) ?? 1) : 0), 0);
  return articles
    .map((each) => ({ each, score: each.path === article.path ? 0 : score(each) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ each }) => each);
}
