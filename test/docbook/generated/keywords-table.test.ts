import { expect, test } from 'vitest';
import { generateFrom, placesOf } from './inputs.ts';

const kwlist = 'src/include/parser/kwlist.h';
const folder = 'doc/src/sgml/keywords';
const files = {
  [kwlist]: `/* PG_KEYWORD is a macro */
PG_KEYWORD("anchor", ANCHOR_P, UNRESERVED_KEYWORD, BARE_LABEL)
PG_KEYWORD("buoy", BUOY, COL_NAME_KEYWORD, AS_LABEL)		/* floats */
PG_KEYWORD("crew", CREW, TYPE_FUNC_NAME_KEYWORD, BARE_LABEL)
PG_KEYWORD("deck", DECK, RESERVED_KEYWORD, AS_LABEL)
`,
  [`${folder}/sql1992-reserved.txt`]: 'DECK\nEND-FOG\n',
  [`${folder}/sql2031-02-nonreserved.txt`]: 'ANCHOR\nDECK\nA_VERY_LONG_MARINE_WORD\n',
  [`${folder}/sql2031-09-reserved.txt`]: 'DECK\n',
  [`${folder}/README`]: 'no list',
};
const generate = (more: Readonly<Record<string, string>> = {}) =>
  generateFrom('keywords-table.sgml', { ...files, ...more });
/** The rows of the table's body, each as the texts of its cells. */
const rowsOf = (text: string) =>
  [...text.slice(text.indexOf('<tbody>')).matchAll(/<row>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<entry>(.*?)<\/entry>/g)].map(([, cell]) => cell),
  );

test('every word has a row, with what PostgreSQL and each edition say of it', () => {
  const { text, findings } = generate();
  expect(rowsOf(text)).toEqual([
    ['<token>ANCHOR</token>', 'non-reserved', 'non-reserved', ''],
    ['<token>A_&zwsp;VERY_&zwsp;LONG_&zwsp;MARINE_&zwsp;WORD</token>', '', 'non-reserved', ''],
    ['<token>BUOY</token>', 'non-reserved (cannot be function or type), requires <literal>AS</literal>', '', ''],
    ['<token>CREW</token>', 'reserved (can be function or type)', '', ''],
    ['<token>DECK</token>', 'reserved, requires <literal>AS</literal>', 'reserved', 'reserved'],
    ['<token>END-FOG</token>', '', '', 'reserved'],
  ]);
  expect(findings).toEqual([]);
});

test('the head names the editions that the folder holds, newest first', () => {
  const { text } = generate({ [`${folder}/sql2019-nonreserved.txt`]: 'DECK\n' });
  const head = text.slice(0, text.indexOf('<tbody>'));
  expect(head).toContain('<tgroup cols="5">');
  expect(head).toContain('<colspec colname="col5" colwidth="2*"/>');
  expect([...head.matchAll(/<entry>(SQL.*?)<\/entry>/g)].map(([, edition]) => edition)).toEqual([
    'SQL:2031',
    'SQL:2019',
    'SQL-92',
  ]);
});

test('malformed lines are left out, each with its place', () => {
  const generated = generate({
    [kwlist]: `${files[kwlist]}PG_KEYWORD("eel", EEL, SLIPPERY_KEYWORD, BARE_LABEL)\nPG_KEYWORD("fin")\n`,
    [`${folder}/sql1992-reserved.txt`]: 'DECK\nEND-FOG\n<gull>\n\n',
  });
  expect(placesOf(generated).sort()).toEqual([
    `${folder}/sql1992-reserved.txt:3`,
    `${folder}/sql1992-reserved.txt:4`,
    `${kwlist}:6`,
    `${kwlist}:7`,
  ]);
  expect(generated.text).toBe(generate().text);
});
