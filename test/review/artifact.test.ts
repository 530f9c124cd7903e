import { expect, test } from 'vitest';
import { Failure } from '../../tools/failure.ts';
import { MOST_FILE, parseArtifact, serializeArtifact } from '../../tools/review/artifact.ts';
import { full, quiet } from './artifacts.ts';

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const parsing = (value: unknown) => () => parseArtifact(bytes(value));

test('an artifact that was written is read back', () => {
  for (const artifact of [quiet, full('罐子\n`x`')])
    expect(parseArtifact(bytes(serializeArtifact(artifact)))).toEqual(artifact);
});

test('the same artifact is the same bytes', () => {
  expect(serializeArtifact(structuredClone(quiet))).toBe(serializeArtifact(quiet));
});

test.each([
  ['another number of the schema', { ...quiet, schema: 2 }],
  ['a field more', { ...quiet, comment: '<b>' }],
  ['a field less', { ...quiet, head: undefined }],
  ['a head that is no commit', { ...quiet, head: 'main' }],
  ['a number that is none', { ...quiet, pullRequest: '7; rm' }],
  ['a negative number', { ...quiet, pullRequest: -7 }],
  ['a login with markup', { ...quiet, people: [{ id: 1, login: '<b>', points: 1 }] }],
  [
    'a rule with markup',
    { ...quiet, findings: { errors: 1, warnings: 0, list: [{ ...full('x').findings.list[0], rule: '`<b>' }] } },
  ],
  ['a text that is too long', { ...quiet, notes: ['x'.repeat(10_000)] }],
  ['a list that is too long', { ...quiet, notes: Array.from({ length: 1000 }, () => 'x') }],
  ['an infinite count', JSON.stringify(quiet).replace('"pages":1', '"pages":1e999')],
  ['a prototype', JSON.stringify(quiet).replace('{', '{"__proto__":{"x":1},')],
  ['a list', [quiet]],
  ['no JSON', '{'],
  ['nothing', ''],
])('%s is refused, without repeating it', (_, value) => {
  expect(parsing(value)).toThrow(Failure);
  expect(parsing(value)).toThrow(
    /^the artifact is (?:no JSON|not what check writes: [\w.]+(?: top)? is wrong \(\w+\))$/,
  );
});

test('what is no UTF-8, or too large, is refused before it is read', () => {
  expect(() => parseArtifact(new Uint8Array([0xff, 0xfe]))).toThrow('no JSON');
  expect(() => parseArtifact(new Uint8Array(MOST_FILE + 1))).toThrow('larger than');
});
