/** Posts and questions made in tests, from their Markdown. */

import { englishArticleWords } from '../../tools/articles/article-words.ts';
import type { Surroundings } from '../../tools/articles/markup.ts';
import { readPost } from '../../tools/articles/read-post.ts';
import { readQuestion } from '../../tools/articles/read-question.ts';
import type { Post, Question } from '../../tools/articles/types.ts';
import { renderMarkdown } from '../../tools/render/markdown/index.ts';

export const ORIGIN = 'https://manual.example/pg/';
export const address = (path: string): string => new URL(path, ORIGIN).href;

export const surroundings: Surroundings = {
  lang: 'en',
  words: englishArticleWords,
  titles: { blog: 'Blog', faq: 'Questions' },
  manualTitle: (version, page) =>
    version === '3' && ['locking', 'storage'].includes(page)
      ? { source: `About ${page}`, target: `关于 ${page}` }
      : undefined,
  versions: ['3', '2'],
  current: '3',
  personPage: (login) => (login === 'ada' ? 'people/ada' : undefined),
  editUrl: (file) => `https://github.example/edit/${file}`,
};

export interface Written {
  readonly file?: string;
  /** Lines of the front matter; those that are there already are replaced. */
  readonly matter?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export const postOf = (written: Written) => {
  const matter = { title: 'Drawers', author: 'ada', date: '2026-05-20', ...written.matter };
  return readPost(...source(written.file ?? 'docs/blog/2026-05-20-drawers.md', matter, written.body), pictures);
};

export const questionOf = (written: Written) =>
  readQuestion(
    ...source(written.file ?? 'docs/faq/full.md', { title: 'Is it full?', ...written.matter }, written.body),
  );

/** @throws where it is not sound */
export function post(written: Written): Post {
  const { post: made, findings } = postOf(written);
  if (!made) throw new Error(JSON.stringify(findings));
  return made;
}

/** @throws where it is not sound */
export function question(written: Written): Question {
  const { question: made, findings } = questionOf(written);
  if (!made) throw new Error(JSON.stringify(findings));
  return made;
}

/** A page with these lines and this body; a line of '' is left out. */
function source(file: string, matter: Readonly<Record<string, string>>, body = 'Words.') {
  const lines = Object.entries(matter).flatMap(([key, value]) => (value === '' ? [] : [`${key}: ${value}`]));
  return [file, renderMarkdown(`---\n${lines.join('\n')}\n---\n\n${body}\n`, file)] as const;
}

const pictures = (path: string): string | undefined =>
  path === 'docs/blog/there.png' ? undefined : 'there is no such file';
