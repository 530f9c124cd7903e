/** What holds of every record of a pull request, whatever it is made of. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathOf } from '../../tools/ledger/names.ts';
import { parseRecord } from '../../tools/ledger/parse.ts';
import { reviewsOf } from '../../tools/ledger/reviews.ts';
import { serializeRecord } from '../../tools/ledger/serialize.ts';
import { validateLedger } from '../../tools/ledger/validate.ts';
import { pullRequestRecord } from '../../tools/review/pull-request-record.ts';
import type { Actor } from '../../tools/review/types.ts';
import { fileOf } from '../ledger/records.ts';
import {
  ada,
  approve,
  bob,
  catalog,
  change,
  commit,
  EVERYBODY,
  eve,
  facts,
  input,
  JAR,
  LID,
  path,
  robot,
  type Said,
  sha,
} from './made.ts';

const who = fc.constantFrom<Actor | undefined>(ada, bob, eve, robot, undefined);
const said = fc.constantFrom<Said>(
  '',
  'abcd',
  'abxd',
  'wxyz',
  { target: 'abcd', machine: true },
  { target: 'ab', was: 'Put.' },
);
const texts = fc.record({ [LID]: said, [JAR]: said });
const trailer = fc.constantFrom(
  'Jars',
  'J\n\nCo-authored-by: E <33+eve@users.noreply.github.com>',
  'J\n\nCo-authored-by: ](x) <a@x>',
);

/** Commits one on the other, reviews of any of them, and the merge of the last. */
const anyInput = fc
  .record({
    author: who,
    states: fc.array(fc.tuple(who, texts, trailer), { minLength: 1, maxLength: 5 }),
    before: texts,
    reviews: fc.array(fc.tuple(who, fc.nat(4), fc.constantFrom('APPROVED' as const, 'CHANGES_REQUESTED' as const)), {
      maxLength: 4,
    }),
    body: fc.constantFrom('', '- [x] m <!-- pgdoc:machine -->', 'pgdoc replace ab xy'),
    title: fc.string({ unit: 'binary' }),
    blog: fc.option(fc.string({ unit: 'binary' }), { nil: undefined }),
  })
  .map(({ author, states, before, reviews, body, title, blog }) => {
    const all = [before, ...states.map(([, text]) => text)];
    const commits = states.map(([by, text, message], at) => ({
      commit: commit(`c${at}`, by, { parents: [sha(at === 0 ? 'main' : `c${at - 1}`)], message }),
      parents: [[change('jars', all[at] as Record<string, Said>, text)]],
    }));
    return input({
      facts: facts({ author, body, title }),
      commits,
      files: [
        change('jars', before, all.at(-1) as Record<string, Said>),
        { path: 'docs/blog/a.md', before: undefined, after: blog },
      ],
      reviews: reviews.map(([by, at, state], id) => approve(id + 1, by, `c${at}`, { state })),
      textsAt: new Map(states.map(([, text], at) => [sha(`c${at}`), new Map([[path('jars'), catalog('jars', text)]])])),
    });
  });

test('every record can be written, is sound, and does not show the order of what it was made of', () => {
  fc.assert(
    fc.property(anyInput, (given) => {
      const { record, notes } = pullRequestRecord(given);
      const turned = pullRequestRecord({
        ...given,
        commits: given.commits.toReversed(),
        reviews: given.reviews.toReversed(),
        files: given.files.toReversed(),
        reviewers: EVERYBODY.toReversed(),
        textsAt: new Map([...given.textsAt].reverse()),
      });
      expect(turned).toEqual({ record, notes });
      const text = serializeRecord(record);
      const { file, findings } = parseRecord(text, pathOf(record));
      expect(findings).toEqual([]);
      expect(serializeRecord(file?.record ?? record)).toBe(text);
      expect(validateLedger([fileOf(record)])).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("nobody's approval makes a text reviewed that they wrote", () => {
  fc.assert(
    fc.property(anyInput, (given) => {
      const { record } = pullRequestRecord(given);
      const reviews = reviewsOf([fileOf(record)]);
      for (const { page, key, target } of record.segments) {
        const found = reviews.of(page, key, target, []);
        if (found) expect(reviews.wrote(found.who.id, page, key, target, [])).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

test('100 pages with 5,000 entries are recorded, each of them', () => {
  const many = Array.from({ length: 100 }, (_, page) => {
    const state = (suffix: string) =>
      Object.fromEntries(
        Array.from({ length: 50 }, (_, at) => [
          `Jar ${at} of shelf ${page} holds plums until winter.`,
          `第 ${at} 罐装着 ${page} 号李子，冬天才开。${suffix}`,
        ]),
      );
    return change(`shelf-${page}`, state(''), state('好'));
  });
  const { segments, approvals } = pullRequestRecord(input({ files: many, reviews: [approve(1, bob, 'head')] })).record;
  expect([segments.length, approvals.length]).toEqual([5000, 1]);
});
