/** What a comment asks for, and what only looks as if it did. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, type CommandProblem, parseCommands } from '../../tools/review/command.ts';
import { LONGEST_COMMENT } from '../../tools/review/command-lines.ts';

const [A, B] = ['0123456789', 'abcdef0123'] as const;
const SHA = 'c0ffee'.padEnd(40, '0');

describe('commands that are understood', () => {
  test.each<[string, Command]>([
    ['/reviewed jars', { type: 'reviewed', page: 'jars' }],
    [`/reviewed jars ${A} ${B}`, { type: 'reviewed', page: 'jars', keys: [A, B] }],
    [`/reviewed jars except ${A}`, { type: 'reviewed', page: 'jars', except: [A] }],
    [`/reviewed jars at ${SHA}`, { type: 'reviewed', page: 'jars', at: SHA }],
    [`/reviewed jars ${A} at C0FFEE0`, { type: 'reviewed', page: 'jars', keys: [A], at: 'c0ffee0' }],
    [`/reviewed jars except ${A}, ${B} at ${SHA}`, { type: 'reviewed', page: 'jars', except: [A, B], at: SHA }],
    [`/accept ${A}`, { type: 'accept', page: undefined, keys: [A] }],
    [`/accept jars ${A} ${B}`, { type: 'accept', page: 'jars', keys: [A, B] }],
    ['/apply', { type: 'apply', words: undefined }],
    ['/apply --or Turn the *lid*.', { type: 'apply', words: 'Turn the *lid*.' }],
    ['/award wish: a fine idea', { type: 'award', kind: 'wish', to: undefined, count: 1, reason: 'a fine idea' }],
    [
      '/award report @bob-2 3: three of them: all mended',
      { type: 'award', kind: 'report', to: 'bob-2', count: 3, reason: 'three of them: all mended' },
    ],
  ])('%s', (body, command) => {
    expect(parseCommands(body)).toEqual([command]);
    expect(parseCommands(`Thank you.\n\n${body}  \t\r\n\r\nBye.`)).toEqual([command]);
  });

  test("as people type and copy them: backticks, the marker's sign, capitals, commas and spaces of Chinese keyboards, a dash for two hyphens", () => {
    expect(parseCommands(`/reviewed \`jars\` @${A.toUpperCase()},\u3000${B}\uFF0C${A}`)).toEqual([
      { type: 'reviewed', page: 'jars', keys: [A, B] },
    ]);
    expect(parseCommands('/award wish @bob\uFF1Agood')).toMatchObject([{ to: 'bob', reason: 'good' }]);
    expect(parseCommands('/apply \u2014or so')).toEqual([{ type: 'apply', words: 'so' }]);
  });

  test('several, in their order, between other lines', () => {
    expect(
      parseCommands(`Read them.\n/reviewed jars\n/reviewed lids ${A}\r\nand\r\n- a list\n/accept ${B}`),
    ).toMatchObject([{ page: 'jars' }, { page: 'lids' }, { type: 'accept' }]);
  });
});

describe('no command', () => {
  test.each([
    ['a word in a sentence', 'I have /reviewed jars'],
    ['indented', ' /reviewed jars'],
    ['code by indentation', '    /reviewed jars'],
    ['a fence', '```\n/reviewed jars\n```'],
    ['a fence of tildes that never ends', '~~~~\n~~~\n/reviewed jars'],
    ['a fence whose end is indented too far', '```\n    ```\n/reviewed jars\n```'],
    ['a fence in a list', '- ```\n  /reviewed jars\n  ```'],
    ['a quote', '> /reviewed jars'],
    ['a quote that goes on without its sign', '> He said:\n/reviewed jars'],
    ['a quote in a list', '- > He said:\n/reviewed jars'],
    ['a comment', '<!--\n/reviewed jars\n-->'],
    ['a comment that never ends', '<!--\n\n/reviewed jars'],
    ['a comment within a line', 'so <!-- so\n/reviewed jars\n-->'],
    ['HTML', '<details>\n/reviewed jars\n</details>'],
    ['preformatted', '<pre>\n\n/reviewed jars\n\n</pre>'],
    ['code over lines', 'as `this\n/reviewed jars\nsays`'],
    ["a link's words", '[this\n/reviewed jars\nsays](https://example.org)'],
    ['a heading', '# /reviewed jars'],
    ['escaped', '\\/reviewed jars'],
    ['another word', '/reviewedx jars\n/reviewed-by jars\n/Reviewed jars\n/review jars\n//reviewed jars'],
    ['a line that only some programs end', 'so\u2028/reviewed jars'],
  ])('%s', (_, body) => {
    expect(parseCommands(body)).toEqual([]);
  });
});

describe('commands that say what is wrong', () => {
  test.each<[string, Partial<CommandProblem>]>([
    ['/reviewed', { name: 'reviewed', problem: 'missing' }],
    ['/reviewed jars looks good', { problem: 'unexpected', found: 'looks' }],
    ['/reviewed ../../etc/passwd', { problem: 'unexpected', found: '../../etc/passwd' }],
    ['/reviewed jars except', { problem: 'missing', found: 'except' }],
    [`/reviewed jars ${A} except ${B}`, { problem: 'unexpected', found: 'except' }],
    ['/reviewed jars at main', { problem: 'unexpected', found: 'main' }],
    [`/reviewed jars at ${SHA} ${A}`, { problem: 'unexpected', found: 'at' }],
    [`/reviewed jars ${'0'.repeat(500)}`, { problem: 'unexpected', found: `${'0'.repeat(60)}…` }],
    [`/reviewed jars <!-- ${A} -->`, { problem: 'unexpected', found: '<!--' }],
    [`/reviewed jars ${`${A} `.repeat(501)}`, { problem: 'too-many', found: '500' }],
    ['/accept', { name: 'accept', problem: 'missing' }],
    ['/accept jars', { name: 'accept', problem: 'missing' }],
    ['/accept jars lids', { problem: 'unexpected', found: 'lids' }],
    ['/apply now', { name: 'apply', problem: 'unexpected', found: 'now' }],
    ['/apply --or', { name: 'apply', problem: 'missing' }],
    ['/award', { name: 'award', problem: 'missing' }],
    ['/award wish', { problem: 'reason' }],
    ['/award wish @bob:', { problem: 'reason' }],
    ['/award Wish: x', { problem: 'unexpected', found: 'Wish' }],
    ['/award wish bob: x', { problem: 'unexpected', found: 'bob' }],
    ['/award wish @bob 0: x', { problem: 'number' }],
    ['/award wish @bob 101: x', { problem: 'number' }],
    ['/award wish @bob -5: x', { problem: 'number' }],
    ['/award wish @bob 1 2: x', { problem: 'unexpected', found: '2' }],
    [`/award wish: ${'x'.repeat(1001)}`, { problem: 'reason' }],
    ['/award wish: a\u0007b', { problem: 'reason' }],
    ['/apply\n'.repeat(21), { name: undefined, problem: 'too-many', found: '20' }],
    [`/apply\n${'x'.repeat(LONGEST_COMMENT)}`, { name: undefined, problem: 'too-long' }],
  ])('%.60s', (body, problem) => {
    expect(parseCommands(body)).toEqual([expect.objectContaining({ type: 'problem', ...problem })]);
  });
});

test('whatever a comment holds, nothing is thrown, and each command begins a line', () => {
  const piece = fc.constantFrom(
    '/reviewed ',
    '/accept ',
    '/apply',
    '/award ',
    'jars ',
    `${A} `,
    'at ',
    'except ',
    ': ',
    '@a ',
    '\n',
    '\r\n',
    '\r',
    '```',
    '~~~',
    '> ',
    '<!--',
    '-->',
    '`',
    '- ',
    '  ',
    '[',
    '](',
    '*',
    '<pre>',
    '\u2028',
    '\u0000',
    '\uD800',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 40 }).map((all) => all.join('')),
      (body) => {
        const begun = body.split(/\r\n|\n|\r/).filter((line) => /^\/(reviewed|accept|apply|award)(\s|$)/u.test(line));
        expect(parseCommands(body).length).toBeLessThanOrEqual(begun.length);
      },
    ),
    { numRuns: 500 },
  );
});

test('what is quoted, fenced or in a comment is none, whatever it is', () => {
  const line = fc.array(fc.constantFrom('/apply', '/reviewed jars', 'so', '', '- so', '# so', '`'), { maxLength: 12 });
  fc.assert(
    fc.property(line, (lines) => {
      const body = lines.join('\n');
      expect(parseCommands(`> ${body.replaceAll('\n', '\n> ')}`)).toEqual([]);
      expect(parseCommands(`~~~~~\n${body}\n~~~~~`)).toEqual([]);
      expect(parseCommands(`<!--\n${body}\n-->`)).toEqual([]);
    }),
  );
});

/** What is slow here does not end before the test does. */
test('a comment made to be slow is read, and one without commands has none', () => {
  for (const part of ['>', '[', '*a_ ', '- ', '[a](', '<!--', '![[', '`a', '/apply ', '&', 'a\n', '\t>'])
    parseCommands(`/apply\n\n${part.repeat(Math.floor((LONGEST_COMMENT - 10) / part.length))}`);
  expect(parseCommands('>'.repeat(65_000))).toEqual([]);
  expect(parseCommands('/apply\n'.repeat(1_000_000))).toEqual([]);
}, 60_000);
