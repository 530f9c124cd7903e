/** The page of a post: the text, with who wrote it, what it holds, and where to read on. */
import { escapeHtml, tag } from '../../render/html.ts';
import { manualList, onePerPage } from '../manual-list.ts';
import { manualLinks } from '../manual-places.ts';
import { aside, editLink, linkTo, outlineNav, type Surroundings, tagLinks, way } from '../markup.ts';
import { relatedTo } from '../tags.ts';
import type { ArticlePage, Post } from '../types.ts';
import { byline, peopleLinks } from './byline.ts';
import { blogPosting } from './structured.ts';

const RELATED = 4;
/** Sections from which on a list of them helps. */
const LONG = 4;

/** @param posts all that are published, the newest first */
export function postPage(post: Post, posts: readonly Post[], surroundings: Surroundings): ArticlePage {
  const { path, title, summary, outline } = post;
  const head =
    byline(post, path, surroundings) +
    tagLinks(path, 'blog', post.tags, surroundings) +
    cover(post) +
    (outline.headings.filter(({ level }) => level <= 3).length >= LONG
      ? outlineNav(outline.headings, surroundings)
      : '');
  return {
    path,
    title,
    ...(summary === undefined ? {} : { description: summary }),
    html:
      tag(
        'article',
        { class: 'post' },
        post.html.replace('</h1>', () => `</h1>${head}`),
      ) + foot(post, posts, surroundings),
    searchable: true,
    ...(post.cover === undefined ? {} : { image: post.cover.path }),
    structured: (address) => blogPosting(post, surroundings, address),
  };
}

function cover({ path, cover }: Post): string {
  if (cover === undefined) return '';
  return `<p class="cover"><img src="${escapeHtml(way(path, cover.path))}" alt="${escapeHtml(cover.alt)}"></p>`;
}

function foot(post: Post, posts: readonly Post[], surroundings: Surroundings): string {
  const { path } = post;
  const { words } = surroundings;
  const pages = onePerPage(manualLinks(post.outline.links));
  const related = relatedTo(post, posts, RELATED).map((each) => linkTo(path, `${each.path}.html`, each.title));
  const people = peopleLinks(post.authors, path, surroundings);
  return (
    manualList(path, pages, surroundings) +
    aside('related-posts', words.relatedPosts, related) +
    (people.length === 0
      ? ''
      : tag('p', { class: 'people-links', 'data-extra': true }, people.join(escapeHtml(words.separator)))) +
    editLink(post.file, surroundings) +
    neighbours(post, posts, surroundings)
  );
}

function neighbours({ path }: Post, posts: readonly Post[], { words }: Surroundings): string {
  const at = posts.findIndex((post) => post.path === path);
  const one = (post: Post | undefined, rel: 'prev' | 'next', word: string) =>
    post
      ? tag(
          'a',
          { href: way(path, `${post.path}.html`), rel, class: rel },
          `<span>${escapeHtml(word)}</span> ${escapeHtml(post.title)}`,
        )
      : '';
  const links = one(posts[at - 1], 'prev', words.newerPost) + one(posts[at + 1], 'next', words.olderPost);
  return links === '' ? '' : tag('nav', { class: 'post-links', 'aria-label': words.neighbours }, links);
}
