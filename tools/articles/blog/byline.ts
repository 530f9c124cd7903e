/** Who wrote a post, when, and how long it takes to read. */

import { fillWord } from '../../project/fill-word.ts';
import { escapeHtml, tag } from '../../render/html.ts';
import { linkTo, type Surroundings, time } from '../markup.ts';
import type { Post } from '../types.ts';

/** Site path, without extension, of the list of somebody's posts. */
export const authorPath = (login: string): string => `blog/authors/${login.toLowerCase()}`;

/** @param from site path of the page that shows it */
export function byline(post: Post, from: string, surroundings: Surroundings): string {
  const { words } = surroundings;
  const names = post.authors.map((login) => linkTo(from, `${authorPath(login)}.html`, login, { rel: 'author' }));
  const parts = [
    time(post.date, surroundings),
    names.join(escapeHtml(words.separator)),
    tag('span', {}, escapeHtml(fillWord(words.minutes, { n: post.outline.minutes }))),
    post.chosen ? tag('span', { class: 'chosen', title: words.chosenTitle }, escapeHtml(words.chosen)) : '',
  ];
  return tag('p', { class: 'byline', 'data-extra': true }, parts.filter((part) => part !== '').join(' <i>·</i> '));
}

/** Links to the pages of the authors who have one, for the foot of a post. */
export function peopleLinks(authors: readonly string[], from: string, surroundings: Surroundings): readonly string[] {
  return authors.flatMap((login) => {
    const path = surroundings.personPage(login.toLowerCase());
    const text = fillWord(surroundings.words.authorPage, { name: login });
    return path === undefined ? [] : [linkTo(from, `${path}.html`, text)];
  });
}
