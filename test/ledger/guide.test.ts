/** The guide's examples are files that the tools would write, byte by byte. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseRecord } from '../../tools/ledger/parse.ts';
import { entitlement, parseReviewers } from '../../tools/ledger/reviewers.ts';
import { serializeRecord } from '../../tools/ledger/serialize.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/guide/ledger.md'), 'utf8');
const [pull, review, adjust, reviewers] = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);

test.each([
  ['pr-123', pull],
  ['review-4567', review],
  ['adjust-1', adjust],
])('%s', (name, text = '') => {
  const { file, findings } = parseRecord(text, `translations/ledger/2026/${name}.yml`);
  expect(findings).toEqual([]);
  expect(file && serializeRecord(file.record)).toBe(text);
});

test('the list of reviewers', () => {
  const list = parseReviewers(reviewers ?? '', 'reviewers.yml');
  expect([entitlement(list, 1003, 'admin'), entitlement(list, 1002, 'sql')]).toEqual(['*', 'sql']);
});
