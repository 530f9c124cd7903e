import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditsOf } from '../../tools/ledger/credits.ts';
import { reviewsOf } from '../../tools/ledger/reviews.ts';
import type { LedgerRecord } from '../../tools/ledger/types.ts';
import { ada, anyRecord, approval, bob, day, eve, fileOf, pull, review, segment } from './records.ts';

/** What is told of `page:key:target`, such as `ada translated pr-1`. */
function story(records: readonly LedgerRecord[], text: string, ...same: string[]): string[] {
  const { page, key, target } = segment(text);
  const keys = same.map((each) => each.repeat(10));
  return creditsOf(records.map(fileOf))
    .of(page, key, target, keys)
    .map(({ who, what, record }) => `${who.map(({ login }) => login).join('+')} ${what} ${record}`);
}

const first = pull(1, ada, { segments: [segment('jars:a:1'), segment('jars:b:2')] });
const corrected = pull(2, bob, { segments: [segment('jars:a:3', { action: 'corrected', changed: 0.2 })] });

test('a text is told from its translation to its last correction, whatever the order of files', () => {
  expect(story([first], 'jars:a:1')).toEqual(['ada translated pr-1']);
  for (const records of [
    [first, corrected],
    [corrected, first],
  ])
    expect(story(records, 'jars:a:3')).toEqual(['ada translated pr-1', 'bob corrected pr-2']);
});

test('what came after a text, or was never this text, is not told of it', () => {
  expect(story([first, corrected], 'jars:a:1')).toEqual(['ada translated pr-1']);
  expect(story([first, corrected], 'jars:a:9')).toEqual([]);
  expect(story([first, corrected], 'jars:c:1')).toEqual([]);
});

test('a translation made anew owes nothing to the one before; a draft that was written anew owes to it', () => {
  const anew = pull(3, eve, { segments: [segment('jars:a:4')] });
  expect(story([first, corrected, anew], 'jars:a:4')).toEqual(['eve translated pr-3']);
  const draft = pull(1, ada, { segments: [segment('jars:a:1', { machine: true })] });
  const written = pull(2, bob, { segments: [segment('jars:a:3', { changed: 0.6 })] });
  expect(story([draft, written], 'jars:a:3')).toEqual(['ada drafted pr-1', 'bob translated pr-2']);
});

test('those whose commits made it are named, the author first; programs are not', () => {
  const robot = { id: 99, login: 'pgdoc[bot]' };
  const together = pull(1, robot, {
    coAuthors: [ada, bob, eve],
    segments: [segment('jars:a:1', { by: [33, 22] }), segment('jars:b:2', { by: [99] }), segment('jars:c:3')],
  });
  expect(story([together], 'jars:a:1')).toEqual(['bob+eve translated pr-1']);
  expect(story([together], 'jars:b:2')).toEqual([]);
  expect(story([together], 'jars:c:3')).toEqual(['ada+bob+eve translated pr-1']);
});

test('earlier keys of the same words, and the page that a text was filled from, are looked at too', () => {
  expect(story([first], 'jars:d:1', 'c', 'a')).toEqual(['ada translated pr-1']);
  expect(story([first], 'lids:a:1')).toEqual(['ada translated pr-1']);
  const own = pull(4, eve, { segments: [segment('lids:a:1')] });
  expect(story([first, own], 'lids:a:1')).toEqual(['eve translated pr-4']);
  expect(story([first, own], 'kegs:a:1')).toEqual(['ada translated pr-1']);
});

test('all reviews of a text are told, those of the page before others', () => {
  const records = [
    pull(1, ada, { segments: [segment('jars:a:1')], approvals: [approval(bob), approval(eve, { at: day(2) })] }),
    review(5, bob, ['lids:a:1']),
  ];
  const reviewers = (page: string) =>
    reviewsOf(records.map(fileOf))
      .allOf(page, 'a'.repeat(10), '1'.repeat(10), [])
      .map(({ who, record }) => `${who.login} ${record}`);
  expect(reviewers('jars')).toEqual(['bob pr-1', 'eve pr-1']);
  expect(reviewers('lids')).toEqual(['bob review-5']);
  expect(reviewers('kegs')).toEqual(['bob review-5']);
});

test('whatever stands in the ledger: what is told of a text ends with the text, in time, by people', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyRecord, { selector: (record) => fileOf(record).path, maxLength: 8 }), (records) => {
      const credits = creditsOf(records.map(fileOf));
      for (const record of records) {
        if (record.type !== 'pull-request') continue;
        for (const { page, key, target } of record.segments) {
          const told = credits.of(page, key, target, []);
          expect(credits.has(key)).toBe(true);
          expect(told.map(({ at }) => at)).toEqual(told.map(({ at }) => at).toSorted());
          for (const { who } of told) expect(who.filter(({ login }) => login.endsWith('[bot]'))).toEqual([]);
        }
      }
    }),
  );
});
