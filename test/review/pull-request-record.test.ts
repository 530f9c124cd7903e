import { expect, test } from 'vitest';
import { pathOf } from '../../tools/ledger/names.ts';
import { parseRecord } from '../../tools/ledger/parse.ts';
import { serializeRecord } from '../../tools/ledger/serialize.ts';
import { pullRequestRecord } from '../../tools/review/pull-request-record.ts';
import type { PullRequestInput } from '../../tools/review/pull-request-record-types.ts';
import type { CommitFacts } from '../../tools/review/types.ts';
import {
  ada,
  approve,
  bob,
  catalog,
  change,
  commit,
  day,
  facts,
  hash,
  input,
  JAR,
  jar,
  KEG,
  LID,
  lid,
  path,
  robot,
  type Said,
  sha,
} from './made.ts';

const recorded = (more: Partial<PullRequestInput>) => pullRequestRecord(input(more)).record;
const files = [change('jars', { [LID]: '', [JAR]: 'abcd' }, { [LID]: 'A', [JAR]: 'abxd' })];

test('a pull request with its texts and an approval of them', () => {
  expect(
    pullRequestRecord(
      input({ files, reviewers: [{ login: 'bob', id: 22, folders: ['sql'] }], reviews: [approve(5, bob, 'head')] }),
    ),
  ).toEqual({
    record: {
      type: 'pull-request',
      number: 7,
      url: 'https://github.com/example/manual/pull/7',
      title: 'Jars',
      mergeCommit: sha('merge'),
      mergedAt: day(20),
      author: { login: 'ada', id: 11 },
      coAuthors: [],
      approvals: [{ login: 'bob', id: 22, at: day(5), commit: sha('head'), entitledBy: 'sql' }],
      segments: [
        { page: 'jars', key: lid, target: hash('A'), action: 'translated', words: 6 },
        { page: 'jars', key: jar, target: hash('abxd'), action: 'corrected', words: 4, changed: 0.25 },
      ].sort((a, b) => (a.key < b.key ? -1 : 1)),
      content: [],
    },
    notes: [],
  });
});

test("a reviewer's own pull request names the text that a correction replaced; a stranger's does not", () => {
  const correction = (reviewers: PullRequestInput['reviewers']) =>
    recorded({ files, reviewers }).segments.find(({ key }) => key === jar)?.replaces;
  expect(correction([{ login: 'ada', id: 11, folders: ['sql'] }])).toBe(hash('abcd'));
  expect(correction([{ login: 'ada', id: 11, folders: ['admin'] }])).toBeUndefined();
});

test('who made which text is told where it was not everybody', () => {
  const [one] = [change('jars', { [LID]: '', [JAR]: 'abcd' }, { [LID]: 'A', [JAR]: 'abcd' })];
  const two = change('jars', { [LID]: 'A', [JAR]: 'abcd' }, { [LID]: 'A', [JAR]: 'abxd' });
  const record = recorded({
    files,
    commits: [
      { commit: commit('two', bob, { parents: [sha('one')] }), parents: [[two]] },
      { commit: commit('one', ada), parents: [[one as typeof two]] },
    ],
  });
  expect(record.coAuthors).toEqual([{ login: 'bob', id: 22 }]);
  expect(record.segments.map(({ key, by, replaces }) => [key, by, replaces]).sort()).toEqual(
    [
      [lid, [11], undefined],
      [jar, [22], hash('abcd')],
    ].sort(),
  );
});

test('a correction in the name of a reviewer does not carry what they reviewed on, unless it is proved to be theirs', () => {
  const correction = change('jars', { [JAR]: 'abcd' }, { [JAR]: 'abxd' });
  const replaces = (by: CommitFacts, opener = ada) =>
    recorded({
      facts: facts({ author: opener }),
      files: [correction],
      commits: [{ commit: by, parents: [[correction]] }],
      reviewers: [{ login: 'bob', id: 22, folders: ['sql'] }],
    }).segments[0]?.replaces;
  const message = 'Jars\n\nCo-authored-by: Bob <22+bob@users.noreply.github.com>';
  expect(replaces(commit('c', bob))).toBe(hash('abcd'));
  expect(replaces(commit('c', bob, { isProved: false }))).toBeUndefined();
  expect(replaces(commit('c', bob, { isProved: false }), bob)).toBe(hash('abcd'));
  expect(replaces(commit('c', robot, { message }))).toBeUndefined();
  expect(replaces(commit('c', robot, { message, isProved: false }), robot)).toBe(hash('abcd'));
});

test('who may review is decided by the folder that the page stood in', () => {
  const move = [
    { path: path('jars', 'sql'), before: catalog('jars', { [JAR]: '' }), after: undefined },
    { path: path('jars', 'admin'), before: undefined, after: catalog('jars', { [JAR]: 'A' }) },
  ];
  const texts = new Map([[path('jars', 'admin'), catalog('jars', { [JAR]: 'A' })]]);
  const entitled = (folder: string) =>
    recorded({
      files: move,
      reviews: [approve(5, bob, 'head')],
      textsAt: new Map([[sha('head'), texts]]),
      reviewers: [{ login: 'bob', id: 22, folders: [folder] }],
    }).approvals.map(({ entitledBy }) => entitledBy);
  expect([entitled('admin'), entitled('sql')]).toEqual([[], ['sql']]);
});

test('sync and import are recorded without texts, and approving them reviews nothing', () => {
  const reviews = [approve(5, bob, 'head')];
  for (const more of [
    { path: 'translations/upstream.lock.yml', before: 'a', after: 'b' },
    { path: 'translations/xx/origins.yml', before: undefined, after: 'b' },
    change('kegs', {}, { [KEG]: '' }),
    change('kegs', { [KEG]: '', [LID]: '' }, { [KEG]: '' }),
  ]) {
    const { record, notes } = pullRequestRecord(input({ files: [...files, more], reviews }));
    expect(record).toMatchObject({ segments: [], approvals: [] });
    expect(notes).toEqual([expect.stringContaining('recorded without texts')]);
  }
});

test('a draft that nobody has read is recorded as one: by its flag, or by the boxes of the template', () => {
  const machine = (after: Said, body = '') =>
    recorded({ files: [change('jars', { [LID]: '' }, { [LID]: after })], facts: facts({ body }) }).segments.map(
      ({ action, machine: unread }) => [action, unread],
    );
  const boxes = (used: string, read: string) =>
    `- [${used}] By a machine? <!-- pgdoc:machine -->\r\n- [${read}] All read? <!-- pgdoc:read -->\r\n`;
  expect(machine({ target: 'A', machine: true })).toEqual([['translated', true]]);
  expect(machine('A', boxes('x', ' '))).toEqual([['translated', true]]);
  expect(machine('A', boxes('X', 'x'))).toEqual([['translated', undefined]]);
  expect(machine('A', boxes(' ', ' '))).toEqual([['translated', undefined]]);
  expect(machine('A', `${boxes('x', ' ')}${boxes('x', 'x')}`)).toEqual([['translated', true]]);
  expect(machine('A', 'No boxes: [x] <!-- pgdoc:machine --> here')).toEqual([['translated', undefined]]);
});

test("a program's own text is a draft, and a suggestion's is its reader's", () => {
  const message = 'Lid\n\nCo-authored-by: Eve <33+eve@users.noreply.github.com>\n';
  const one = [change('jars', { [LID]: '' }, { [LID]: 'A' })];
  const by = (text: string) =>
    recorded({
      files: one,
      facts: facts({ author: robot }),
      commits: [{ commit: commit('head', robot, { message: text }), parents: [one] }],
    });
  expect(by(message)).toMatchObject({ author: { id: 99 }, coAuthors: [{ id: 33 }], segments: [{ by: [33] }] });
  expect(by(message).segments[0]).not.toHaveProperty('machine');
  expect(by('Lid')).toMatchObject({ coAuthors: [], segments: [{ machine: true }] });
});

test('texts that are still stale or were taken out are not recorded', () => {
  const stale = (target: string) => ({ target, was: 'Put it on.' });
  expect(
    recorded({ files: [change('jars', { [LID]: stale('A'), [JAR]: 'B' }, { [LID]: stale('A2'), [JAR]: '' })] })
      .segments,
  ).toEqual([]);
});

test('a proved replacement is recorded as one, each text with the one before; any other change makes it none', () => {
  const before = { [LID]: 'The lid and the lid', [JAR]: { target: 'One lid', machine: true as const }, [KEG]: 'keg' };
  const after = { [LID]: 'The cap and the cap', [JAR]: { target: 'One cap', machine: true as const }, [KEG]: 'keg' };
  const body = 'One term:\n\n`pgdoc replace lid "cap"`\n';
  const record = recorded({ files: [change('jars', before, after)], facts: facts({ body }), reviewers: [] });
  expect(record.replacement).toEqual({ old: 'lid', new: 'cap', places: 3 });
  expect(record.segments.map(({ key, action, replaces, machine }) => [key, action, replaces, machine]).sort()).toEqual(
    [
      [lid, 'corrected', hash('The lid and the lid'), undefined],
      [jar, 'translated', hash('One lid'), true],
    ].sort(),
  );
  const more = recorded({ files: [change('jars', before, { ...after, [KEG]: 'kegs' })], facts: facts({ body }) });
  expect(more.replacement).toBeUndefined();
  expect(
    recorded({ files: [change('jars', before, after)], facts: facts({ body: 'lid to cap' }) }).replacement,
  ).toBeUndefined();
});

test('what a revert puts back is credited to nobody, what it does besides is', () => {
  const record = recorded({ files, reverses: new Map([['pr-3', [`jars:${jar}`]]]) });
  expect(record.reverses).toEqual(['pr-3']);
  expect(record.segments.map(({ key }) => key)).toEqual([lid]);
});

test('words of pages beside the manual are those that were added', () => {
  const page = (name: string, before: string | undefined, after: string | undefined) => ({
    path: `docs/${name}.md`,
    before,
    after,
  });
  const content = (...pages: ReturnType<typeof page>[]) => recorded({ files: pages }).content;
  expect(
    content(page('blog/lids', undefined, '---\ntitle: Of lids\nchosen: true\n---\n# Lids\n\nPut lids on.\n')),
  ).toEqual([{ path: 'docs/blog/lids.md', kind: 'blog', words: 4, chosen: true }]);
  expect(content(page('faq/问', undefined, '盖子在哪？On the jar.'))).toEqual([
    { path: 'docs/faq/问.md', kind: 'faq', words: 7 },
  ]);
  expect(content(page('guide/a/b', 'one two three\n', 'three one two two\n'))).toEqual([
    { path: 'docs/guide/a/b.md', kind: 'guide', words: 1 },
  ]);
  expect(content(page('index', 'one two', 'two one'), page('blog/b', 'a b', 'a'))).toEqual([]);
  expect(content(page('blog/old', 'one two', undefined), page('blog/new', undefined, 'one two three'))).toEqual([
    { path: 'docs/blog/new.md', kind: 'blog', words: 1 },
  ]);
  expect(content(page('blog/b', 'one', '---\nchosen: true\n---\none'))).toEqual([
    { path: 'docs/blog/b.md', kind: 'blog', words: 0, chosen: true },
  ]);
  expect(
    content(
      { path: 'docs/../x.md', before: undefined, after: 'a' },
      { path: 'docs/a\nb.md', before: undefined, after: 'a' },
    ),
  ).toEqual([]);
});

test.each([
  ['', '#7'],
  [' \n\t', '#7'],
  ['One\nline\u2028only\u0000', 'One line only'],
  ['::add-mask::x $(rm) {{ }} @everyone', '::add-mask::x $(rm) {{ }} @everyone'],
  ['罐'.repeat(2000), '罐'.repeat(1000)],
  [`${'a'.repeat(999)}😀`, 'a'.repeat(999)],
  ['half a \ud83d pair', 'half a pair'],
])('a title becomes one line that the ledger takes (%#)', (title, expected) => {
  const record = recorded({ facts: facts({ title }) });
  expect(record.title).toBe(expected);
  expect(parseRecord(serializeRecord(record), pathOf(record)).findings).toEqual([]);
});
