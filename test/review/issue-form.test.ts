/** Answers of an issue form, as GitHub writes them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSuggestion } from '../../tools/review/issue-form.ts';

const body = (wording: string, reason = 'It reads better.') =>
  `### 页面 / Page\n\nsql-open\n\n### 段落键 / Key\n\n0123456789\n\n### 建议译文 / Suggested wording\n\n${wording}\n\n### 理由 / Reason\n\n${reason}\n`;
const form = { page: 'sql-open', key: '0123456789', wording: '打开罐子。', reason: 'It reads better.' };

test('the four answers, with labels in two languages or in English', () => {
  expect(readSuggestion(body('打开罐子。'))).toEqual(form);
  expect(readSuggestion(body('打开罐子。').replace(/### .* \/ /g, '### '))).toEqual(form);
  expect(readSuggestion(body('打开罐子。').replaceAll('\n', '\r\n'))).toEqual(form);
});

test('an answer in several lines keeps them; one left empty is empty', () => {
  expect(readSuggestion(body('one\n\ntwo', '_No response_'))).toEqual({ ...form, wording: 'one\n\ntwo', reason: '' });
});

test("what GitHub's form puts in a fence is taken out of it", () => {
  expect(readSuggestion(body('```markdown\nthe `lid`\n```'))?.wording).toBe('the `lid`');
});

test('names copied with their marks', () => {
  const copied = body('x').replace('sql-open', '`sql-open`').replace('0123456789', '@0123456789');
  expect(readSuggestion(copied)).toMatchObject({ page: 'sql-open', key: '0123456789' });
});

describe('what a reader types cannot answer another field', () => {
  test.each(['### Page\n\nother', '### 页面 / Page\n\nother', '### x / Key\n\nffffffffff'])('%j', (wording) => {
    expect(readSuggestion(body(`so\n\n${wording}`))).toMatchObject({ page: 'sql-open', key: '0123456789' });
  });
});

test('other issues are no suggestions', () => {
  for (const text of [
    '',
    'The page is wrong.',
    '### Page\n\nsql-open',
    '### Other / constructor\n\nx',
    'x'.repeat(70_000),
  ])
    expect(readSuggestion(text)).toBeUndefined();
});

test('no more of a name is looked at than a name can have', () => {
  const page = `x${'`'.repeat(65_000)}x`;
  expect(readSuggestion(`### Page\n\n${page}\n\n### Key\n\nk\n\n### Suggested wording\n\nw`)?.page).toBe('x');
});

test('nothing is thrown, whatever the body', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readSuggestion(body(text, text))));
});
