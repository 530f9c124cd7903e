import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attribute, type CommitChanges } from '../../tools/review/attribution.ts';
import { accountOf, coAuthorsOf } from '../../tools/review/attribution-trailers.ts';
import { segmentChanges } from '../../tools/review/changes.ts';
import type { Actor, CommitFacts, SegmentChange } from '../../tools/review/types.ts';
import { ada, bob, change, commit, day, eve, JAR, LID, robot, type Said, sha } from './made.ts';

const signed = (...trailers: string[]) => `Lids\n\nWhy.\n\n${trailers.join('\n')}\n`;

test.each<[string, string, string[]]>([
  ['one', signed('Co-authored-by: Bob B <22+bob@users.noreply.github.com>'), ['22+bob@users.noreply.github.com']],
  ['several, in any case', signed('CO-AUTHORED-BY: A <a@x.org>', 'co-authored-by:B<B@X.org>'), ['a@x.org', 'b@x.org']],
  ['with other trailers', signed('Signed-off-by: C <c@x.org>', 'Co-authored-by: A <a@x.org>'), ['a@x.org']],
  ['with CRLF', signed('Co-authored-by: A <a@x.org>').replaceAll('\n', '\r\n'), ['a@x.org']],
  ['none before the last paragraph', `Lids\n\nCo-authored-by: A <a@x.org>\n\nMore words.\n`, []],
  ['none in the subject', 'Co-authored-by: A <a@x.org>', []],
  ['none in a subject below blank lines', '\n\nCo-authored-by: A <a@x.org>', []],
  ['none inside a line', signed('Thanks, Co-authored-by: A <a@x.org>'), []],
  ['none without an address', signed('Co-authored-by: A', 'Co-authored-by: A <>', 'Co-authored-by: <a b@x.org>'), []],
  ['none of two addresses', signed('Co-authored-by: A <a@x.org> <b@x.org>'), []],
  ['nothing', '', []],
])('co-authors of a message: %s', (_, message, emails) => {
  expect(coAuthorsOf(message).map(({ email }) => email)).toEqual(emails);
});

/** What takes time by the square of their length would not end before the test does. */
test('long messages of strangers name nobody', () => {
  const long = `x\n\n${'Co-authored-by: '.repeat(70_000)}\n${'<'.repeat(100_000)}`;
  expect(coAuthorsOf(long)).toEqual([]);
  for (const address of ['@', 'a@'])
    expect(coAuthorsOf(`x\n\nCo-authored-by: A <${address.repeat(500_000)}`)).toEqual([]);
});

test('an account is known by the address that hides it', () => {
  expect(accountOf('22+Bob-B@users.noreply.github.com')).toEqual({ id: 22, login: 'Bob-B' });
  for (const email of [
    'bob@users.noreply.github.com',
    '0+bob@users.noreply.github.com',
    '22+bob@users.noreply.github.com.evil@x.org',
    '99999999999999999+bob@users.noreply.github.com',
    '22+-bob@users.noreply.github.com',
    '22+<b>@users.noreply.github.com',
  ])
    expect(accountOf(email)).toBeUndefined();
});

const changesOf = (before: Record<string, Said>, after: Record<string, Said>) =>
  segmentChanges([change('jars', before, after)]).changes;

/** Commits one after another, each making the lid's text and perhaps the jar's. */
function chain(...made: readonly [CommitFacts, lid: Said, jar?: Said][]): CommitChanges[] {
  let [before, on] = [{ [LID]: '' as Said, [JAR]: '' as Said }, sha('main')];
  return made.map(([facts, lidText, jarText = before[JAR] as Said]) => {
    const after = { [LID]: lidText, [JAR]: jarText };
    const parents = [changesOf(before, after)];
    const parent = on;
    [before, on] = [after, facts.sha];
    return { commit: { ...facts, parents: [parent] }, parents };
  });
}

const of = (author: Actor | undefined, commits: readonly CommitChanges[], expected = commits.length) =>
  attribute({ author, commits: expected }, commits);
const merged = (text: string, source = LID): SegmentChange =>
  changesOf({ [source]: '' }, { [source]: text })[0] as SegmentChange;

test('a text is made by those whose commits changed it', () => {
  const told = of(ada, chain([commit('1', ada), 'abcd', ''], [commit('2', bob), 'abcd', 'efgh']));
  expect(told.coAuthors).toEqual([{ login: 'bob', id: 22 }]);
  expect(told.of(merged('abcd')).all).toEqual([11]);
  expect(told.of(merged('efgh', JAR)).all).toEqual([22]);
});

test('a text that no commit explains is made by all', () => {
  const told = of(ada, chain([commit('1', ada), 'abcd'], [commit('2', bob), 'abcd', 'x']));
  expect(told.of({ ...merged('abcd'), page: 'kegs' }).all).toEqual([11, 22]);
});

test('co-authors of a commit made what it made; unknown addresses are told', () => {
  const message = signed(
    'Co-authored-by: E <33+eve@users.noreply.github.com>',
    'Co-authored-by: B <BOB@example.org>',
    'Co-authored-by: X <x@example.org>',
  );
  const told = of(ada, chain([commit('1', ada, { message }), 'abcd'], [commit('2', bob), 'abcd', 'x']));
  expect(told.of(merged('abcd')).all).toEqual([11, 22, 33]);
  expect(told.coAuthors.map(({ login }) => login)).toEqual(['bob', 'eve']);
  expect(told.notes).toEqual([expect.stringContaining('the co-author "X" is not credited')]);
});

test('programs are never credited, and what they alone made is theirs', () => {
  const message = signed('Co-authored-by: R <99+helper[bot]@users.noreply.github.com>');
  const told = of(ada, chain([commit('1', ada, { message }), 'abcd'], [commit('2', robot), 'abcd', 'x']));
  expect(told.coAuthors).toEqual([]);
  expect(told.of(merged('abcd'))).toMatchObject({ all: [11], isProgram: false });
  expect(told.of(merged('x', JAR))).toMatchObject({ isProgram: true });
});

test('a program that only a trailer names is one by its login', () => {
  const message = signed('Co-authored-by: Mend <77+mender[bot]@users.noreply.github.com>');
  const told = of(ada, chain([commit('1', ada, { message }), 'abcd']));
  expect([told.coAuthors, told.of(merged('abcd')).all]).toEqual([[], [11]]);
});

test("a program's pull request is its co-authors'", () => {
  const message = signed('Co-authored-by: E <33+eve@users.noreply.github.com>');
  const told = of(robot, chain([commit('1', robot, { message }), 'abcd']));
  expect(told).toMatchObject({ author: { login: 'helper[bot]', id: 99 }, coAuthors: [{ login: 'eve', id: 33 }] });
  expect(told.of(merged('abcd'))).toMatchObject({ all: [33], isProgram: false });
  expect(of(robot, chain([commit('1', robot), 'abcd'])).of(merged('abcd'))).toMatchObject({ all: [], isProgram: true });
});

test('a commit of an unknown address counts as that of whoever opened the pull request, unless they are gone', () => {
  const unknown = chain([commit('1', undefined), 'abcd'], [commit('2', bob), 'abcd', 'x']);
  expect(of(ada, unknown).of(merged('abcd')).all).toEqual([11]);
  expect(of(ada, unknown).notes).toEqual([expect.stringContaining("counts as ada's")]);
  const gone = of(undefined, unknown);
  expect(gone).toMatchObject({ author: { login: 'ghost' }, coAuthors: [{ login: 'bob' }], people: [22] });
  expect(gone.notes).toContain('the account of whoever opened it is gone');
});

test('a merge of main counts for nothing, and makes nobody a co-author', () => {
  const [first] = chain([commit('1', ada), 'abcd']) as [CommitChanges];
  const fromMain = changesOf({ [LID]: '' }, { [LID]: 'abcd' });
  const merge = (parents: readonly (readonly SegmentChange[])[]) => ({
    commit: commit('m', eve, { parents: [sha('1'), sha('main2')] }),
    parents,
  });
  const plain = of(ada, [first, merge([changesOf({ [JAR]: '' }, { [JAR]: 'main' }), fromMain])]);
  expect(plain.coAuthors).toEqual([]);
  expect(plain.of(merged('abcd')).all).toEqual([11]);
  const evil = of(ada, [first, merge([changesOf({ [LID]: 'abcd' }, { [LID]: 'axcd' }), fromMain])]);
  expect(evil.of(merged('axcd'))).toMatchObject({ all: [11, 33], correctors: [33] });
});

test('commits that cannot be read, or are missing, leave the makers together', () => {
  const commits = chain([commit('1', ada), 'abcd'], [commit('2', bob), 'abcd', 'x']);
  const [first, second] = commits as [CommitChanges, CommitChanges];
  for (const told of [of(ada, [first, { ...second, parents: undefined }]), of(ada, commits, 300)]) {
    expect(told.of(merged('abcd')).all).toEqual([11, 22]);
    expect(told.notes).toEqual([expect.stringMatching(/^(1 of its 2|298 of its 300) commits cannot be read/)]);
  }
});

test('who changed up to half of what another wrote here is a corrector', () => {
  const correctors = (...made: [CommitFacts, Said, Said?][]) => {
    const last = made.at(-1)?.[1] as string;
    return of(ada, chain(...made)).of(merged(last)).correctors;
  };
  const [first, second, third] = [commit('1', ada), commit('2', bob), commit('3', bob)];
  expect(correctors([first, 'abcd'], [second, 'abxd'])).toEqual([22]);
  expect(correctors([first, 'abcd'], [second, 'abxy'])).toEqual([22]);
  expect(correctors([first, 'abcd'], [second, 'axyz'])).toEqual([]);
  // Little by little, all of it.
  expect(correctors([first, 'abcd'], [second, 'abxy'], [third, 'wzxy'])).toEqual([]);
  // The author who comes back has written all the same.
  expect(correctors([first, 'abcd'], [second, 'abxd'], [commit('3', ada), 'abxe'])).toEqual([22]);
  // Nobody corrects what was on main before.
  expect(correctors([second, 'abcd'], [first, 'abcd', 'x'])).toEqual([]);
});

test('the order in which commits are told means nothing', () => {
  const who = fc.constantFrom<Actor | undefined>(ada, bob, eve, robot, undefined);
  const text = fc.constantFrom('', 'abcd', 'abxd', 'wxyz', 'ab');
  const steps = fc.array(fc.tuple(who, text, text), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(steps, fc.constantFrom(ada, robot, undefined), fc.array(fc.nat(99)), (made, author, shuffle) => {
      const commits = chain(
        ...made.map(([by, lidText, jarText], at): [CommitFacts, Said, Said] => [
          commit(`c${at}`, by, { authoredAt: day(1 + (at % 2)) }),
          lidText,
          jarText,
        ]),
      );
      const shuffled = commits
        .map((each, at) => ({ each, rank: shuffle[at] ?? 0 }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ each }) => each);
      const summary = (all: readonly CommitChanges[]) => {
        const { coAuthors, people, notes, of: makers } = of(author, all);
        return [coAuthors, people, [...notes].sort(), makers(merged('abcd')), makers(merged('x', JAR))];
      };
      expect(summary(shuffled)).toEqual(summary(commits));
      const [, people, , makers] = summary(commits) as [
        unknown,
        number[],
        unknown,
        { all: number[]; correctors: number[] },
      ];
      for (const id of makers.all) expect(people).toContain(id);
      if (makers.all.length > 0) expect(makers.correctors.length).toBeLessThan(makers.all.length);
      expect(people).not.toContain(robot.id);
    }),
  );
});
