/** Content, replacements, awards, offices: each rule by an example that was reckoned by hand. */
import { expect, test } from 'vitest';
import type { ContentRecord, PullRequestRecord } from '../../tools/ledger/types.ts';
import { parseOffices } from '../../tools/points/offices.ts';
import { ada, adjust, approval, bob, day, eve, pull, segment } from '../ledger/records.ts';
import { accounts, linesOf, mia, robot, told, totals } from './sample.ts';

const post = (more: Partial<ContentRecord> = {}): ContentRecord => ({
  path: 'docs/blog/lids.md',
  kind: 'blog',
  words: 400,
  ...more,
});
const posted = (at: number, more: Partial<ContentRecord> = {}, record: Partial<PullRequestRecord> = {}) =>
  pull(at, ada, { content: [post(more)], ...record });

test('content is worth a flat award, shared by its authors', () => {
  expect(told(ada, posted(1))).toEqual(['pr-1 content 1000: docs/blog/lids.md: 10.00 (blog)']);
  expect(totals(posted(1, {}, { coAuthors: [bob, eve] }))).toEqual({ ada: 334, bob: 333, eve: 333 });
});

test('a path is paid once, a post that is too short not at all, a kind that no rule names neither', () => {
  expect(totals(posted(1), pull(2, bob, { content: [post()] }))).toEqual({ ada: 1000, bob: 0 });
  expect(told(ada, posted(1, { words: 299 }))).toEqual([
    'pr-1 content 0: docs/blog/lids.md: blog of fewer than 300 words: nothing',
  ]);
  expect(totals(posted(1, { words: 299 }), posted(2))).toEqual({ ada: 1000 });
  expect(totals(posted(1, { kind: 'other' }))).toEqual({});
});

test('a chosen post is worth 50 in all, and what is chosen later goes to whoever wrote it', () => {
  expect(totals(posted(1, { chosen: true }))).toEqual({ ada: 5000 });
  const choice = pull(2, eve, { content: [post({ chosen: true })] });
  expect(totals(posted(1), choice)).toEqual({ ada: 5000 });
  expect(told(ada, posted(1), choice)[1]).toBe(
    'pr-2 content 4000: docs/blog/lids.md: 50.00 (blog, chosen), less 10.00 paid before',
  );
  expect(totals(posted(1), adjust(1, { reverses: 'pr-1' }))).toEqual({});
});

const replacement = { old: 'jar', new: 'pot', places: 6 };
const replaced = (at: number, more: Partial<PullRequestRecord> = {}) =>
  pull(at, ada, {
    replacement,
    segments: [segment('jars:a:1', { words: 900, action: 'corrected', changed: 0.2 })],
    ...more,
  });

test('a proved replacement is one award instead of its texts, and a third of it for who reviewed', () => {
  const record = replaced(1, { approvals: [approval(bob), approval(eve), approval(mia)] });
  expect(totals(record)).toEqual({ ada: 300, bob: 100, eve: 100, mia: 0 });
  expect(told(ada, record)).toEqual(['pr-1 replacement 300: replacement: 3.00 for 6 places']);
  expect(totals(replaced(1, { replacement: { ...replacement, places: 4 } }))).toEqual({ ada: 0 });
});

test('to replace the new words by the old ones again is worth nothing', () => {
  const back = replaced(200, { author: bob, replacement: { old: 'pot', new: 'jar', places: 6 } });
  expect(totals(replaced(1), back)).toEqual({ ada: 300, bob: 0 });
});

test('awards count by kind; they can be taken back, in part or whole', () => {
  const given = adjust(1, { award: { to: ada, kind: 'wish', count: 2 }, reason: 'Two wishes came true.' });
  const less = adjust(2, { award: { to: ada, kind: 'wish', count: -1 }, reason: 'One did not.' });
  expect(told(ada, given, less)).toEqual([
    'adjust-1 award 1000: wish: 2 x 5.00: Two wishes came true.',
    'adjust-2 award -500: wish: -1 x 5.00: One did not.',
  ]);
  expect(totals(given, adjust(2, { reverses: 'adjust-1' }))).toEqual({});
});

test.each([
  ['of a kind that the rules do not name', ada, 'medal'],
  ['of a kind that JavaScript knows', ada, 'constructor'],
  ['to oneself', eve, 'wish'],
  ['to a program', robot, 'wish'],
])('an award %s earns nothing', (_, to, kind) => {
  expect(totals(adjust(1, { award: { to, kind, count: 1 } }))).toEqual({});
});

const offices = (text: string) => parseOffices(text, 'offices.yml');

test('an office earns for each full month, until now, by year', () => {
  const list = offices('- { office: website, id: 11, login: ada, from: 2025-11, to: 2026-02 }');
  const at = (until: string) => accounts([], { offices: list, until })[0];
  expect(at('2025-11-30T23:59:58Z')).toBeUndefined();
  expect(at('2025-11-30T23:59:59Z')?.points).toBe(1000);
  const whole = at('2030-01-01T00:00:00Z');
  expect(whole?.lines.map((line) => [line.at, line.record, line.points, line.because])).toEqual([
    ['2025-12-31T23:59:59Z', 'offices.yml', 2000, '2 x (10.00 a month (website))'],
    ['2026-02-28T23:59:59Z', 'offices.yml', 2000, '2 x (10.00 a month (website))'],
  ]);
  expect(whole?.lines[0]?.parts.map(({ what }) => what)).toEqual(['2025-11', '2025-12']);
});

test('an office without an end goes on; one that the rules do not name earns nothing', () => {
  const list = offices(
    '- { office: website, id: 11, login: ada, from: 2026-01 }\n- { office: cellar, id: 22, login: bob, from: 2026-01 }',
  );
  const all = accounts([], { offices: list, until: day(100) });
  expect(all.map(({ person, points }) => [person.login, points])).toEqual([['ada', 3000]]);
});

test('people who hold an office are called what the ledger calls them', () => {
  const list = offices('- { office: website, id: 11, login: ada-of-old, from: 2026-01 }');
  expect(accounts([posted(1)], { offices: list, until: day(100) })[0]?.person).toEqual(ada);
  expect(linesOf(ada, posted(1))).toHaveLength(1);
});
