/** Hostile and broken manuals: each fault is one finding at its place, and reading ends soon. */
import { describe, expect, test } from 'vitest';
import { textOf } from '../../tools/docbook/tree.ts';
import type { DocumentTree } from '../../tools/docbook/types.ts';
import { brief, type Files, parseBody, parseFiles } from './manual.ts';

interface Case {
  readonly body?: string;
  readonly declarations?: string;
  readonly files?: Files;
  readonly links?: readonly string[];
  /** `file:line rule` */
  readonly finding: string;
  readonly says: RegExp;
}

function parse({ body = '<book>&x;</book>', declarations = '', files = {}, links = [] }: Case): DocumentTree {
  return parseFiles({ 'postgres.sgml': `<!DOCTYPE book [\n${declarations}\n]>\n${body}`, ...files }, links);
}

const inFile = (text: string | Uint8Array) => ({
  declarations: '<!ENTITY x SYSTEM "x.sgml">',
  files: { 'x.sgml': text },
});
const pointingTo = (path: string) => ({
  declarations: `<!ENTITY x SYSTEM "${path}">`,
  finding: 'postgres.sgml:2 docbook/entity-outside',
  says: /entity x points to .*outside the manual's folder/,
});

const cases: Readonly<Record<string, Case>> = {
  'tags that cross': {
    body: '<book>\n<a>\n<b></a></b></book>',
    finding: 'postgres.sgml:6 docbook/syntax',
    says: /tag/,
  },
  'an element without end': {
    body: '<book>\n<a>\n',
    finding: 'postgres.sgml:6 docbook/syntax',
    says: /unclosed tag: a/,
  },
  'an end without start': { ...inFile('<a/>\n</b>\n<c/>'), finding: 'x.sgml:2 docbook/syntax', says: /b/ },
  'an attribute twice': {
    body: '<book a="1" a="2"/>',
    finding: 'postgres.sgml:4 docbook/syntax',
    says: /duplicate attribute: a/,
  },
  'an ampersand alone': {
    body: '<book>\nsalt & pepper; tea</book>',
    finding: 'postgres.sgml:5 docbook/syntax',
    says: /entity/,
  },
  'an empty document': {
    body: '',
    finding: 'postgres.sgml:1 docbook/syntax',
    says: /no root element; expected <book>/,
  },
  'a second root': {
    body: '<book/>\n<book/>',
    finding: 'postgres.sgml:5 docbook/syntax',
    says: /outside the root element <book>/,
  },
  'text beside the root': {
    body: '<book/> and more',
    finding: 'postgres.sgml:4 docbook/syntax',
    says: /outside the root/,
  },
  'a declaration of another kind': {
    declarations: '\nnonsense',
    body: '<book/>',
    finding: 'postgres.sgml:3 docbook/dtd',
    says: /found "nonsense/,
  },
  'a missing file': {
    declarations: '<!ENTITY x SYSTEM "x.sgml">',
    finding: 'postgres.sgml:4 docbook/missing-file',
    says: /x\.sgml does not exist in doc\/src\/sgml/,
  },
  'a missing file of declarations': {
    declarations: '<!ENTITY % f SYSTEM "f.sgml">\n%f;',
    finding: 'postgres.sgml:3 docbook/missing-file',
    says: /f\.sgml/,
  },
  'an entity nobody declares': {
    body: '<book>\n&x;</book>',
    finding: 'postgres.sgml:5 docbook/undeclared-entity',
    says: /entity &x; is not declared/,
  },
  'an undeclared entity in an attribute': {
    body: '<book a="&x;"/>',
    finding: 'postgres.sgml:4 docbook/undeclared-entity',
    says: /&x;/,
  },
  'an undeclared entity in an entity': {
    declarations: '<!ENTITY x "&y;">',
    finding: 'postgres.sgml:4 docbook/undeclared-entity',
    says: /&y;/,
  },
  'an undeclared entity in an attribute’s entity': {
    declarations: '<!ENTITY x "&y;">',
    body: '<book a="&x;"/>',
    finding: 'postgres.sgml:4 docbook/undeclared-entity',
    says: /&y;/,
  },
  'an undeclared parameter entity': {
    declarations: '%x;',
    finding: 'postgres.sgml:2 docbook/dtd',
    says: /%x; is not declared/,
  },
  'an entity above the folder': pointingTo('../x.sgml'),
  'an entity above the folder by a detour': pointingTo('a/../../x.sgml'),
  'an absolute path': pointingTo('/etc/passwd'),
  'a Windows path': pointingTo('C:\\x.sgml'),
  'a path with backslashes': pointingTo('..\\x.sgml'),
  'a URL': pointingTo('https://example.org/x.sgml'),
  'a file URL': pointingTo('file:///etc/passwd'),
  'a URL without scheme': pointingTo('//example.org/x.sgml'),
  'the folder itself': pointingTo('.'),
  'a symbolic link': {
    ...inFile('secret'),
    links: ['x.sgml'],
    finding: 'postgres.sgml:4 docbook/entity-outside',
    says: /x\.sgml is a symbolic link/,
  },
  'a link among the declarations': {
    declarations: '<!ENTITY % f SYSTEM "f.sgml">\n%f;',
    files: { 'f.sgml': '<!ENTITY x "secret">' },
    links: ['f.sgml'],
    finding: 'postgres.sgml:3 docbook/entity-outside',
    says: /symbolic link/,
  },
  'a cycle': {
    declarations: '<!ENTITY x "&y;"><!ENTITY y "(&x;)">',
    finding: 'postgres.sgml:4 docbook/entity-cycle',
    says: /x > y > x/,
  },
  'a cycle in an attribute': {
    declarations: '<!ENTITY x "&y;"><!ENTITY y "(&x;)">',
    body: '<book a="&x;"/>',
    finding: 'postgres.sgml:4 docbook/entity-cycle',
    says: /includes itself/,
  },
  'a cycle through files': {
    declarations: '<!ENTITY x SYSTEM "x.sgml"><!ENTITY y SYSTEM "y.sgml">',
    files: { 'x.sgml': '<a>\n&y;</a>', 'y.sgml': '<b>\n\n&x;</b>' },
    finding: 'y.sgml:3 docbook/entity-cycle',
    says: /x > y > x/,
  },
  'a file that includes itself': { ...inFile('<a/>\n&x;'), finding: 'x.sgml:2 docbook/entity-cycle', says: /x > x/ },
  'a cycle of parameter entities': {
    declarations: '<!ENTITY % p "%q;"><!ENTITY % q "%p;">\n%p;',
    body: '<book/>',
    finding: 'postgres.sgml:3 docbook/dtd',
    says: /p > q > p/,
  },
  'a file in an attribute': {
    ...inFile('secret'),
    body: '<book a="&x;"/>',
    finding: 'postgres.sgml:4 docbook/entity-cycle',
    says: /cannot stand in an attribute: it is a file/,
  },
  'bytes that are no UTF-8': {
    ...inFile(Buffer.from([0x61, 0x0a, 0x62, 0x0a, 0xff, 0x0a])),
    finding: 'x.sgml:3 docbook/encoding',
    says: /not valid UTF-8/,
  },
  'UTF-16': { ...inFile(Buffer.from('\uFEFF<p/>', 'utf16le')), finding: 'x.sgml:1 docbook/encoding', says: /UTF-8/ },
  'a forbidden character': {
    body: '<book>\n\u0001</book>',
    finding: 'postgres.sgml:5 docbook/syntax',
    says: /disallowed character/,
  },
  'a forged reference by characters': {
    declarations: '<!ENTITY x "&#xFFFE;nobody&#xFFFF;">',
    finding: 'postgres.sgml:4 docbook/syntax',
    says: /character entity/,
  },
  'a forged reference in a declaration': {
    declarations: '<!ENTITY x "\uFFFEnobody\uFFFF">',
    finding: 'postgres.sgml:2 docbook/dtd',
    says: /character that XML forbids/,
  },
  'elements in elements in elements': {
    body: `<book>${'<a>'.repeat(100_000)}`,
    finding: 'postgres.sgml:4 docbook/syntax',
    says: /nest deeper than 500/,
  },
};

test.each(Object.entries(cases))('%s', (_, each) => {
  const tree = parse(each);
  expect(brief(tree)).toEqual([each.finding]);
  expect(tree.findings[0]!.message).toMatch(each.says);
  expect(textOf(tree.root)).not.toContain('secret');
});

test('a fault in one file leaves the others whole', () => {
  const tree = parseBody(
    '<book>&one;&two;<end/></book>',
    '<!ENTITY one SYSTEM "one.sgml"><!ENTITY two SYSTEM "two.sgml">',
    {
      'one.sgml': '<a>first</b>',
      'two.sgml': '<a>second</a>',
    },
  );
  expect(brief(tree)).toEqual(['one.sgml:1 docbook/syntax']);
  expect(textOf(tree.root)).toContain('second');
  expect(tree.root.children.at(-1)).toMatchObject({ name: 'end' });
});

test('without postgres.sgml there is a finding that names it', () => {
  expect(brief(parseFiles({}))).toEqual(['postgres.sgml:1 docbook/missing-file']);
});

describe('expansion ends soon, with one finding', () => {
  const letters = [...'abcdefghij'];
  /** Ten entities, each ten times the one before: 10,000,000,000 in all. */
  const tenfold = (
    last: string,
    declare: (name: string, value: string) => string,
    reference: (name: string) => string,
  ) => letters.map((name, at) => declare(name, at === 0 ? last : reference(letters[at - 1]!).repeat(10))).join('');
  const declare = (name: string, value: string) => `<!ENTITY ${name} "${value}">`;
  const general = (name: string) => `&${name};`;
  const soon = (parse: () => DocumentTree) => {
    const start = performance.now();
    const tree = parse();
    expect(performance.now() - start).toBeLessThan(10_000);
    return brief(tree);
  };

  test.each(['ha', '<ha/>', ''])('in text, of %j', (laugh) => {
    expect(soon(() => parseBody('<book>&j;</book>', tenfold(laugh, declare, general)))).toEqual([
      'postgres.sgml:2 docbook/entity-bomb',
    ]);
  });

  test('in an attribute', () => {
    expect(soon(() => parseBody('<book a="&j;"/>', tenfold('ha', declare, general)))).toEqual([
      'postgres.sgml:2 docbook/entity-bomb',
    ]);
  });

  test('in parameter entities', () => {
    const subset = tenfold(
      '',
      (name, value) => `<!ENTITY % ${name} "${value}">`,
      (name) => `%${name};`,
    );
    expect(soon(() => parseBody('<book/>', `${subset}%j;`))).toEqual(['postgres.sgml:1 docbook/entity-bomb']);
  });

  test.each(['<ha/>', ''])('of files, of %j', (laugh) => {
    const files = letters.map((name, at) => [`${name}.sgml`, at === 0 ? laugh : `&${letters[at - 1]};`.repeat(10)]);
    const subset = letters.map((name) => `<!ENTITY ${name} SYSTEM "${name}.sgml">`).join('');
    const findings = soon(() => parseBody('<book>&j;</book>', subset, Object.fromEntries(files)));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^[a-j]\.sgml:1 docbook\/entity-bomb$/);
  });

  test('a head of comments with nothing after it', () => {
    expect(soon(() => parseFiles({ 'postgres.sgml': '<!-- a -->'.repeat(5000) }))).toEqual([
      'postgres.sgml:1 docbook/syntax',
    ]);
  });

  test.each(['<!DOCTYPE book [', '<!DOCTYPE book ', '<!DOCTYPE book [ "'])('%s without end', (start) => {
    expect(soon(() => parseFiles({ 'postgres.sgml': start + '" '.repeat(50_000) }))).toHaveLength(1);
  });
});
