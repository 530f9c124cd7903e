/** A person's page: what they did, what it is worth, what they are called, and that nothing written by others does harm. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { peopleSection } from '../../tools/people/index.ts';
import { shown } from '../../tools/points/amounts.ts';
import { ada, anyRecord, approval, bob, eve, fileOf, pull, review, segment } from '../ledger/records.ts';
import { accounts } from '../points/sample.ts';
import { syntheticLedger } from '../points/synthetic.ts';
import { around, factsOf, pagesOf, rowsOf, seen } from './sample.ts';

const RECORDS = [
  pull(
    1,
    { ...ada, login: 'Countess' },
    {
      title: 'Lids <b>first</b>',
      mergedAt: '2025-06-01T00:00:00Z',
      segments: [segment('jars:a:1', { words: 40 }), segment('gone:b:1', { words: 60 })],
      content: [
        { path: 'docs/blog/lids.md', kind: 'blog', words: 400 },
        { path: 'docs/faq/draft.md', kind: 'faq', words: 50 },
      ],
      approvals: [approval(eve, { at: '2025-05-30T00:00:00Z' })],
    },
  ),
  pull(40, ada, { mergedAt: '2026-06-01T00:00:00Z', segments: [segment('jars:c:1', { words: 300 })] }),
  review(60, bob, ['jars:c:1']),
];

test('shows the pages of the manual by words, with a link where the current version has them', () => {
  const html = pagesOf(factsOf(RECORDS)).get('people/ada') ?? '';
  const of2025 = html.slice(html.indexOf('id="y2025"'));
  expect(rowsOf(of2025, 'worked')).toEqual([
    ['Pages of the manual', 'Words translated', 'Words reviewed'],
    ['gone', '60', ''],
    ['Pots', '40', ''],
  ]);
  expect(of2025).toContain('<a href="../docs/3/jars.html" lang="en">Pots</a>');
  expect(of2025).not.toContain('gone.html');
});

test('links to pull requests with number and title, and to what is published of what they wrote', () => {
  const html = pagesOf(factsOf(RECORDS)).get('people/ada') ?? '';
  expect(html).toContain(
    '<a href="https://github.com/example/manual/pull/1">#1 <bdi>Lids &lt;b&gt;first&lt;/b&gt;</bdi></a>',
  );
  expect(html).toContain('<a href="../blog/lids.html" lang="en">On lids</a>');
  expect(html).toContain('<code lang="en">docs/faq/draft.md</code>');
});

test('says level, place, what is missing to the next level, and what they were called before', () => {
  const text = seen(pagesOf(factsOf(RECORDS)).get('people/ada'));
  expect(text).toContain('Contributor · 16.00 points · Place 1 of 3 · Formerly Countess · On GitHub');
  expect(text).toContain('The highest level');
  expect(seen(pagesOf(factsOf(RECORDS)).get('people/bob'))).toContain('9.98 points to Contributor');
});

test('points are explained as the account has them, line by line and text by text', () => {
  const records = syntheticLedger({ pulls: 60, people: 5, years: 1, texts: 6 });
  const pages = pagesOf(factsOf(records));
  for (const { person, lines } of accounts(records)) {
    const html = pages.get(`people/${person.login}`) ?? '';
    const text = seen(html);
    for (const line of lines.toReversed().slice(0, 20)) {
      expect(text).toContain(`${line.record} ${shown(line.points)} ${line.kind} ${line.because}`);
      for (const part of line.parts.length > 1 ? line.parts.slice(0, 3) : [])
        expect(text).toContain(`${shown(part.points)} ${part.because}`);
    }
    const sum = lines.reduce((total, { points }) => total + points, 0);
    expect(text).toContain(`${shown(sum)} points`);
  }
});

test('whoever had the same login is named on both pages, and each has their own', () => {
  const heir = { id: 900, login: 'ada' };
  const pages = pagesOf(factsOf([...RECORDS, pull(400, heir, { segments: [segment('jars:d:1')] })]));
  expect(pages.get('people/ada')).toContain('<a class="person" href="id-11.html">');
  expect(pages.get('people/id-11')).toContain('<a class="person" href="ada.html">');
  expect(seen(pages.get('people/id-11'))).toContain('16.00 points');
});

test('whatever titles, names and addresses records have, pages bear no markup and no script of theirs', () => {
  const nasty = fc.constantFrom(
    '"><script>alert(1)</script>',
    "' onload='x",
    '</title><img src=x>',
    '{{ 1 }}',
    '&lt;b&gt;',
  );
  fc.assert(
    fc.property(
      nasty,
      nasty,
      fc.constantFrom('javascript:alert(1)', 'data:text/html,x', 'https://a.example/"><i>'),
      (login, title, url) => {
        const record = pull(
          1,
          { id: 5, login },
          {
            title,
            url,
            segments: [segment('jars:a:1')],
            content: [{ path: `docs/${title}.md`, kind: 'blog', words: 900 }],
          },
        );
        for (const [path, html] of pagesOf(factsOf([record]))) {
          expect(path).toMatch(/^people\/[a-z0-9-]+$/);
          expect(html).not.toMatch(/<script|<img|<i>|href="(?:javascript|data):/);
          expect(html).not.toMatch(/<[a-z][^>]*\sonload=/);
        }
      },
    ),
  );
});

test('of any ledger, in any order, the pages are the same, and paths are unlike', () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 15 }), (records) => {
      const unique = [...new Map(records.map((record) => [fileOf(record).name, record])).values()];
      const pages = pagesOf(factsOf(unique));
      expect(pages.size).toBe(peopleSection(factsOf(unique), around).pages.length);
      expect([...pagesOf(factsOf(unique.toReversed()))]).toEqual([...pages]);
    }),
    { numRuns: 50 },
  );
});

test('people.json tells the same for programs', () => {
  const { described } = peopleSection(
    factsOf(RECORDS, { offices: [{ office: 'website', ...bob, from: '2025-01', line: 1 }] }),
    around,
  );
  expect(described).toMatchObject({
    until: '2026-06-01T00:00:00Z',
    years: [
      { year: '2026', over: false, best: [bob.id], people: 2 },
      { year: '2025', over: true },
    ],
    people: expect.arrayContaining([
      expect.objectContaining({
        id: ada.id,
        login: 'ada',
        formerly: ['Countess'],
        page: 'people/ada.html',
        words: { translated: 400, reviewed: 0 },
        written: 2,
        pulls: 2,
      }),
      expect.objectContaining({ id: bob.id, offices: ['website'] }),
    ]),
  });
});
