/** The start page: docs/index.md, or the built-in one, with what the workspace has to show. */
import { builtInPages } from '../../../.vitepress/pages.ts';
import type { SitePage } from '../../../.vitepress/site.ts';
import { newestFirst } from '../../articles/blog/pages.ts';
import { percent } from '../../progress/html.ts';
import { translatedWords } from '../../progress/progress-pages.ts';
import { type HomeTasks, type HomeVersion, homePage } from '../../render/home-page.ts';
import type { Counts } from '../../status/types.ts';
import { currentVersion } from './inputs.ts';
import { PEOPLE_PAGE } from './people.ts';
import { factsOf } from './progress.ts';
import type { PageMaker, SiteFacts } from './site-facts.ts';
import { siteOptions } from './site-options.ts';

/** How many of each are shown. */
const POSTS = 3;
const QUESTIONS = 6;
const PEOPLE = 12;

export const makeHome: PageMaker = async (_, facts) => {
  const { inputs } = facts;
  const { project, words } = inputs;
  const [builtIn] = builtInPages(siteOptions(inputs, ''));
  const own = inputs.articles.find(({ path }) => path === 'index') ?? builtIn;
  if (!own) return { pages: [], files: [] };
  const { before, opening, rest } = partsOf(own);
  const posts = newestFirst(inputs.posts).slice(0, POSTS);
  const questions = inputs.questions.slice(0, QUESTIONS);
  const people = inputs.ledger.length === 0 ? [] : [...inputs.people.values()].slice(0, PEOPLE);
  const html = homePage({
    opening,
    rest,
    versions: versionsOf(facts),
    tasks: tasksOf(facts),
    posts: posts.map(({ path, title, date, summary }) => ({
      href: `${path}.html`,
      title,
      date,
      ...(summary === undefined ? {} : { summary }),
    })),
    questions: questions.map(({ path, title }) => ({ href: `${path}.html`, title })),
    people: people.map(({ path, login }) => ({ href: `${path}.html`, title: login })),
    more: {
      progress: 'progress/index.html',
      posts: 'blog/index.html',
      questions: 'faq/index.html',
      people: PEOPLE_PAGE,
    },
    words: words.home,
    lang: project.language,
  });
  const structured = (address: (path: string) => string) => ({
    '@type': 'WebSite',
    name: project.title,
    url: address(''),
    inLanguage: project.language,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${address('index.html')}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  });
  return { pages: [{ ...own, structured, html: () => before + html }], files: [] };
};

/** What the workspace wrote, parted before its first section. */
function partsOf(page: SitePage): { readonly before: string; readonly opening: string; readonly rest: string } {
  const html = page.html();
  const [before = ''] = /^<(?:article|div)[^>]*>/.exec(html) ?? [];
  const found = html.search(/<h2|<section|<\/(?:article|div)>/);
  const at = found < 0 ? html.length : found;
  return { before, opening: html.slice(before.length, at), rest: html.slice(at) };
}

function versionsOf(facts: SiteFacts): HomeVersion[] {
  const { project } = facts.inputs;
  return factsOf(facts).map(({ version, release, date, current, words }) => ({
    name: version,
    release,
    date: date?.slice(0, 10),
    current,
    stage: project.versions.find(({ name }) => name === version)?.stage,
    translated: percent(translatedWords(words), words.total),
    reviewed: percent(words.reviewed, words.total),
  }));
}

/** Of the current version. A draft of a program waits for a translation, as what nobody has touched does. */
function tasksOf(facts: SiteFacts): HomeTasks | undefined {
  const version = currentVersion(facts.inputs.project);
  const words: Counts | undefined = factsOf(facts).find((each) => each.version === version)?.words;
  if (!words) return undefined;
  const { untranslated, machine, stale, translated } = words;
  return { version, href: `work/${version}.html`, open: untranslated + machine, stale, unreviewed: translated };
}
