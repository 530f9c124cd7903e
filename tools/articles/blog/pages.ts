/** All pages of the blog. */

import { fillWord } from '../../project/fill-word.ts';
import { escapeHtml, tag } from '../../render/html.ts';
import { linkTo, type Surroundings, time } from '../markup.ts';
import { byTag } from '../tags.ts';
import type { ArticlePage, Post } from '../types.ts';
import { authorPath, peopleLinks } from './byline.ts';
import { blogNav, pager, postItems } from './post-list.ts';
import { postPage } from './post-page.ts';

const PER_PAGE = 20;

/** The newest first; of one day by path. */
export function newestFirst(posts: readonly Post[]): readonly Post[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return posts.toSorted((a, b) => compare(b.date, a.date) || compare(a.path, b.path));
}

/**
 * @param posts that are published, the newest first; at least one
 * @param intro what the workspace says above the list: HTML of its docs/blog/index.md
 */
export function blogPages(
  posts: readonly Post[],
  intro: Intro | undefined,
  surroundings: Surroundings,
): readonly ArticlePage[] {
  return [
    ...posts.map((post) => postPage(post, posts, surroundings)),
    ...listPages(posts, intro, surroundings),
    ...tagPages(posts, surroundings),
    ...authorPages(posts, surroundings),
    archivePage(posts, surroundings),
  ];
}

/** A page of the workspace that stands above a list. */
export interface Intro {
  readonly title: string;
  readonly html: string;
}

const listPath = (page: number): string => (page === 1 ? 'blog/index' : `blog/page/${page}`);

function listPages(posts: readonly Post[], intro: Intro | undefined, surroundings: Surroundings): ArticlePage[] {
  const { words, titles } = surroundings;
  const count = Math.ceil(posts.length / PER_PAGE);
  const name = intro?.title ?? titles.blog;
  return Array.from({ length: count }, (_, at) => at + 1).map((page): ArticlePage => {
    const path = listPath(page);
    const title = page === 1 ? name : `${name} (${fillWord(words.page, { n: page })})`;
    const lead = tag('p', { class: 'lead' }, escapeHtml(words.blogLead));
    const top = page === 1 ? (intro?.html ?? heading(title) + lead) : heading(title);
    const shown = posts.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    return {
      path,
      title,
      ...(page === 1 ? { description: words.blogLead } : {}),
      html:
        top +
        blogNav(path, surroundings) +
        postItems(shown, path, surroundings) +
        pager(page, count, listPath, surroundings),
      searchable: false,
    };
  });
}

function tagPages(posts: readonly Post[], surroundings: Surroundings): ArticlePage[] {
  const { words, lang } = surroundings;
  const tags = byTag(posts, lang);
  const all = tags.map(
    ({ slug, name, articles }) =>
      `<li>${linkTo('blog/tags/index', `blog/tags/${slug}.html`, name)} <small>${articles.length}</small></li>`,
  );
  return [
    list('blog/tags/index', words.tags, `<ul class="tag-cloud">${all.join('')}</ul>`, surroundings),
    ...tags.map(({ slug, name, articles }) => {
      const path = `blog/tags/${slug}`;
      return list(path, fillWord(words.tag, { name }), postItems(articles, path, surroundings), surroundings);
    }),
  ];
}

function authorPages(posts: readonly Post[], surroundings: Surroundings): ArticlePage[] {
  const authors = new Map<string, string>();
  for (const post of posts)
    for (const login of post.authors) if (!authors.has(login.toLowerCase())) authors.set(login.toLowerCase(), login);
  return [...authors]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, login]) => {
      const path = authorPath(login);
      const own = posts.filter((post) => post.authors.some((each) => each.toLowerCase() === key));
      const people = peopleLinks([login], path, surroundings).map((link) => `<p>${link}</p>`);
      return list(
        path,
        fillWord(surroundings.words.author, { name: login }),
        people.join('') + postItems(own, path, surroundings),
        surroundings,
      );
    });
}

function archivePage(posts: readonly Post[], surroundings: Surroundings): ArticlePage {
  const { words } = surroundings;
  const years = [...new Set(posts.map(({ date }) => date.slice(0, 4)))];
  const sections = years.map((year) => {
    const own = posts.filter(({ date }) => date.startsWith(year));
    const items = own.map(
      (post) => `<li>${time(post.date, surroundings)} ${linkTo('blog/archive', `${post.path}.html`, post.title)}</li>`,
    );
    const count = `<small>${escapeHtml(fillWord(words.count, { n: own.length }))}</small>`;
    return `<section><h2 id="y${year}">${escapeHtml(fillWord(words.year, { year }))} ${count}</h2><ul class="archive">${items.join('')}</ul></section>`;
  });
  return list('blog/archive', words.archive, sections.join(''), surroundings);
}

function list(path: string, title: string, content: string, surroundings: Surroundings): ArticlePage {
  return { path, title, html: heading(title) + blogNav(path, surroundings) + content, searchable: false };
}

const heading = (title: string): string => tag('h1', {}, escapeHtml(title));
