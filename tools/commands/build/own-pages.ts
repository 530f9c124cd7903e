/**
 * The pages and files that belong to no version. They are made last, from what was seen of all versions; which versions are
 * built makes no difference to them, so that parts of a site can be joined.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type PageWriter, type SitePage, writeOwnPages } from '../../../.vitepress/site.ts';
import { safeJoin } from '../../io/safe-join.ts';
import { type Context, formatFinding } from '../context.ts';
import { digestOf } from '../digest.ts';
import { copyImages } from './article-images.ts';
import { makeBlog } from './blog.ts';
import { deskPages } from './desk.ts';
import { elsewherePages } from './elsewhere.ts';
import { makeFaq } from './faq.ts';
import { makeHome } from './home.ts';
import { peoplePages } from './people.ts';
import { progressPages } from './progress.ts';
import type { PageMaker, SiteFacts } from './site-facts.ts';
import { siteOptions } from './site-options.ts';
import { workPages } from './work.ts';

/** A section a maker. */
const MAKERS: readonly PageMaker[] = [
  async (_, { inputs }) => ({ pages: inputs.articles.filter(({ path }) => path !== 'index'), files: [] }),
  makeHome,
  workPages,
  deskPages,
  progressPages,
  makeBlog,
  makeFaq,
  peoplePages,
  elsewherePages,
];

export interface WrittenPages {
  /** How many pages there are. */
  readonly pages: number;
  /** Digest of those that the search finds. */
  readonly searchable: string;
}

export async function writeSections(
  context: Context,
  writer: PageWriter,
  facts: SiteFacts,
  staged: string,
): Promise<WrittenPages> {
  const work = context.begin('Writing the pages of the site itself');
  const pages: SitePage[] = [];
  for (const make of MAKERS) {
    const made = await make(context, facts);
    pages.push(...made.pages);
    for (const { path, content } of made.files) {
      const file = safeJoin(staged, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }
  const count = await writeOwnPages(writer, pages, siteOptions(facts.inputs, staged));
  for (const finding of await copyImages(context.root, staged)) context.tell(formatFinding(finding));
  const found = pages.filter(({ searchable }) => searchable).map(({ path }) => join(staged, `${path}.html`));
  const searchable = digestOf(...(await Promise.all(found.map((file) => readFile(file)))));
  work.end();
  return { pages: count, searchable };
}
