/** What `check` finds in docs/: front matter, Markdown, links into the manual and between articles. */
import { manualLinks, versionsOf } from '../articles/manual-places.ts';
import type { Article, Question } from '../articles/types.ts';
import type { Finding } from '../check/types.ts';
import { Failure } from '../failure.ts';
import { openTree } from '../io/open-tree.ts';
import type { Upstream } from '../io/upstream.ts';
import type { Lock } from '../project/types.ts';
import { articleFindings, type IdsByPage, manualPlaces } from './build/article-places.ts';
import { readArticles } from './build/articles.ts';
import type { Context } from './context.ts';
import { pinOf, readManual, upstreamOf } from './manual.ts';
import { idsOn } from './outline.ts';
import { readWorkspace } from './workspace.ts';

/**
 * The findings of some pages, as `check` prints them. Manuals are read as far as the workspace has fetched them, and only
 * those that a link names: nothing is asked of the network.
 *
 * @param docs paths of the pages that are meant
 */
export async function checkArticles(context: Context, docs: readonly string[]): Promise<readonly Finding[]> {
  if (docs.length === 0) return [];
  const { project, lock } = readWorkspace(context.root);
  const meant = new Set(docs);
  const articles = await readArticles(context.root, project.language);
  const chosen = [...articles.posts, ...articles.drafts, ...articles.questions].filter(({ file }) => meant.has(file));
  const manuals = new Map<string, IdsByPage>();
  const places = manualPlaces(project, (version) => manuals.get(version));
  const named = new Set(chosen.flatMap((article) => versionsNamed(article, places)));
  for (const { name } of project.versions.filter((version) => named.has(version.name))) {
    const ids = await readIds(await upstreamOf(context, project), lock, name);
    if (ids) manuals.set(name, ids);
    else context.tell(`the manual of version ${name} was not fetched yet: links of docs/ into it are not looked at`);
  }
  const found = [...articles.findings, ...articleFindings(chosen, articles, places)];
  return found
    .filter(({ file }) => meant.has(file))
    .map(({ severity, rule, file, line, message }) => ({ severity, rule, file, line, column: 1, key: '', message }));
}

function versionsNamed(article: Article | Question, places: Parameters<typeof versionsOf>[1]): readonly string[] {
  const linked = manualLinks(article.outline.links).map(({ version }) =>
    version === 'current' ? places.current : version,
  );
  return 'related' in article && article.related.length > 0 ? [...linked, ...versionsOf(article, places)] : linked;
}

/** Undefined where the version has no pin, or its files are not here. */
async function readIds(upstream: Upstream, lock: Lock, version: string): Promise<IdsByPage | undefined> {
  try {
    const { pages } = readManual(version, await openTree(upstream, pinOf(lock.pins, version).commit));
    return new Map(pages.all.map((page) => [page.name, idsOn(page, pages).ids]));
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
