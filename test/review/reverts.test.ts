import { expect, test } from 'vitest';
import { claimedReverts, restoredBy } from '../../tools/review/reverts.ts';
import { fileOf, ada as person, pull } from '../ledger/records.ts';
import { catalog, change, JAR, jar, LID, lid, path, type Said, sha } from './made.ts';

const ledger = [pull(1, person, { mergeCommit: sha('1') }), pull(12, person, { mergeCommit: sha('12') })].map(fileOf);
const claimed = (...texts: string[]) => claimedReverts(texts, 'Example/Manual', ledger).map(({ number }) => number);

test('a claim is a sentence that GitHub or git writes', () => {
  expect(claimed('Reverts example/manual#12')).toEqual([12]);
  expect(claimed('Reverts #12', 'reverts #1')).toEqual([1, 12]);
  expect(claimed(`Revert "Jars"\n\nThis reverts commit ${sha('12')}, reversing\nchanges made to ${sha('1')}.`)).toEqual(
    [12],
  );
  expect(claimed(`This reverts commit ${sha('12').slice(0, 12)}.`)).toEqual([12]);
  expect(
    claimed('Reverts other/manual#12', 'Reverts #13', 'This reverts commit 31', 'See #12', 'Irreverts #1'),
  ).toEqual([]);
});

const page = (before: Record<string, Said>, after: Record<string, Said>) => [change('jars', before, after)];
const original = page({ [LID]: '', [JAR]: 'B' }, { [LID]: 'A', [JAR]: 'B2' });

test('all of it is as it was before', () => {
  expect(restoredBy(original, page({ [LID]: 'A', [JAR]: 'B2' }, { [LID]: '', [JAR]: 'B' }))).toEqual(
    [`jars:${lid}`, `jars:${jar}`].sort(),
  );
});

test('a part of it is no revert', () => {
  expect(restoredBy(original, page({ [LID]: 'A', [JAR]: 'B2' }, { [LID]: '', [JAR]: 'B2' }))).toBeUndefined();
  expect(restoredBy(original, page({ [LID]: 'A', [JAR]: 'B2' }, { [LID]: '', [JAR]: 'B3' }))).toBeUndefined();
});

test('what others have changed since need not be taken back; if that is all of it, nothing is', () => {
  expect(restoredBy(original, page({ [LID]: 'A', [JAR]: 'B9' }, { [LID]: '', [JAR]: 'B9' }))).toEqual([`jars:${lid}`]);
  expect(restoredBy(original, page({ [LID]: 'A9', [JAR]: 'B9' }, { [LID]: 'A', [JAR]: 'B' }))).toBeUndefined();
  expect(restoredBy(original, [])).toBeUndefined();
});

test('a flag that was lifted is set again, in a catalog that has moved', () => {
  const stale = { target: 'A', was: 'Put it on.' };
  const lifted = page({ [LID]: stale }, { [LID]: 'A' });
  const moved = (texts: Record<string, Said>) => ({ path: path('jars', 'admin'), text: catalog('jars', texts) });
  const now = (after: Said) => [
    { path: path('jars'), before: undefined, after: undefined },
    { path: path('jars', 'admin'), before: moved({ [LID]: 'A' }).text, after: moved({ [LID]: after }).text },
  ];
  expect(restoredBy(lifted, now(stale))).toEqual([`jars:${lid}`]);
  expect(restoredBy(lifted, now('A'))).toBeUndefined();
});

test('a post that is deleted again', () => {
  const blog = { path: 'docs/blog/jars.md', before: undefined, after: '# Jars\n' };
  const gone = { path: blog.path, before: blog.after, after: undefined };
  expect(restoredBy([blog], [gone])).toEqual(['docs/blog/jars.md']);
  expect(
    restoredBy(
      [...original, blog],
      [...page({ [LID]: 'A', [JAR]: 'B2' }, { [LID]: '', [JAR]: 'B' }), { ...gone, after: '# Lids\n' }],
    ),
  ).toBeUndefined();
});
