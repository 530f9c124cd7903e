import { describe, expect, test } from 'vitest';
import { cutPages, type Pages } from '../../tools/docbook/pages.ts';
import { parseBody } from './manual.ts';

const pagesOf = (body: string): Pages =>
  cutPages(parseBody(`<book id="postgres"><title>Kettles</title>${body}</book>`));
const found = (pages: Pages) => pages.findings.map(({ rule, line }) => `${line} ${rule}`);
const t = '<title>T</title>';

test('pages are what upstream makes pages, in reading order, with part and parent', () => {
  const pages = pagesOf(`
    <bookinfo><legalnotice id="legalnotice">${t}</legalnotice></bookinfo>
    <preface id="preface">${t}<sect1 id="about">${t}<sect2 id="deeper">${t}</sect2></sect1></preface>
    <part id="use">${t}
      <chapter id="boiling">${t}<sect1 id="water">${t}</sect1><sect1 id="milk">${t}</sect1></chapter>
      <reference id="commands">${t}<refentry id="cmd-boil"><refmeta><refentrytitle>BOIL</refentrytitle></refmeta></refentry></reference>
    </part>
    <bibliography id="books">${t}</bibliography>
    <index id="bookindex"/>`);
  expect(pages.findings).toEqual([]);
  expect(pages.all.map(({ name, part, parent }) => `${part}/${name} < ${parent?.name}`)).toEqual([
    'front/index < undefined',
    'front/legalnotice < index',
    'front/preface < index',
    'front/about < preface',
    'use/use < index',
    'use/boiling < use',
    'use/water < boiling',
    'use/milk < boiling',
    'use/commands < use',
    'use/cmd-boil < commands',
    'front/books < index',
    'front/bookindex < index',
  ]);
  const water = pages.byName.get('water')!;
  expect(pages.byElement.get(water.element)).toBe(water);
  expect(pages.byName.get('boiling')!.children.map(({ name }) => name)).toEqual(['water', 'milk']);
});

test('what bears no id is numbered as the stylesheets number it', () => {
  const pages = pagesOf(`<chapter>${t}</chapter><chapter id="b">${t}<sect1>${t}</sect1><sect1>${t}</sect1></chapter>`);
  expect(pages.all.map(({ name }) => name)).toEqual(['index', 'ch01', 'b', 'bs01', 'bs02']);
});

describe('ids that are no page names', () => {
  test.each([
    '../../x',
    '/etc/passwd',
    'a/b',
    'a\\b',
    '.hidden',
    '..',
    '',
    ' ',
    'a b',
    'a%2fb',
    '-rf',
    'é',
    'a:b',
    'a\u0000b'.replace('\0', '&#10;'),
  ])('%j is refused, at its line', (id) => {
    const pages = pagesOf(`\n<chapter id="${id}">${t}</chapter>\n<chapter id="good">${t}</chapter>`);
    expect(found(pages)).toEqual(['3 docbook/page-name']);
    expect(pages.all.map(({ name }) => name)).toEqual(['index', 'good']);
  });

  test.each([
    ['the same', 'kettle', 'kettle'],
    ['in another case, which are one file on some disks', 'kettle', 'KETTLE'],
  ])('two that are %s: the second is refused and the first is named', (_, one, other) => {
    const pages = pagesOf(`\n<chapter id="${one}">${t}</chapter>\n<chapter id="${other}">${t}</chapter>`);
    expect(found(pages)).toEqual(['4 docbook/page-name']);
    expect(pages.findings[0]!.message).toContain('postgres.sgml:3');
    expect(pages.all.map(({ name }) => name)).toEqual(['index', one]);
  });

  test('the name of the book’s own page is taken', () => {
    expect(found(pagesOf(`<chapter id="index">${t}</chapter>`))).toEqual(['2 docbook/page-name']);
  });
});

test('a page without title is there, with a warning', () => {
  const pages = pagesOf('\n<chapter id="bare"><para/></chapter>');
  expect(pages.findings).toMatchObject([{ severity: 'warning', rule: 'docbook/no-title', line: 3 }]);
  expect(pages.byName.has('bare')).toBe(true);
});
