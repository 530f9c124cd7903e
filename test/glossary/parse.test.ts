import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../tools/failure.ts';
import { parseGlossary } from '../../tools/glossary/parse.ts';

const parse = (text: string) => parseGlossary(text, 'glossary.yml');

function refused(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof Failure && error.exitCode === 2) return error.message;
    throw error;
  }
  throw new Error('a failure expected');
}

test('reads everything that an entry may say, with its line', () => {
  const text = `# terms
- term: write-ahead log
  target: [Vorauslog, WAL]
  not: [Logbuch]
  context: of the server
  pos: noun
  forms: [write-ahead logging]
  note: see WAL

- term: WAL
  target: WAL
  pos: name
  case: exact
`;
  expect(parse(text)).toEqual([
    {
      term: 'write-ahead log',
      targets: ['Vorauslog', 'WAL'],
      not: ['Logbuch'],
      forms: ['write-ahead logging'],
      context: 'of the server',
      partOfSpeech: 'noun',
      note: 'see WAL',
      case: 'any',
      line: 2,
    },
    { term: 'WAL', targets: ['WAL'], not: [], forms: [], partOfSpeech: 'name', case: 'exact', line: 10 },
  ]);
});

test.each([
  ['nothing', ''],
  ['a comment', '# none yet\n'],
  ['an empty list', '[]\n'],
  ['a byte order mark', '\uFEFF'],
])('a file of %s has no terms', (_, text) => {
  expect(parse(text)).toEqual([]);
});

test('CRLF and a byte order mark change nothing, not even the lines', () => {
  const text = '- term: jar\n  target: pot\n- term: lid\n  target: couvercle\n';
  expect(parse(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(parse(text));
});

test('tells everything that is wrong at once, each with its line', () => {
  const message = refused(`- term: jar
  targt: pot
- term: lid
  target: []
- term: "<b>"
  target: x
- target: y
- term: drawer
  target: tiroir
  pos: substantive
  case: lower
  not: [7, {a: b}]
`);
  const lines = message.split('\n').map((line) => Number(/^glossary\.yml:(\d+):\d+: /.exec(line)?.[1]));
  expect([...new Set(lines)]).toEqual([1, 2, 4, 5, 7, 10, 11, 12]);
  expect(message).toContain('unknown key "targt"; did you mean "target"?');
  expect(message).toMatch(/:10:.*"noun", "verb"/);
});

test.each([
  ['in the same spelling', 'jar'],
  ['with a capital', 'Jar'],
])('a term that stands there twice, %s, is told with the first line', (_, again) => {
  expect(refused(`- term: jar\n  target: a\n- term: ${again}\n  target: b\n`)).toMatch(/^glossary\.yml:3:.*line 1/);
});

test('a hyphen in place of a space makes no other term; nor does a form of another', () => {
  const first = '- term: sealed jar\n  target: a\n';
  expect(refused(`${first}- term: sealed-jar\n  target: b\n`)).toContain('"sealed-jar" stands in line 1');
  expect(refused(`${first}- term: pot\n  forms: sealed jar\n  target: b\n`)).toContain('"sealed jar" stands in line 1');
});

test('capitals tell two terms apart where they are asked for', () => {
  expect(parse('- term: set\n  target: a\n- term: SET\n  target: SET\n  case: exact\n')).toHaveLength(2);
});

test('what is not to be used cannot be part of what is', () => {
  expect(refused('- term: jar\n  target: [pot, bocal]\n  not: po\n')).toMatch(/:3:.*"po".*"pot"/);
});

test.each([
  ['an alias bomb', `- &a [${'x,'.repeat(20)}]\n${'- [*a,*a,*a,*a]\n'.repeat(30)}`],
  ['a mapping', 'term: jar\ntarget: pot\n'],
  ['plain text', 'jar means pot\n'],
  ['a list of words', '- jar\n- lid\n'],
  ['broken YAML', '- term: [jar\n  target: pot\n'],
  ['the same key twice', '- term: jar\n  term: lid\n  target: pot\n'],
  ['a key of Object', '- term: jar\n  target: pot\n  __proto__: {note: x}\n'],
  ['a term without end', `- term: ${'jar '.repeat(500)}\n  target: pot\n`],
  ['a line without end', `- term: jar\n  target: ${'['.repeat(100_000)}\n`],
  ['a merge', '- &a {term: jar, target: pot}\n- <<: *a\n'],
  ['a merge conflict', '<<<<<<< HEAD\n- term: jar\n  target: a\n=======\n- term: jar\n  target: b\n>>>>>>> x\n'],
  ['a target on two lines', '- term: jar\n  target: |\n    pot\n    <script>\n'],
])('refuses %s, saying where', (_, text) => {
  expect(refused(text)).toMatch(/^glossary\.yml:\d+:\d+: /);
});

const translations = join(import.meta.dirname, '../../translations');
const seeds = readdirSync(translations, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('glossary.yml'),
);

test.each(seeds)('%s, which comes with pgdoc, can be read', (path) => {
  expect(parse(readFileSync(join(translations, path), 'utf8')).length).toBeGreaterThanOrEqual(150);
});
