/** The list of everybody: who leads which year, in what order, with which duties; and where nothing is recorded yet. */
import { expect, test } from 'vitest';
import type { Person } from '../../tools/ledger/types.ts';
import { parseOffices } from '../../tools/points/offices.ts';
import { ada, adjust, approval, bob, commit, eve, pull, segment } from '../ledger/records.ts';
import { syntheticLedger } from '../points/synthetic.ts';
import { factsOf, pagesOf, rowsOf, seen } from './sample.ts';

const work = (number: number, who: Person, words: number, at = `2026-02-01T00:00:0${number % 10}Z`) =>
  pull(number, who, { mergedAt: at, segments: [segment(`jars:${(number % 16).toString(16)}:1`, { words })] });

const LEDGER = [
  work(1, ada, 300, '2025-03-01T00:00:00Z'),
  work(2, bob, 300, '2025-04-01T00:00:00Z'),
  pull(3, ada, {
    mergedAt: '2026-05-06T00:00:00Z',
    segments: [segment('jars:3:1', { words: 1200 })],
    approvals: [approval(eve, { at: '2026-05-06T00:00:00Z' })],
  }),
  adjust(1, { at: '2026-05-07T10:00:00Z', by: eve, award: { to: bob, kind: 'wish', count: 1 } }),
];

test('everybody by the points of all years, with the words they translated and reviewed', () => {
  const html = pagesOf(factsOf(LEDGER)).get('people/index');
  expect(rowsOf(html, 'standings')).toEqual([
    ['Place', 'Person', 'Level', 'Points', 'Words translated', 'Words reviewed', 'Pages written'],
    ['1', 'ada', 'Contributor', '15.00', '1,500', '', ''],
    ['2', 'bob', 'Newcomer', '8.00', '300', '', ''],
    ['3', 'eve', 'Newcomer', '4.00', '', '1,200', ''],
  ]);
  expect(seen(html)).toContain('As of 2026-05-07');
});

test('the best of a year have the most points of it; equals share, and a year that goes on is only led', () => {
  const pages = pagesOf(factsOf(LEDGER));
  const html = pages.get('people/index') ?? '';
  expect(seen(html)).toMatch(/Ahead in 2026 so far A ada 12\.00 points/);
  expect(seen(html)).toMatch(/Contributor of 2025 A ada B bob 3\.00 points/);
  expect(html.indexOf('2026 so far')).toBeLessThan(html.indexOf('Contributor of 2025'));
  expect(seen(html)).toContain('Whoever has the most points of a year; who has equally many shares it.');
  expect(rowsOf(pages.get('people/2025'), 'standings').slice(1)).toEqual([
    ['1', 'ada', 'Contributor', '3.00', '15.00', '300', '', ''],
    ['1', 'bob', 'Newcomer', '3.00', '8.00', '300', '', ''],
  ]);
});

test('what was reversed, drafts nobody read, and one’s own approval count for no words', () => {
  const html = pagesOf(
    factsOf([
      work(1, ada, 100, '2026-01-01T00:00:00Z'),
      pull(2, bob, { reverses: ['pr-1'] }),
      pull(3, ada, {
        segments: [segment('jars:3:1', { machine: true }), segment('jars:4:1', { words: 50 })],
        approvals: [approval(ada)],
      }),
      // Again, by the same person: the paragraph counts once.
      pull(4, ada, { segments: [segment('jars:4:2', { words: 50, action: 'corrected', changed: 0.5 })] }),
    ]),
  ).get('people/index');
  const ofAda = rowsOf(html, 'standings').find(([, name]) => name === 'ada');
  expect(ofAda?.slice(-3)).toEqual(['50', '', '']);
});

test('without a ledger the page says how to begin, and shows no table', () => {
  const html = pagesOf(factsOf([])).get('people/index') ?? '';
  expect(html).toContain('href="../guide/translators.html"');
  expect(html).not.toContain('<table');
  expect(html).not.toContain('As of');
});

test('without rules there are people and words, and no points', () => {
  const pages = pagesOf(factsOf(LEDGER, { rules: undefined }));
  expect(rowsOf(pages.get('people/index'), 'standings').slice(0, 2)).toEqual([
    ['Person', 'Words translated', 'Words reviewed', 'Pages written'],
    ['ada', '1,500', '', ''],
  ]);
  for (const html of pages.values()) expect(seen(html)).not.toMatch(/points/i);
});

test('offices name who holds them, who held them, and reviewers their folders', () => {
  const offices = parseOffices(`
- { office: website, id: ${bob.id}, login: bob, from: 2025-01, to: 2026-04 }
- { office: website, id: ${eve.id}, login: eve, from: 2026-05 }
- { office: tea, id: 77, login: new-hand, from: 2026-06 }
`);
  const reviewers = [{ ...ada, folders: ['sql', 'front'] }];
  const pages = pagesOf(factsOf(LEDGER, { offices, reviewers }));
  const text = seen(pages.get('people/index'));
  expect(text).toMatch(/Website E eve since 2026-05 Earlier B bob 2025-01 to 2026-04/);
  expect(text).toMatch(/tea N new-hand from 2026-06/);
  expect(text).toMatch(/Reviewers They may approve translations\. A ada sql, front/);
  expect(seen(pages.get('people/new-hand'))).toContain('Nothing of theirs is recorded yet');
});

test('imported translations name their people; what is hostile in them is text', () => {
  const origin = {
    id: 'old',
    name: '<i>Old</i>',
    url: 'javascript:alert(1)',
    commit,
    licence: 'PostgreSQL',
    method: undefined,
    people: ['A. Name', '<script>x</script>'],
    pages: 12,
  };
  const html = pagesOf(factsOf([], { origins: [origin] })).get('people/index') ?? '';
  expect(seen(html)).toContain('<i>Old</i> A. Name , <script>x</script>');
  expect(html).not.toMatch(/<script|<i>|javascript:/);
  expect(seen(html)).toContain('Licence: PostgreSQL · Text on 12 pages · State c0ffee000000');
});

test('400 people and 5,000 records are a list of many pages, none of them large', () => {
  const records = syntheticLedger({ pulls: 3900, people: 400, years: 3, texts: 14 });
  expect(records.length).toBeGreaterThan(5000);
  const facts = factsOf(records);
  const pages = pagesOf(facts);
  expect([...pages].filter(([, html]) => html.length > 150_000).map(([path]) => path)).toEqual([]);
  expect(rowsOf(pages.get('people/index'), 'standings')).toHaveLength(101);
  expect(pages.has('people/4')).toBe(true);
  expect(pages.has('people/2024-2')).toBe(true);
  const all = ['index', '2', '3', '4'].flatMap((name) => rowsOf(pages.get(`people/${name}`), 'standings').slice(1));
  expect(new Set(all.map(([, name]) => name)).size).toBe(all.length);
});
