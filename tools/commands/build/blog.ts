/** The blog: its pages, and its feeds. */
import { blogPages, newestFirst } from '../../articles/blog/pages.ts';
import { feedFiles } from '../../articles/feeds/index.ts';
import { FEEDS } from '../../articles/feeds/names.ts';
import { sitePage, surroundingsOf } from './article-surroundings.ts';
import type { BuildInputs } from './inputs.ts';
import type { PageMaker } from './site-facts.ts';

export const makeBlog: PageMaker = async (_, facts) => {
  const { inputs } = facts;
  if (inputs.posts.length === 0) return { pages: [], files: [] };
  const posts = newestFirst(inputs.posts);
  const surroundings = surroundingsOf(facts);
  const site = new URL(inputs.project.site ?? 'http://localhost/');
  return {
    pages: blogPages(posts, inputs.intros.get('blog'), surroundings).map((page) => sitePage(page, inputs)),
    files: feedFiles(posts, feedTitle(inputs), surroundings, (path) => new URL(path, site).href),
  };
};

/** The feeds that pages tell of; none if there are no posts. */
export function feedsOf(inputs: Pick<BuildInputs, 'posts' | 'project' | 'words'>) {
  if (inputs.posts.length === 0) return [];
  return FEEDS.map(({ path, name, type }) => ({ href: path, type, title: `${feedTitle(inputs)} (${name})` }));
}

const feedTitle = ({ project, words }: Pick<BuildInputs, 'project' | 'words'>): string =>
  `${project.title} · ${words.page.blog}`;
