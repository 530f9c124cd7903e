/** What is to do in a version, and what its page says of it. */
import { expect, test } from 'vitest';
import type { Entry } from '../../tools/catalog/types.ts';
import { versionFacts } from '../../tools/progress/facts.ts';
import { NO_PULLS, type OpenPulls } from '../../tools/progress/pulls.ts';
import { versionWork } from '../../tools/progress/work.ts';
import { versionToDo, workIndex } from '../../tools/progress/work-pages.ts';
import { countWords } from '../../tools/segment/words.ts';
import { around, entry, NONE, stale, surveyed } from './made.ts';

const head = { version: '18', release: '18.6', date: undefined, current: true };
const nobody = { has: () => false, of: () => undefined, isMachine: () => false };

const catalogs: Readonly<Record<string, readonly Entry[]>> = {
  fresh: [entry('Rows are kept in drawers.')],
  old: [entry('Locks are new.', '锁。', stale('锁。', 'Locks are old.'))],
  wait: [entry('Read me.', '读我。')],
};
const pages = [
  surveyed('wait', { translated: 2 }),
  surveyed('fresh', { untranslated: 5 }),
  surveyed('old', { stale: 3 }),
  surveyed('done', { reviewed: 9 }),
  surveyed(
    'note',
    {},
    {
      segments: { text: NONE, index: NONE, releaseNotes: { ...NONE, total: 1, untranslated: 1 } },
      noteWords: { ...NONE, total: 4, untranslated: 4 },
    },
  ),
];

function workOf(list = pages) {
  const facts = versionFacts(head, list);
  const work = versionWork({
    facts,
    catalogOf: (page) =>
      catalogs[page] && { path: `translations/zh-CN/sql/${page}.md`, catalog: { page, items: catalogs[page] } },
    textsOf: (page) => catalogs[page]?.map(({ key, source }) => ({ key, words: countWords(source) })) ?? [],
    reviews: nobody,
    circumstances: { waiting: () => undefined, views: new Map() },
  });
  return { facts, work };
}

const links = { guide: undefined, desks: new Set(['sql']), pulls: NO_PULLS };

test('stale pages come first, then untranslated ones, then those that wait for a review; what is done is not listed', () => {
  const { work } = workOf();
  expect(work.parts[0]?.pages.map(({ name }) => name)).toEqual(['old', 'fresh', 'wait']);
  expect(work.best.map(({ name }) => name)).toEqual(['old', 'fresh', 'wait']);
  expect(work.waiting).toEqual({ stale: 3, untranslated: 5, unreviewed: 2 });
  expect(work.parts.map(({ id }) => id)).toEqual(['sql', 'release-notes']);
});

test('a page is edited on GitHub and reviewed at the desk; a pull request on it is named', () => {
  const pulls: OpenPulls = new Map([['old', [{ number: 12, title: '<b>"mine"' }]]]);
  const html = versionToDo(workOf(), { ...links, pulls }, around);
  expect(html).toContain('href="https://github.com/example/manual/edit/main/translations/zh-CN/sql/old.md"');
  expect(html).toContain('href="../desk/sql.html"');
  expect(html).toContain(
    '<a href="https://github.com/example/manual/pull/12" title="&lt;b&gt;&quot;mine&quot;">#12</a>',
  );
  expect(html).toContain('href="../docs/18/old.html"');
});

test('long lists are capped, and say how much more there is and where', () => {
  const many = Array.from({ length: 75 }, (_, at) => surveyed(`page-${at}`, { untranslated: 1 }));
  const html = versionToDo(workOf(many), links, around);
  const part = html.slice(html.indexOf('<details'));
  expect(part.match(/<tr><th scope="row">/g)).toHaveLength(60);
  expect(part).toContain('… and 15 more pages');
  expect(part).toContain('href="../progress/18.html#sql"');
});

test('where nothing is left, the page says so', () => {
  const done = workOf([surveyed('done', { reviewed: 9 })]);
  expect(versionToDo(done, links, around)).toContain('Nothing is left to do here.');
  expect(workIndex([done], links, '', around)).not.toContain('NaN');
});
