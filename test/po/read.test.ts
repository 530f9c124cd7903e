import fc from 'fast-check';
import { po } from 'gettext-parser';
import { expect, test } from 'vitest';
import { readPo } from '../../tools/po/read.ts';

const HEADER = 'msgid ""\nmsgstr ""\n"Language: ja\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n';

test('reads a message with all that stands around it', () => {
  const { header, messages, problems } = readPo(`${HEADER}# Is a jar a jug?
#. pgdoc: target=0123456789
#. index term
#: translations/ja/reference/sql-open.md
#, c-format, fuzzy
#| msgid "Close the jar."
msgctxt "sql-open:0123456789"
msgid ""
"Open the "
"jar."
msgstr "瓶を\\n開ける。"
`);
  expect(problems).toEqual([]);
  expect(header.get('language')).toBe('ja');
  expect(messages).toEqual([
    {
      line: 13,
      context: 'sql-open:0123456789',
      source: 'Open the jar.',
      target: '瓶を\n開ける。',
      plural: false,
      fuzzy: true,
      remarks: ['Is a jar a jug?'],
      notes: ['pgdoc: target=0123456789', 'index term'],
    },
  ]);
});

test('takes a byte order mark, CRLF and missing blank lines as what tools do', () => {
  const text = 'msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr ""\n# of the last\nmsgid "d"\nmsgstr "e"';
  const plain = readPo(text);
  expect(plain.messages.map(({ source, target }) => source + target)).toEqual(['ab', 'c', 'de']);
  expect(readPo(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(plain);
});

test('reads the escapes of C, which gettext writes for control characters', () => {
  const [message] = readPo(String.raw`msgid "a"
msgstr "\"\\\t\a\b\f\v\r\x1b\033"`).messages;
  expect(message?.target).toBe('"\\\t\x07\b\f\v\r\x1b\x1b');
});

test.each([
  ['a string that is not closed', 'msgid "a"\nmsgstr "b\n', 2, /"b" is not closed|\\"b/],
  ['a quote without its backslash', 'msgid "a"\nmsgstr "b "c" d"\n', 2, /quote/],
  ['words outside of quotes', 'msgid "a"\nmsgstr "b"\nwhatever\n', 3, /expected msgctxt.*"whatever"/],
  ['a message without a msgstr', 'msgctxt "x"\nmsgid "a"\n', 2, /without a msgstr/],
  ['a message without a msgid', '\nmsgctxt "x"\nmsgstr "a"\n', 2, /without a msgid/],
  ['two translations', 'msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 3, /twice/],
  ['an empty msgid in a context', 'msgctxt "x"\nmsgid ""\nmsgstr "b"\n', 2, /without a msgid/],
])('names the line of %s, and reads all others', (_, broken, line, message) => {
  const before = 'msgid "first"\nmsgstr "1"\n\n';
  const { messages, problems } = readPo(`${before}${broken}\nmsgctxt "l"\nmsgid "last"\nmsgstr "2"\n`);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.line).toBe(3 + line);
  expect(problems[0]?.message).toMatch(message);
  expect(messages.map(({ source }) => source)).toEqual(['first', 'last']);
});

test('a message that lost its msgstr takes none from the next one', () => {
  const { messages, problems } = readPo('msgid "a"\nmsgid "b"\nmsgstr "of b"\n');
  expect(problems).toHaveLength(1);
  expect(messages.map(({ source, target }) => [source, target])).toEqual([['b', 'of b']]);
});

test('passes obsolete messages over, and marks those with plural forms', () => {
  const { messages, obsolete } = readPo(
    '#~ msgid "old"\n#~ msgstr "alt"\n\nmsgid "jar"\nmsgid_plural "jars"\nmsgstr[0] "a"\nmsgstr[1] "b"\n',
  );
  expect(obsolete).toBe(1);
  expect(messages).toMatchObject([{ source: 'jar', plural: true }]);
});

test('names the line of a string that belongs to nothing', () => {
  expect(readPo('\n"a"\n').problems).toEqual([{ line: 2, message: expect.stringMatching(/follows no msgid/) }]);
});

test('a line of megabytes is read, and refused when it has no end', () => {
  const long = 'x\\"'.repeat(1_000_000);
  expect(readPo(`msgid "a"\nmsgstr "${long}"\n`).messages[0]?.target).toHaveLength(2_000_000);
  expect(readPo(`msgid "a"\nmsgstr "${long}\n`).problems).toHaveLength(1);
});

test('never throws, whatever the text', () => {
  const line = fc.constantFrom(
    'msgid "a"',
    'msgstr "b"',
    'msgctxt "c"',
    '"d"',
    '',
    '#, fuzzy',
    '#~ msgid "x"',
    'msgid',
    '"',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string())), (lines) => {
      readPo(lines.join('\n'));
    }),
  );
});

test('reads what gettext-parser writes as gettext-parser does', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '"', '\\', '\n', '\t', '瓶', '“', '#'), minLength: 1 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 5 }), word, (sources, target) => {
      const translations = Object.fromEntries(
        sources.map((msgid, at) => [`c${at}`, { [msgid]: { msgctxt: `c${at}`, msgid, msgstr: [target] } }]),
      );
      const text = po.compile({ charset: 'utf-8', headers: {}, translations }).toString('utf8');
      const theirs = Object.values(po.parse(text).translations).flatMap(Object.values);
      const ours = readPo(text).messages.map(({ context, source }) => ({
        msgctxt: context,
        msgid: source,
        msgstr: [target],
      }));
      expect(ours).toEqual(theirs.filter(({ msgid }) => msgid !== ''));
    }),
  );
});
