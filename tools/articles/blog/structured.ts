/** What search engines are told of a post (schema.org). */
import type { Surroundings } from '../markup.ts';
import type { Post } from '../types.ts';
import { authorPath } from './byline.ts';

export function blogPosting(post: Post, { lang, personPage }: Surroundings, address: (path: string) => string): object {
  const url = address(`${post.path}.html`);
  return {
    '@type': 'BlogPosting',
    headline: post.title,
    url,
    mainEntityOfPage: url,
    datePublished: post.date,
    inLanguage: lang,
    ...(post.summary === undefined ? {} : { description: post.summary }),
    ...(post.cover === undefined ? {} : { image: address(post.cover.path) }),
    ...(post.tags.length === 0 ? {} : { keywords: post.tags.map(({ name }) => name) }),
    author: post.authors.map((login) => ({
      '@type': 'Person',
      name: login,
      url: address(`${personPage(login.toLowerCase()) ?? authorPath(login)}.html`),
    })),
    timeRequired: `PT${post.outline.minutes}M`,
  };
}
