/** All pages of the questions: the list by category, the tags, and a page a question. */

import { fillWord } from '../../project/fill-word.ts';
import { escapeHtml, tag } from '../../render/html.ts';
import type { Intro } from '../blog/pages.ts';
import { linkTo, type Surroundings, way } from '../markup.ts';
import { byTag, type Tagged } from '../tags.ts';
import type { ArticlePage, Question } from '../types.ts';
import { questionPage } from './question-page.ts';

/** By title, in the order of the language. */
export function byTitle(questions: readonly Question[], lang: string): readonly Question[] {
  return questions.toSorted((a, b) => a.title.localeCompare(b.title, lang) || (a.path < b.path ? -1 : 1));
}

/**
 * @param questions by title; at least one
 * @param intro what the workspace says above the list: docs/faq/index.md
 */
export function faqPages(
  questions: readonly Question[],
  intro: Intro | undefined,
  surroundings: Surroundings,
): readonly ArticlePage[] {
  return [
    ...questions.map((question) => questionPage(question, questions, surroundings)),
    indexPage(questions, intro, surroundings),
    ...tagPages(questions, surroundings),
  ];
}

/** A question's first tag is its category; those without any come last. */
function categoriesOf(questions: readonly Question[], { lang, words }: Surroundings): readonly Tagged<Question>[] {
  const first = questions.map((question) => ({ ...question, tags: question.tags.slice(0, 1) }));
  const rest = questions.filter(({ tags }) => tags.length === 0);
  const whole = new Map(questions.map((question) => [question.path, question]));
  const categories = byTag(first, lang).map(({ articles, ...category }) => ({
    ...category,
    articles: articles.map(({ path }) => whole.get(path) as Question),
  }));
  return rest.length === 0 ? categories : [...categories, { slug: '', name: words.other, articles: rest }];
}

function indexPage(questions: readonly Question[], intro: Intro | undefined, surroundings: Surroundings): ArticlePage {
  const { words, titles } = surroundings;
  const path = 'faq/index';
  const title = intro?.title ?? titles.faq;
  const categories = categoriesOf(questions, surroundings);
  const ways = categories.map(
    ({ name, slug, articles }) =>
      `<a href="#${anchor(slug)}">${escapeHtml(name)} <small>${articles.length}</small></a>`,
  );
  const sections = categories.map(({ name, slug, articles }) => {
    const count = `<small>${escapeHtml(fillWord(words.questions, { n: articles.length }))}</small>`;
    const heading = `<h2 id="${anchor(slug)}">${escapeHtml(name)} ${count}</h2>`;
    return tag('section', { class: 'category' }, heading + questionList(articles, path));
  });
  return {
    path,
    title,
    description: words.faqLead,
    html:
      (intro?.html ?? `<h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(words.faqLead)}</p>`) +
      filter(words) +
      tag('nav', { class: 'section-nav', 'aria-label': words.categories }, ways.join(' ')) +
      sections.join('') +
      `<p class="ways">${linkTo(path, 'faq/tags/index.html', words.tags)}</p>`,
    searchable: false,
    structured: (address) => ({
      '@type': 'CollectionPage',
      name: title,
      url: address('faq/index.html'),
      inLanguage: surroundings.lang,
    }),
  };
}

/** Shown by the script that makes it work. */
function filter(words: Surroundings['words']): string {
  return (
    `<div class="question-filter" data-extra hidden><label for="question-filter">${escapeHtml(words.filter)}</label>` +
    `<input id="question-filter" type="search" autocomplete="off" placeholder="${escapeHtml(words.filterHint)}">` +
    `<p role="status" data-none="${escapeHtml(words.filterNone)}" data-count="${escapeHtml(words.questions)}"></p></div>`
  );
}

function questionList(questions: readonly Question[], from: string): string {
  const items = questions.map(({ path, title, versions, tags }) => {
    const about = versions.length === 0 ? '' : ` <small>${escapeHtml(versions.join(' '))}</small>`;
    const words = tags.map(({ name }) => name).join(' ');
    return `<li data-tags="${escapeHtml(words)}">${linkTo(from, `${path}.html`, title)}${about}</li>`;
  });
  return `<ul class="questions">${items.join('')}</ul>`;
}

const anchor = (slug: string): string => escapeHtml(`c-${slug}`);

function tagPages(questions: readonly Question[], surroundings: Surroundings): ArticlePage[] {
  const { words, lang } = surroundings;
  const tags = byTag(questions, lang);
  const page = (path: string, title: string, content: string): ArticlePage => ({
    path,
    title,
    html:
      `<h1>${escapeHtml(title)}</h1>` +
      tag('nav', { class: 'section-nav', 'aria-label': words.faqNav }, nav(path, words)) +
      content,
    searchable: false,
  });
  const all = tags.map(
    ({ slug, name, articles }) =>
      `<li>${linkTo('faq/tags/index', `faq/tags/${slug}.html`, name)} <small>${articles.length}</small></li>`,
  );
  return [
    page('faq/tags/index', words.tags, `<ul class="tag-cloud">${all.join('')}</ul>`),
    ...tags.map(({ slug, name, articles }) => {
      const path = `faq/tags/${slug}`;
      return page(path, fillWord(words.tag, { name }), questionList(articles, path));
    }),
  ];
}

function nav(path: string, words: Surroundings['words']): string {
  const here = path === 'faq/tags/index' ? ' aria-current="page"' : '';
  return `${linkTo(path, 'faq/index.html', words.allQuestions)} <a href="${escapeHtml(way(path, 'faq/tags/index.html'))}"${here}>${escapeHtml(words.tags)}</a>`;
}
