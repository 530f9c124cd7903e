/** Lists of posts: the blog itself, page by page, by tag, by author, by year. */

import { fillWord } from '../../project/fill-word.ts';
import { escapeHtml, tag } from '../../render/html.ts';
import { FEEDS } from '../feeds/names.ts';
import { linkTo, type Surroundings, tagLinks, way } from '../markup.ts';
import type { Post } from '../types.ts';
import { byline } from './byline.ts';

/** Posts one below the other, with summaries. */
export function postItems(posts: readonly Post[], from: string, surroundings: Surroundings): string {
  return tag('ul', { class: 'posts' }, posts.map((post) => item(post, from, surroundings)).join(''));
}

function item(post: Post, from: string, surroundings: Surroundings): string {
  const href = way(from, `${post.path}.html`);
  const picture = post.cover
    ? `<a class="thumb" href="${escapeHtml(href)}" tabindex="-1" aria-hidden="true"><img src="${escapeHtml(way(from, post.cover.path))}" alt="" loading="lazy"></a>`
    : '';
  return tag(
    'li',
    {},
    `<div><h2>${linkTo(from, `${post.path}.html`, post.title)}</h2>` +
      byline(post, from, surroundings) +
      (post.summary === undefined ? '' : `<p>${escapeHtml(post.summary)}</p>`) +
      `${tagLinks(from, 'blog', post.tags, surroundings)}</div>${picture}`,
  );
}

/** The ways through the blog, above each list. */
export function blogNav(from: string, { words }: Surroundings): string {
  const one = (to: string, text: string) =>
    linkTo(from, to, text, { 'aria-current': to === `${from}.html` ? 'page' : undefined });
  const feeds = FEEDS.map(({ path, name }) => linkTo(from, path, name));
  return tag(
    'nav',
    { class: 'section-nav', 'aria-label': words.blogNav },
    `${one('blog/index.html', words.allPosts)} ${one('blog/tags/index.html', words.tags)} ${one('blog/archive.html', words.archive)} ` +
      `<span class="feeds">${escapeHtml(words.feeds)} ${feeds.join(' ')}</span>`,
  );
}

/** Links from one page of the list to the others. */
export function pager(page: number, pages: number, pathOf: (page: number) => string, { words }: Surroundings): string {
  if (pages === 1) return '';
  const from = pathOf(page);
  const numbers = Array.from({ length: pages }, (_, at) => at + 1).map((n) =>
    linkTo(from, `${pathOf(n)}.html`, String(n), {
      'aria-label': fillWord(words.page, { n }),
      'aria-current': n === page ? 'page' : undefined,
    }),
  );
  const newer = page > 1 ? linkTo(from, `${pathOf(page - 1)}.html`, words.newer, { rel: 'prev' }) : '';
  const older = page < pages ? linkTo(from, `${pathOf(page + 1)}.html`, words.older, { rel: 'next' }) : '';
  return tag(
    'nav',
    { class: 'pager', 'aria-label': words.pages },
    [newer, ...numbers, older].filter(Boolean).join(' '),
  );
}
