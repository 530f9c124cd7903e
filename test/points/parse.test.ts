/** points.yml and offices.yml: what is read, and what is refused, with its line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../tools/failure.ts';
import { fullMonths, officesHeld, parseOffices } from '../../tools/points/offices.ts';
import { parseRules } from '../../tools/points/parse-rules.ts';
import { ada, bob, pull, segment } from '../ledger/records.ts';
import { accounts, RULES } from './sample.ts';

const root = join(import.meta.dirname, '../..');
const ours = readFileSync(join(root, 'translations/points.yml'), 'utf8');

function problemsOf(parse: () => unknown): string {
  try {
    parse();
  } catch (error) {
    if (error instanceof Failure && error.exitCode === 2) return error.message;
    throw error;
  }
  throw new Error('it was accepted');
}

const BARE = 'repeated: { days: 30, reason: not in slices }\n';

test('the rules that come with pgdoc: a page of 1000 words is worth a blog post, and every office and award has its points', () => {
  const rules = parseRules(ours);
  const page = pull(1, ada, { segments: [segment('jars:a:1', { words: 1000 })] });
  const post = pull(2, bob, { content: [{ path: 'docs/blog/lids.md', kind: 'blog', words: 500 }] });
  expect(accounts([page, post], { rules }).map(({ points }) => points)).toEqual([1000, 1000]);
  expect([...rules.awards.keys()]).toEqual(expect.arrayContaining(['wish', 'report', 'suggestion']));
  expect([...rules.offices.keys()]).toEqual(expect.arrayContaining(['translation', 'website']));
  expect(parseOffices(readFileSync(join(root, 'translations/offices.yml'), 'utf8'))).toEqual([]);
});

test('a kind that is left out earns nothing', () => {
  const rules = parseRules(BARE);
  const record = pull(1, ada, {
    segments: [segment('jars:a:1')],
    content: [{ path: 'a.md', kind: 'blog', words: 999 }],
  });
  expect(accounts([record], { rules })).toEqual([]);
});

test('levels and waiting are in order, however they are written', () => {
  const rules = parseRules(`${BARE}levels:\n  - { level: high, from: 10 }\n  - { level: low, from: 0.5 }\n`);
  expect(rules.levels.map(({ level, from }) => [level, from])).toEqual([
    ['low', 50],
    ['high', 1000],
  ]);
  expect(parseRules(RULES).reviews?.waited.map(({ days }) => days)).toEqual([90, 30]);
});

test.each<[string, string, RegExp]>([
  ['no reason', 'awards:\n  wish: { points: 5 }', /^p\.yml:3:\d+: awards\.wish\.reason: the reason expected/],
  ['a reason of one word', 'awards:\n  wish: { points: 5, reason: so }', /:3:\d+: .*in a sentence/],
  ['negative points', 'awards:\n  wish: { points: -5, reason: it takes away }', /:3:\d+: .*points, such as 10/],
  ['points in words', 'awards:\n  wish: { points: 1e9, reason: it is very much }', /:3:\d+: .*points, such as 10/],
  ['three decimals', 'awards:\n  wish: { points: 0.001, reason: too small to see }', /points, such as 10 or 0\.25/],
  ['an unknown action', 'texts:\n  deleted: { per-100-words: 1, reason: it was too long }', /unknown key "deleted"/],
  ['an unknown key', 'textss: {}', /unknown key "textss"; did you mean "texts"/],
  ['a share above 1', 'correctors: { weight: 2, reason: they are better }', /share from 0 to 1/],
  [
    'a division by nothing',
    'reviews: { share: 1/0, all-reviewers: 1/1, reason: who can divide }',
    /fraction such as 1\/3/,
  ],
  ['a share of more than all', 'reviews: { share: 3/2, all-reviewers: 3/1, reason: they are better }', /1 at most/],
  [
    'a cap on awards',
    'caps: [{ kinds: [award], points-per-month: 1, reason: nobody gets much }]',
    /translated, updated/,
  ],
  ['a level twice', 'levels: [{ level: a, from: 1 }, { level: a, from: 2 }]', /a stands here twice/],
  ['two levels from the same', 'levels: [{ level: a, from: 1 }, { level: b, from: 1 }]', /1 stands here twice/],
  [
    'a name that reaches into JavaScript',
    'awards:\n  __proto__: { points: 5, reason: it is everywhere }',
    /lower-case letters and hyphens|unknown/,
  ],
  ['an alias', 'awards: &a\n  wish: { points: 5, reason: better for all }\noffices: *a', /aliases are not used/],
  ['a list', '- texts', /./],
  ['a name with an escape', `levels: [{ level: a, name: "x\\e[31m", from: 1 }]`, /text on one line/],
])('points.yml with %s is refused', (_, text, message) => {
  expect(problemsOf(() => parseRules(`${BARE}${text}\n`, 'p.yml'))).toMatch(message);
});

test('points.yml without days is refused, and all that is wrong is told at once', () => {
  const told = problemsOf(() => parseRules('texts:\n  kept: { per-100-words: x }\nfoo: 1\n', 'p.yml'));
  expect(told.split('\n').map((line) => line.replace(/^(p\.yml:\d+):.*/s, '$1'))).toEqual([
    'p.yml:1',
    'p.yml:2',
    'p.yml:2',
    'p.yml:3',
  ]);
});

test.each<[string, string, RegExp]>([
  [
    'a month that is none',
    '- { office: website, id: 1, login: ada, from: 2026-13 }',
    /^o\.yml:1:\d+: .*a month such as/,
  ],
  ['a day', '- { office: website, id: 1, login: ada, from: 2026-01-01 }', /a month such as/],
  [
    'an end before the start',
    '- { office: website, id: 1, login: ada, from: 2026-02, to: 2026-01 }',
    /2026-01 is before 2026-02/,
  ],
  ['a login that is a path', '- { office: website, id: 1, login: ../x, from: 2026-02 }', /GitHub login/],
  ['no id', '- { office: website, login: ada, from: 2026-02 }', /number/],
  [
    'the same months twice',
    '- { office: website, id: 1, login: ada, from: 2026-02 }\n- { office: website, id: 1, login: ada, from: 2026-09, to: 2026-10 }',
    /^o\.yml:2:\d+: .*in some of these months already/,
  ],
])('offices.yml with %s is refused', (_, text, message) => {
  expect(problemsOf(() => parseOffices(text, 'o.yml'))).toMatch(message);
});

test('who holds an office when', () => {
  const offices = parseOffices(
    '- { office: website, id: 1, login: ada, from: 2026-02, to: 2026-03 }\n- { office: website, id: 1, login: ada, from: 2026-05 }\n',
    'o.yml',
  );
  const held = (at: string) => officesHeld(offices, 1, `${at}-15T00:00:00Z`);
  expect(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2031-01'].map((at) => held(at).length)).toEqual([
    0, 1, 1, 0, 1, 1,
  ]);
  expect(officesHeld(offices, 2, '2026-02-15T00:00:00Z')).toEqual([]);
  expect(offices.map(({ line }) => line)).toEqual([1, 2]);
  const [, second] = offices;
  expect(second && fullMonths(second, '2026-07-31T23:59:59Z')).toEqual(['2026-05', '2026-06', '2026-07']);
});
