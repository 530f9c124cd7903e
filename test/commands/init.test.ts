import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type InitOptions, init } from '../../tools/commands/init.ts';
import { sync } from '../../tools/commands/sync.ts';
import { readCommonFiles, readLanguageFiles } from '../../tools/commands/words.ts';
import { parseRules } from '../../tools/points/parse-rules.ts';
import { parseProject } from '../../tools/project/parse-project.ts';
import { contentsOf, temporary } from './helpers/folder.ts';
import { failureOf, record } from './helpers/record.ts';
import { sampleUpstream, toolRoot } from './helpers/shared.ts';

const options: InitOptions = {
  upstream: 'https://git.example/tinyrow.git',
  language: 'fr',
  versions: [
    { name: '3', ref: 'REL_3_STABLE' },
    { name: '2', ref: 'REL_2_STABLE' },
  ],
  title: undefined,
  repository: undefined,
  site: undefined,
  languageFiles: new Map(),
  commonFiles: new Map(),
};

test('makes a workspace whose configuration is what was asked for, the first version current', async () => {
  const root = join(temporary(), 'new/manual');
  const context = record(root);
  expect(await init(context, { ...options, repository: 'example/tinyrow', site: 'https://manual.example/fr' })).toBe(0);
  const project = parseProject(readFileSync(join(root, 'translations/project.yml'), 'utf8'), 'project.yml');
  expect(project).toMatchObject({
    upstream: options.upstream,
    language: 'fr',
    repository: 'example/tinyrow',
    site: 'https://manual.example/fr/',
  });
  expect(project.versions.map(({ name, ref, current }) => [name, ref, current])).toEqual([
    ['3', 'REL_3_STABLE', true],
    ['2', 'REL_2_STABLE', false],
  ]);
  expect(context.printed.join('\n')).toContain(`pgdoc sync --root ${root}`);
});

test('what it makes can be synced at once', async () => {
  const root = join(temporary(), 'manual');
  await init(record(root), { ...options, upstream: await sampleUpstream() });
  expect(await sync(record(root), { pins: new Map() })).toBe(0);
  expect(existsSync(join(root, 'translations/fr/sql/queries-lists.md'))).toBe(true);
});

test.each<[string, Partial<InitOptions>, RegExp]>([
  ['a language that is no tag', { language: 'Klingon spoken' }, /language: .*zh-CN, ja or fr/],
  ['a tag with an underscore', { language: 'zh_CN' }, /language: .*"zh-CN"/],
  ['a language that leads elsewhere', { language: '../../x' }, /language/],
  ['a version that is no number', { versions: [{ name: 'next', ref: 'master' }] }, /name: .*"18"/],
  ['a branch that git would take for an option', { versions: [{ name: '3', ref: '--upload-pack=x' }] }, /ref: /],
  ['a repository that is an address', { repository: 'https://github.com/a/b' }, /repository: owner\/name/],
  ['a site without a protocol', { site: 'manual.example' }, /site: .*https:\/\/example\.org/],
])('refuses %s, and writes nothing', async (_, wrong, message) => {
  const root = join(temporary(), 'manual');
  const failure = await failureOf(init(record(root), { ...options, ...wrong }));
  expect(failure.exitCode).toBe(2);
  expect(failure.message).toMatch(message);
  expect(existsSync(root)).toBe(false);
});

test('refuses a folder that is a workspace already', async () => {
  const root = temporary();
  await init(record(root), options);
  const before = contentsOf(root);
  const failure = await failureOf(init(record(root), { ...options, language: 'ja' }));
  expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('is a workspace already')]);
  expect(contentsOf(root)).toEqual(before);
});

test('keeps what people have in the folder, and adds to .gitignore only what it lacks', async () => {
  const root = temporary();
  mkdirSync(join(root, 'translations/fr'), { recursive: true });
  writeFileSync(join(root, '.gitignore'), '*.bak\nnode_modules/');
  writeFileSync(join(root, 'translations/fr/words.yml'), 'site: {}\n');
  const languageFiles = new Map([
    ['words.yml', 'page: {}\n'],
    ['glossary.yml', '[]\n'],
  ]);
  await init(record(root), { ...options, languageFiles });
  expect(readFileSync(join(root, '.gitignore'), 'utf8')).toBe('*.bak\nnode_modules/\n.cache/\ndist/\n');
  expect(readFileSync(join(root, 'translations/fr/words.yml'), 'utf8')).toBe('site: {}\n');
  expect(readFileSync(join(root, 'translations/fr/glossary.yml'), 'utf8')).toBe('[]\n');
});

test('a language that the tool knows begins with its words and its glossary', async () => {
  const root = join(temporary(), 'manual');
  await init(record(root), { ...options, language: 'zh-CN', languageFiles: readLanguageFiles(toolRoot, 'zh-CN') });
  for (const name of ['words.yml', 'glossary.yml'])
    expect(readFileSync(join(root, 'translations/zh-CN', name))).toEqual(
      readFileSync(join(toolRoot, 'translations/zh-CN', name)),
    );
  expect(readLanguageFiles(toolRoot, 'tlh').size).toBe(0);
  expect(readLanguageFiles(toolRoot, '../zh-CN').size).toBe(0);
});

test('begins with rules of points, and nobody in office; those that are there stay', async () => {
  const root = temporary();
  mkdirSync(join(root, 'translations'), { recursive: true });
  writeFileSync(join(root, 'translations/offices.yml'), '# ours\n[]\n');
  await init(record(root), { ...options, commonFiles: readCommonFiles(toolRoot) });
  expect(readFileSync(join(root, 'translations/offices.yml'), 'utf8')).toBe('# ours\n[]\n');
  expect(parseRules(readFileSync(join(root, 'translations/points.yml'), 'utf8')).texts.has('translated')).toBe(true);
});

test('a dry run names the files and writes none', async () => {
  const root = join(temporary(), 'manual');
  const context = record(root, { dryRun: true });
  expect(await init(context, options)).toBe(0);
  expect(context.printed.join('\n')).toContain('would write translations/project.yml');
  expect(existsSync(root)).toBe(false);
});
