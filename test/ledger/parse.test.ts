import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathOf } from '../../tools/ledger/names.ts';
import { parseRecord } from '../../tools/ledger/parse.ts';
import { serializeRecord } from '../../tools/ledger/serialize.ts';
import type { LedgerRecord, PullRequestRecord } from '../../tools/ledger/types.ts';
import { ada, adjust, anyRecord, approval, bob, day, eve, pull, review, segment } from './records.ts';

const PATH = 'translations/ledger/2026/pr-5.yml';
const messages = (text: string, path = PATH) =>
  parseRecord(text, path).findings.map(({ file, line, message }) => `${file}:${line}: ${message}`);
const full = pull(5, ada, {
  coAuthors: [bob],
  approvals: [approval(eve, { only: ['jars:aaaaaaaaaa'] })],
  segments: [segment('jars:a:1'), segment('lids:b:2', { action: 'corrected', changed: 0.25, by: [22] })],
  content: [{ path: 'docs/blog/lids.md', kind: 'blog', words: 300, chosen: true }],
});

/** A text that says the same in another way: strange to the tools, but the same YAML. */
const byHand = (text: string) => `# noted by hand\n${text.replace(/^segments:$/m, 'segments: # texts')}`;

test('every record that is written reads back as itself, and as the same bytes', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const text = serializeRecord(record);
      const { file, findings } = parseRecord(text, pathOf(record));
      expect(findings).toEqual([]);
      expect(serializeRecord(file?.record as LedgerRecord)).toBe(text);
      expect(sorted(file?.record)).toEqual(sorted(record));
    }),
    { numRuns: 300 },
  );
});

test('what is read by lines is what YAML says', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const text = serializeRecord(record);
      expect(parseRecord(byHand(text), pathOf(record))).toEqual(parseRecord(text, pathOf(record)));
    }),
    { numRuns: 100 },
  );
});

/** Order in lists means nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => JSON.stringify(sorted(each))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

test('the order in which a record was put together does not show in its file', () => {
  const turned: PullRequestRecord = {
    ...full,
    segments: full.segments.toReversed(),
    approvals: [approval(eve, { at: day(3) }), approval(bob, { at: day(2) })],
    coAuthors: [eve, bob],
  };
  const other = { ...turned, approvals: turned.approvals.toReversed(), coAuthors: [bob, eve], segments: full.segments };
  expect(serializeRecord(turned)).toBe(serializeRecord(other));
});

test('one text a line, so that a diff and a search show it whole', () => {
  const lines = serializeRecord(full).split('\n');
  expect(lines).toContain(
    '  - { page: "jars", key: "aaaaaaaaaa", target: "1111111111", action: translated, words: 7 }',
  );
  expect(lines).toContain('title: "Jars and their lids"');
});

test('everything that is wrong is told at once, each with its line', () => {
  const text = serializeRecord(full)
    .replace('number: 5', 'number: five')
    .replace('merged-at:', 'merged:')
    .replace('action: translated', 'action: invented')
    .replace('words: 300', 'words: -3');
  const line = (part: string) => text.split('\n').findIndex((each) => each.includes(part)) + 1;
  const told = messages(text);
  expect(told).toHaveLength(5);
  expect(told).toContainEqual(expect.stringMatching(`^${PATH}:${line('number: five')}: number: .*expected`));
  expect(told).toContainEqual(
    expect.stringMatching(`^${PATH}:${line('merged:')}: unknown key "merged"; did you mean "merged-at"`),
  );
  expect(told).toContainEqual(
    expect.stringMatching(`^${PATH}:${line('invented')}: .*translated, updated, corrected, kept`),
  );
  expect(told).toContainEqual(expect.stringMatching(`^${PATH}:${line('words: -3')}: content\\[1\\]\\.words: `));
});

test('the name of the file and its year agree with what is in it', () => {
  const text = serializeRecord(full);
  expect(messages(text, 'translations/ledger/2025/pr-5.yml')).toEqual([
    'translations/ledger/2025/pr-5.yml:6: it happened in 2026; it belongs in translations/ledger/2026/pr-5.yml',
  ]);
  expect(messages(text, 'translations/ledger/2026/pr-6.yml')).toEqual([
    expect.stringContaining(
      'pr-6.yml:2: the file is called otherwise; it belongs in translations/ledger/2026/pr-5.yml',
    ),
  ]);
  expect(messages(text, 'translations/ledger/2026/review-5.yml').join('\n')).toContain('review expected');
  for (const path of [
    'translations/ledger/pr-5.yml',
    'translations/ledger/2026/pr-05.yml',
    'translations/ledger/2026/notes.yml',
  ])
    expect(messages(text, path)).toEqual([expect.stringContaining(`${path}:1: no record can stand here`)]);
});

test.each<[string, LedgerRecord, RegExp]>([
  [
    'a text twice',
    pull(5, ada, { segments: [segment('jars:a:1'), segment('jars:a:2')] }),
    /jars:aaaaaaaaaa stands here twice/,
  ],
  [
    'a maker who is no author',
    pull(5, ada, { segments: [segment('jars:a:1', { by: [22] })] }),
    /22 is none of author: and/,
  ],
  [
    'only correctors',
    pull(5, ada, { segments: [segment('jars:a:1', { correctors: [11] })] }),
    /somebody else has to have written/,
  ],
  [
    'an approval of another text',
    pull(5, ada, { approvals: [approval(bob, { only: ['jars:aaaaaaaaaa'] })] }),
    /segments: has no jars:a/,
  ],
  ['an author as co-author', pull(5, ada, { coAuthors: [ada] }), /11 is the author already/],
  ['two approvals in one', pull(5, ada, { approvals: [approval(bob), approval(bob)] }), /22 by "\*" approves twice/],
  [
    'a replacement of what was not corrected',
    pull(5, ada, { segments: [segment('jars:a:1', { replaces: '1111111111' })] }),
    /only with action: corrected/,
  ],
  ['a record reversed twice', pull(5, ada, { reverses: ['pr-1', 'pr-1'] }), /pr-1 stands here twice/],
  ['an adjustment of nothing', adjust(1, {}), /reverses: or award: expected/],
  ['a day that there is not', pull(5, ada, { mergedAt: '2026-02-30T12:00:00Z' }), /a moment that there is expected/],
  ['a text twice in a review', review(5, bob, ['jars:a:1', 'jars:a:1']), /jars:aaaaaaaaaa stands here twice/],
])('%s is refused', (_, record, message) => {
  const { file, findings } = parseRecord(serializeRecord(record), pathOf(record));
  expect(file).toBeUndefined();
  expect(findings).toEqual([expect.objectContaining({ message: expect.stringMatching(message) })]);
  expect(findings[0]?.line).toBeGreaterThan(0);
});

test.each([
  ['an alias bomb', `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`],
  ['a prototype', serializeRecord(full).replace('title:', '__proto__: { admin: true }\ntitle:')],
  ['a tag', 'type: !!js/function "function(){}"\n'],
  ['two documents', `${serializeRecord(full)}---\n${serializeRecord(full)}`],
  ['a key twice', `${serializeRecord(full)}title: "Another"\n`],
  ['nothing', ''],
  ['no mapping', '- 1\n'],
  ['a line without end', `title: "${'x'.repeat(5000)}"\n`],
  ['nesting without end', `${'['.repeat(3000)}\n`],
  ['a path out of the repository', serializeRecord(full).replace('docs/blog/lids.md', 'docs/../../etc/passwd')],
  ['a script as address', serializeRecord(full).replace('https://github.com/', 'javascript:')],
  ['a reversal of a path', `${serializeRecord(full)}reverses: [pr-1, "../pr-2"]\n`],
  ['a reversal of none', `${serializeRecord(full)}reverses: []\n`],
  ['a page that is a path', serializeRecord(full).replace('"lids"', '"../lids"')],
])('%s is refused with a line and nothing thrown', (_, text) => {
  const { file, findings } = parseRecord(text, PATH);
  expect(file).toBeUndefined();
  expect(findings.length).toBeGreaterThan(0);
  for (const finding of findings) {
    expect(finding).toMatchObject({ file: PATH, severity: 'error' });
    expect(finding.line).toBeGreaterThanOrEqual(1);
  }
  expect(Object.prototype).not.toHaveProperty('admin');
});

test('whatever is done to a file, it is read or refused, never half read', () => {
  const text = serializeRecord(full);
  const piece = fc.constantFrom(
    '\n',
    ' ',
    '- ',
    ': ',
    '"',
    '{',
    '}',
    '[',
    '#',
    '&a ',
    '*a',
    '\t',
    '---\n',
    'segments:\n',
    '  - { page: "jars"',
  );
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(20), piece, (at, length, put) => {
      const changed = text.slice(0, at) + put + text.slice(at + length);
      const { file, findings } = parseRecord(changed, PATH);
      expect(file === undefined).toBe(findings.length > 0);
    }),
    { numRuns: 500 },
  );
});
