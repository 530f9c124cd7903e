import { expect, test } from 'vitest';
import { type Home, homePage } from '../../tools/render/home-page.ts';
import { englishHomeWords } from '../../tools/render/home-words.ts';

const nothing: Home = {
  opening: '<h1>Drawers</h1>',
  rest: '<h2>How it reads</h2>',
  versions: [],
  tasks: undefined,
  posts: [],
  questions: [],
  people: [],
  more: { progress: 'progress/index.html', posts: 'blog/index.html' },
  words: englishHomeWords,
  lang: 'en',
};
const version = (name: string, more: object = {}) => ({
  name,
  release: `${name}.2`,
  date: '2026-05-11',
  current: false,
  stage: undefined,
  translated: 62,
  reviewed: 15,
  ...more,
});

test('with nothing to show there is what the workspace says, and no empty section or link', () => {
  const html = homePage(nothing);
  expect(html).toContain('<h1>Drawers</h1>');
  expect(html.indexOf('Drawers')).toBeLessThan(html.indexOf('How it reads'));
  expect(html).not.toMatch(/<section|<a /);
});

test('the way in leads to the current version, wherever it stands in the list; each version says how far it is', () => {
  const versions = [
    version('19', { stage: 'beta' }),
    version('18', { current: true }),
    version('13', { stage: 'unsupported' }),
  ];
  const html = homePage({ ...nothing, versions });
  expect(html).toContain('<a class="button" href="docs/18/index.html">');
  expect(html).toMatch(/PostgreSQL 19<\/a> <small>not released yet</);
  expect(html).toMatch(/PostgreSQL 18<\/a> <small>current</);
  expect(html).toMatch(/PostgreSQL 13<\/a> <small>no longer supported</);
  expect(html).toContain('62% translated, 15% reviewed');
  expect(html).toContain('<a href="progress/index.html">');
});

test('what is to do is what is left; a version that is done asks for nothing', () => {
  const tasks = { version: '18', href: 'work/18.html', open: 1200, stale: 0, unreviewed: 7 };
  const html = homePage({ ...nothing, tasks });
  expect(html).toContain('<strong>1,200</strong> words of version 18 wait for a translation');
  expect(html).toContain('<strong>7</strong> words wait for a second pair of eyes');
  expect(html).not.toContain('changed in English');
  expect(homePage({ ...nothing, tasks: { ...tasks, open: 0, unreviewed: 0 } })).not.toContain('<section');
});

test('titles, summaries and names of people are text', () => {
  const nasty = '<img src=x onerror=alert(1)>"';
  const html = homePage({
    ...nothing,
    posts: [{ title: nasty, href: 'blog/a.html', date: '2026-06-11', summary: nasty }],
    people: [{ title: nasty, href: 'people/a.html' }],
  });
  expect(html).not.toContain('<img');
  expect(html.split('&lt;img')).toHaveLength(4);
  expect(html).toContain('<a href="blog/index.html">All posts</a>');
});
