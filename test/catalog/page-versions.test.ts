import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageVersions, type VersionPages } from '../../tools/catalog/page-versions.ts';

/** Keys are words here; a page that has none of its own is written as ''. */
const version = (name: string, pages: Record<string, string>): VersionPages => ({
  version: name,
  pages: new Map(Object.entries(pages).map(([page, keys]) => [page, new Set(keys.match(/\S+/g))])),
});
const places = (found: readonly { version: string; page: string | undefined }[] | undefined) =>
  found?.map(({ version, page }) => `${version}: ${page ?? '-'}`);

const kettle = version('3', {
  kettle: 'fill boil pour',
  'app-dump': 'dumps drawers options exit',
  'app-hoard': 'see-dump',
  index: '',
});
const pot = version('2', {
  kettle: 'fill boil stir',
  'app-hoard': 'dumps drawers options',
  floppy: 'insert eject',
  index: '',
});
const names = pageVersions([kettle, pot]);

test('a page is the one of its name, whatever it says', () => {
  expect(places(names.of('3', 'kettle'))).toEqual(['3: kettle', '2: kettle']);
  expect(places(names.of('2', 'app-hoard'))).toEqual(['3: app-hoard', '2: app-hoard']);
});

test('a renamed page is found, also where a note stands under its old name', () => {
  expect(places(names.of('3', 'app-dump'))).toEqual(['3: app-dump', '2: app-hoard']);
});

test('a page that became part of another one leads there', () => {
  const split = version('1', { 'tree-intro': 'root leaf', 'tree-search': 'descend', tree: 'contents' });
  const whole = version('2', { tree: 'root leaf descend prune graft' });
  const joined = pageVersions([whole, split]);
  expect(places(joined.of('1', 'tree-search'))).toEqual(['2: tree', '1: tree-search']);
  expect(places(joined.missing('2').get('tree-intro'))).toEqual(['2: tree', '1: tree-intro']);
  expect(joined.missing('1').size).toBe(0);
});

test('pages with nothing of their own are no renames of one another', () => {
  const notes = pageVersions([version('2', { 'release-2': '' }), version('1', { 'release-1': '' })]);
  expect(places(notes.of('2', 'release-2'))).toEqual(['2: release-2', '1: -']);
});

test('what a version lacks is listed with where it is', () => {
  expect([...names.missing('3').keys()]).toEqual(['floppy']);
  expect(places(names.missing('3').get('floppy'))).toEqual(['3: -', '2: floppy']);
  expect(places(names.missing('2').get('app-dump'))).toEqual(['3: app-dump', '2: app-hoard']);
  expect(names.missing('9').size).toBe(0);
});

test('no page is listed as missing beside one whose name differs in capitals only', () => {
  const capitals = pageVersions([version('2', { KETTLE: 'a' }), version('1', { kettle: 'b' })]);
  expect(capitals.missing('1').size).toBe(0);
});

test('each name is a page or a missing one in every version, and every place named is a page there', () => {
  const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 5 });
  const pages = fc.dictionary(fc.constantFrom('p', 'q', 'r', 's', 't'), keys);
  fc.assert(
    fc.property(fc.array(pages, { minLength: 1, maxLength: 4 }), (given) => {
      const versions = given.map((one, at) =>
        version(String(at), Object.fromEntries(Object.entries(one).map(([name, words]) => [name, words.join(' ')]))),
      );
      const found = pageVersions(versions);
      const all = new Set(versions.flatMap(({ pages }) => [...pages.keys()]));
      const isPage = (name: string, page: string | undefined) =>
        page === undefined || versions.some((each) => each.version === name && each.pages.has(page));
      for (const { version: here, pages } of versions) {
        expect(new Set([...pages.keys(), ...found.missing(here).keys()])).toEqual(all);
        for (const page of pages.keys())
          expect(found.of(here, page).every((place) => isPage(place.version, place.page))).toBe(true);
        for (const places of found.missing(here).values())
          expect(places.every((place) => isPage(place.version, place.page))).toBe(true);
      }
    }),
  );
});
