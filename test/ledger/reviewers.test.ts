import { expect, test } from 'vitest';
import { entitlement, parseReviewers } from '../../tools/ledger/reviewers.ts';

const FILE = 'translations/fr/reviewers.yml';

const reviewers = parseReviewers(
  '- { id: 11, login: ada, folders: all }\n- id: 22\n  login: bob\n  folders: [sql, reference]\n',
  FILE,
);

test('a person is entitled by the folder of the page, or for all of them', () => {
  expect(entitlement(reviewers, 11, 'admin')).toBe('*');
  expect(entitlement(reviewers, 22, 'sql')).toBe('sql');
  expect(entitlement(reviewers, 22, 'admin')).toBeUndefined();
  expect(entitlement(reviewers, 33, 'sql')).toBeUndefined();
});

test('an empty list entitles nobody', () => {
  expect(entitlement(parseReviewers('', FILE), 11, 'sql')).toBeUndefined();
});

test('what is wrong is told at once, each with its line', () => {
  const wrong = [
    '- { id: ada, login: ada, folders: all }',
    '- { id: 22, login: "b/b", folders: all }',
    '- { id: 33, login: eve, folders: some }',
    '- { id: 44, login: kim, folders: ["../front"] }',
    '- { id: 55, login: lea, folder: [sql] }',
    '- { id: 55, login: lea, folders: [] }',
  ];
  let message = '';
  try {
    parseReviewers(wrong.join('\n'), FILE);
  } catch (error) {
    message = (error as Error).message;
  }
  const lines = new Set(message.split('\n').map((line) => line.replace(/^(.*:\d+):\d+: .*$/, '$1')));
  expect([...lines]).toEqual(wrong.map((_, at) => `${FILE}:${at + 1}`));
  expect(message).toContain('55 stands here twice');
  expect(message).toContain('did you mean "folders"?');
});
