/** Where each person's page stands: one path a person, whatever they are called and whoever bore their login before. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byLogin, personPages } from '../../tools/ledger/person-pages.ts';
import type { Person } from '../../tools/ledger/types.ts';
import { ada, adjust, anyRecord, approval, bob, eve, fileOf, pull, review } from './records.ts';

const pathsOf = (...args: Parameters<typeof personPages>) =>
  Object.fromEntries([...personPages(...args)].map(([id, { path }]) => [id, path]));

const merged = (number: number, author: Person) => fileOf(pull(number, author, {}));

test('everybody whom a record names has a page, by the login in lower case; programs have none', () => {
  const files = [
    fileOf(
      pull(
        1,
        { id: 5, login: 'Ada-Lovelace' },
        {
          coAuthors: [bob, { id: 1, login: 'helper[bot]' }],
          approvals: [approval(eve)],
        },
      ),
    ),
    fileOf(review(2, { id: 6, login: 'grace' }, ['jars:a:1'])),
    fileOf(adjust(1, { by: eve, award: { to: { id: 7, login: 'Hal' }, kind: 'wish', count: 1 } })),
  ];
  expect(pathsOf(files)).toEqual({
    5: 'people/ada-lovelace',
    [bob.id]: 'people/bob',
    [eve.id]: 'people/eve',
    6: 'people/grace',
    7: 'people/hal',
  });
});

test('a renamed person has one page, by the latest login', () => {
  const files = [merged(9, { id: ada.id, login: 'countess' }), merged(1, ada)];
  expect([...personPages(files).values()]).toEqual([
    { id: ada.id, login: 'countess', formerly: ['ada'], path: 'people/countess' },
  ]);
});

test('a login that somebody else has taken over leads to whom the ledger saw under it last', () => {
  const heir: Person = { id: 44, login: 'ADA' };
  expect(pathsOf([merged(1, ada), merged(2, heir)])).toEqual({ [ada.id]: `people/id-${ada.id}`, 44: 'people/ada' });
  // Who first gave the login up, as the ledger knows, loses nothing.
  const renamed = [merged(1, ada), merged(2, { ...ada, login: 'countess' }), merged(3, heir)];
  expect(pathsOf(renamed)).toEqual({ [ada.id]: 'people/countess', 44: 'people/ada' });
  // Somebody of whom there is nothing but an office cannot take it.
  expect(pathsOf([merged(1, ada)], [heir])).toEqual({ [ada.id]: 'people/ada', 44: 'people/id-44' });
});

test.each(['index', 'INDEX', '2026', '2026-2', 'id-77', 'a_b', 'a--b', 'a-', 'a'.repeat(40)])(
  'the login %s, which is no plain name or another page’s, is not taken for a path',
  (login) => {
    expect(pathsOf([merged(1, { id: 5, login })])).toEqual({ 5: 'people/id-5' });
  },
);

test('whatever login a record has, the path is one file of people/', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (login) => {
      for (const { path } of personPages([merged(1, { id: 5, login })]).values())
        expect(path).toMatch(/^people\/[a-z0-9-]+$/);
    }),
  );
});

test('no two people have one page, in whatever order the records come', () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 20 }), fc.nat(), (records, turn) => {
      const files = records.map(fileOf);
      const unique = [...new Map(files.map((file) => [file.name, file])).values()];
      const pages = personPages(unique);
      const paths = [...pages.values()].map(({ path }) => path);
      expect(new Set(paths).size).toBe(paths.length);
      const at = turn % (unique.length + 1);
      const turned = personPages([...unique.slice(at), ...unique.slice(0, at)]);
      expect(pathsOf(unique)).toEqual(Object.fromEntries([...turned].map(([id, { path }]) => [id, path])));
    }),
  );
});

test('offices alone make a page too', () => {
  expect(pathsOf([], [eve, eve])).toEqual({ [eve.id]: 'people/eve' });
});

test('a login in any case of letters leads to who bears it, else to who bore it', () => {
  const files = [
    merged(1, ada),
    merged(2, { ...ada, login: 'countess' }),
    merged(3, { id: 44, login: 'Grace' }),
    merged(4, bob),
  ];
  const idOf = (login: string) => byLogin(personPages(files)).get(login)?.id;
  expect([idOf('ada'), idOf('countess'), idOf('grace'), idOf('nobody')]).toEqual([ada.id, ada.id, 44, undefined]);
  const taken = byLogin(personPages([...files, merged(5, { id: 55, login: 'ADA' })]));
  expect(taken.get('ada')?.id).toBe(55);
});
