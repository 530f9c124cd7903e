import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentChanges } from '../../tools/review/changes.ts';
import { changedShare } from '../../tools/review/changes-share.ts';
import { catalog, change, hash, JAR, jar, KEG, keg, LID, lid, path, type Said } from './made.ts';

const draft = (target: string) => ({ target, machine: true as const });
const stale = (target: string) => ({ target, was: 'Put a lid on.' });

const only = (before: Said, after: Said) =>
  segmentChanges([change('jars', { [LID]: before }, { [LID]: after })]).changes;

test.each<[string, Said, Said, object]>([
  ['a new text', '', 'abc', { from: 'untranslated', to: 'translated', action: 'translated' }],
  ['a draft written anew', draft('abcd'), 'abxd', { from: 'machine', action: 'translated', changed: 0.25 }],
  ['a stale text mended', stale('abc'), 'abd', { from: 'stale', action: 'updated', oldSource: 'Put a lid on.' }],
  ['a correction', 'abcde', 'abcd', { from: 'translated', action: 'corrected', changed: 0.2 }],
  ['a draft that was read', draft('abc'), 'abc', { from: 'machine', to: 'translated', action: 'kept' }],
  ['a stale text that is still valid', stale('abc'), 'abc', { from: 'stale', action: 'kept' }],
  ['a stale text drafted anew', stale('abc'), draft('abd'), { to: 'machine', action: undefined }],
  ['a new draft', '', draft('abc'), { to: 'machine', action: undefined }],
  ['a text taken out', 'abc', '', { to: 'untranslated', action: undefined, new: '' }],
  ['a text called a draft afterwards', 'abc', draft('abc'), { from: 'translated', to: 'machine', action: undefined }],
])('%s', (_, before, after, expected) => {
  expect(only(before, after)).toEqual([expect.objectContaining(expected)]);
});

test('a flag that had lapsed speaks again when its text comes back', () => {
  const flagged = catalog('jars', { [LID]: draft('abc') });
  const mended = flagged.replace(/^abc$/m, 'abd');
  const [lapsed] = segmentChanges([{ path: path('jars'), before: flagged, after: mended }]).changes;
  expect(lapsed).toMatchObject({ from: 'machine', to: 'translated', action: 'translated' });
  const [back] = segmentChanges([{ path: path('jars'), before: mended, after: flagged }]).changes;
  expect(back).toMatchObject({ from: 'translated', to: 'machine', action: undefined });
});

test('what hashes do not see is no change, nor is a flag that had lapsed already', () => {
  expect(only('one\ntwo', 'one two')).toEqual([]);
  expect(only({ target: 'e\u0301' }, '\u00e9')).toEqual([]);
  const lapsed = catalog('jars', { [LID]: draft('abc') }).replace(/^abc$/m, 'abd');
  expect(
    segmentChanges([{ path: path('jars'), before: lapsed, after: catalog('jars', { [LID]: 'abd' }) }]).changes,
  ).toEqual([]);
});

test('a change names its text, its place and the words of its English', () => {
  const [first, second] = segmentChanges([
    change('jars', { [LID]: '', [JAR]: 'b' }, { [LID]: 'a', [JAR]: '' }),
  ]).changes.toSorted((a, b) => a.line - b.line);
  expect(first).toMatchObject({
    page: 'jars',
    key: lid,
    target: hash('a'),
    line: 5,
    words: 6,
    source: LID,
    file: path('jars'),
  });
  expect(second).toMatchObject({ key: jar, target: hash(''), line: 7, words: 4, old: 'b' });
});

test('forerunners are those that main knew, whatever the change says of them', () => {
  const [forged] = segmentChanges([
    change('jars', { [LID]: { target: 'a', same: [keg] } }, { [LID]: { target: 'b', same: [jar, keg] } }),
  ]).changes;
  expect(forged?.same).toEqual([keg]);
});

test('a catalog in another folder is the same page', () => {
  const { changes, added, removed } = segmentChanges([
    { path: path('jars', 'sql'), before: catalog('jars', { [LID]: 'a', [JAR]: 'b' }), after: undefined },
    { path: path('jars', 'admin'), before: undefined, after: catalog('jars', { [LID]: 'a', [JAR]: 'c' }) },
  ]);
  expect(changes).toMatchObject([{ key: jar, file: path('jars', 'admin'), action: 'corrected' }]);
  expect([added, removed]).toEqual([[], []]);
});

test('entries that come and go are told apart from changes', () => {
  const { changes, added, removed } = segmentChanges([
    change('jars', { [LID]: 'a', [JAR]: 'b' }, { [LID]: 'a', [KEG]: 'c' }),
    { path: path('kegs'), before: undefined, after: catalog('kegs', { [KEG]: 'c' }) },
    { path: path('lids'), before: catalog('lids', { [LID]: 'a' }), after: undefined },
  ]);
  expect(changes).toEqual([]);
  expect(added).toEqual([
    { page: 'jars', key: keg, file: path('jars') },
    { page: 'kegs', key: keg, file: path('kegs') },
  ]);
  expect(removed).toEqual([
    { page: 'jars', key: jar, file: path('jars') },
    { page: 'lids', key: lid, file: path('lids') },
  ]);
});

test('an entry that is broken neither came nor went; to mend it earns nothing', () => {
  const sound = catalog('jars', { [LID]: 'a', [JAR]: 'b' });
  const broken = sound.replace(JAR, `${JAR} now`);
  const damage = segmentChanges([{ path: path('jars'), before: sound, after: broken }]);
  expect(damage).toMatchObject({ changes: [], added: [], removed: [] });
  expect(damage.findings).toMatchObject([{ rule: 'catalog/source-changed', key: jar, file: path('jars') }]);
  const mended = segmentChanges([{ path: path('jars'), before: broken, after: sound }]);
  expect(mended).toMatchObject({ changes: [{ key: jar, action: undefined }], added: [], removed: [], findings: [] });
});

test('files that are no catalogs are passed over, and two catalogs of a page are told', () => {
  const text = catalog('jars', { [LID]: 'a' });
  expect(
    segmentChanges([
      { path: 'docs/blog/jars.md', before: undefined, after: text },
      { path: 'translations/xx/glossary.yml', before: '', after: 'x' },
      { path: 'translations/xx/sql/../jars.md', before: undefined, after: text },
    ]),
  ).toEqual({ changes: [], added: [], removed: [], findings: [] });
  const twins = ['admin', 'sql'].map((folder) => ({ path: path('jars', folder), before: text, after: `${text}\n` }));
  expect(segmentChanges(twins).findings).toMatchObject([{ rule: 'catalog/twin', file: path('jars', 'sql') }]);
});

test('the order of files means nothing, and what changes back is the same the other way', () => {
  const said = fc.constantFrom<Said>('', 'abc', 'abd', draft('abc'), stale('abc'));
  const texts = fc.record({ [LID]: said, [JAR]: said });
  const files = fc
    .tuple(texts, texts, texts, texts)
    .map(([a, b, c, d]) => [change('jars', a, b), change('kegs', c, d)]);
  fc.assert(
    fc.property(files, (all) => {
      const told = segmentChanges(all);
      expect(segmentChanges(all.toReversed())).toEqual(told);
      const back = segmentChanges(all.map((file) => ({ ...file, before: file.after, after: file.before })));
      expect(back.changes.map(({ page, key, from, to }) => [page, key, to, from])).toEqual(
        told.changes.map(({ page, key, from, to }) => [page, key, from, to]),
      );
    }),
  );
});

test('the changed share is edits over the longer length', () => {
  expect(changedShare('', 'abc')).toBe(1);
  expect(changedShare('abcd', 'abxd')).toBe(0.25);
  expect(changedShare('abcdefgh', 'abcd')).toBe(0.5);
  expect(changedShare('abc', 'xyz')).toBe(1);
  expect(changedShare('one\ntwo', 'one two')).toBe(0);
  expect(changedShare('x'.repeat(1000), `${'x'.repeat(999)}y`)).toBe(0.01);
});

/** What grows with the square of the text's length would not end before the test does. */
test('long texts are measured too, and a share stays a share', () => {
  const long = Array.from({ length: 100_000 }, (_, at) => String.fromCharCode(97 + (((at * 7919) % 1009) % 26))).join(
    '',
  );
  expect(changedShare(long, [...long].reverse().join(''))).toBeGreaterThan(0.3);
  expect(changedShare(long, `${long}x`)).toBe(0.01);
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const share = changedShare(a, b);
      expect(share).toBe(changedShare(b, a));
      expect(share).toBe(Math.round(share * 100) / 100);
      expect(share === 0).toBe(hash(a) === hash(b));
      expect(share).toBeLessThanOrEqual(1);
    }),
  );
});

test('100 pages with 5,000 entries changed: each is found', () => {
  const files = Array.from({ length: 100 }, (_, page) => {
    const texts = (suffix: string) =>
      Object.fromEntries(
        Array.from({ length: 50 }, (_, at) => [
          `Jar ${at} of shelf ${page} holds plums, and nobody opens it before the first snow has fallen.`,
          `第 ${at} 罐在 ${page} 号架上，装着李子，下第一场雪之前谁也不打开它。${suffix}`,
        ]),
      );
    return change(`shelf-${page}`, texts(''), texts('好'));
  });
  expect(segmentChanges(files).changes).toHaveLength(5000);
});
