import { expect, test } from 'vitest';
import { isMaintainers, isPlainPath, kindOf, kindsOf } from '../../tools/review/classify.ts';
import { ada, facts as pullRequestOf } from './made.ts';

test.each([
  ['translations/zh-CN/sql/jars.md', 'translation'],
  ['translations/zh-CN/glossary.yml', 'glossary'],
  ['docs/blog/lids.md', 'blog'],
  ['docs/faq/lids.md', 'faq'],
  ['docs/guide/ledger.md', 'guide'],
  ['docs/index.md', 'site'],
  ['translations/zh-CN/words.yml', 'site'],
  ['tools/cli.ts', 'tools'],
  ['package-lock.json', 'tools'],
  ['README.md', 'other'],
  // A page may be called like a script, a command or a workflow.
  ['translations/zh-CN/sql/check.sh.md', 'translation'],
  ['translations/zh-CN/sql/reviewers.yml.md', 'translation'],
  ['translations/zh-CN/sql/..md', 'other'],
])('%s is of the kind %s', (path, kind) => {
  expect(kindOf(path)).toBe(kind);
});

test.each([
  'translations/ledger/2026/pr-1.yml',
  'translations/ledger/anything',
  'translations/zh-CN/reviewers.yml',
  'translations/zh-CN/origins.yml',
  'translations/project.yml',
  'translations/points.yml',
  'translations/offices.yml',
  'translations/upstream.lock.yml',
  '.github/workflows/check.yml',
  '.github/CODEOWNERS',
  'docs/.github/x.yml',
  '.gitattributes',
  'translations/zh-CN/.gitattributes',
  '.npmrc',
  '../.github/workflows/check.yml',
  '../anything',
  // What disks without case take for the same.
  '.GitHub/workflows/x.yml',
  'translations/Ledger/2026/pr-1.yml',
  'docs/../translations/zh-CN/reviewers.yml',
])('%s is guarded', (path) => {
  expect(kindOf(path)).toBe('guarded');
});

test('kinds of a mixed pull request are told apart, in order', () => {
  const kinds = kindsOf(['translations/zh-CN/sql/b.md', 'tools/x.ts', 'translations/zh-CN/sql/a.md']);
  expect([...kinds.keys()].sort()).toEqual(['tools', 'translation']);
  expect(kinds.get('translation')).toEqual(['translations/zh-CN/sql/a.md', 'translations/zh-CN/sql/b.md']);
});

test('names with control characters, marks of direction or backslashes are not plain', () => {
  expect(isPlainPath('translations/zh-CN/sql/jars.md')).toBe(true);
  expect(isPlainPath('docs/blog/罐子 的.md')).toBe(true);
  for (const path of ['a\n::error::b', 'a\u202eb', 'a\\b', '../a', 'a<b', `${'a'.repeat(500)}`])
    expect(isPlainPath(path)).toBe(false);
});

test('a hundred thousand files are told apart as a few are', () => {
  const paths = Array.from({ length: 200_000 }, (_, at) => `translations/zh-CN/sql/p${at}.md`);
  expect(kindsOf(paths).get('translation')).toHaveLength(200_000);
});

test('maintainers are who GitHub says, and a program that pushes into the repository itself', () => {
  const may = (association: string, bot = false, from: string | undefined = 'someone/jars') => {
    const facts = pullRequestOf({ author: { ...ada, bot }, association });
    const branch = { ...facts.base, repository: 'org/jars' };
    return isMaintainers({ ...facts, base: branch, head: { ...branch, repository: from } });
  };
  for (const association of ['OWNER', 'MEMBER', 'COLLABORATOR']) expect(may(association)).toBe(true);
  for (const association of ['CONTRIBUTOR', 'FIRST_TIMER', 'NONE', 'MANNEQUIN', '', 'owner'])
    expect(may(association)).toBe(false);
  expect(may('NONE', true, 'org/jars')).toBe(true);
  expect(may('MEMBER', true)).toBe(false);
});
