import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { glossaryPage } from '../../tools/commands/build/glossary-page.ts';
import { readInputs } from '../../tools/commands/build/inputs.ts';
import { digestInputs } from '../../tools/commands/build/inputs-digest.ts';
import { build } from '../../tools/commands/build.ts';
import { terms } from '../../tools/commands/terms.ts';
import { readWords } from '../../tools/commands/words.ts';
import { glossaryOf } from '../../tools/glossary/find.ts';
import { parseGlossary } from '../../tools/glossary/parse.ts';
import { parseProject } from '../../tools/project/parse-project.ts';
import { keyOf } from '../../tools/segment/key.ts';
import { pgdoc } from './helpers/cli.ts';
import { digestOf, temporary } from './helpers/folder.ts';
import { readSite } from './helpers/html.ts';
import { checkLinks } from './helpers/links.ts';
import { failureOf, record } from './helpers/record.ts';
import { builtSite, copyWorkspace, editFile, toolRoot, translatedWorkspace } from './helpers/shared.ts';

const GLOSSARY = 'translations/zh-CN/glossary.yml';

const PROJECT = 'title: T\nupstream: nowhere\nlanguage: fr\nversions:\n  - { name: "3", ref: REL_3_STABLE }\n';

/** A workspace of a few pages, which needs no upstream. */
function small(glossary: string, pages: Readonly<Record<string, string>>): string {
  const root = temporary();
  mkdirSync(join(root, 'translations/fr/sql'), { recursive: true });
  writeFileSync(join(root, 'translations/project.yml'), PROJECT);
  writeFileSync(join(root, 'translations/fr/glossary.yml'), glossary);
  for (const [page, text] of Object.entries(pages)) writeFileSync(join(root, `translations/fr/sql/${page}.md`), text);
  return root;
}

describe('of a page', () => {
  let root: string;
  beforeAll(async () => {
    root = await translatedWorkspace();
  });

  const asJson = async (names: readonly string[]) => {
    const context = record(root, { json: true });
    expect(await terms(context, names)).toBe(0);
    return JSON.parse(context.printed.join('\n'));
  };

  test('--json has each term that occurs, with how often, the most frequent first', async () => {
    const { language, file, pages } = await asJson(['locking-rows']);
    expect([language, file]).toEqual(['zh-CN', GLOSSARY]);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatchObject({ page: 'locking-rows', file: 'translations/zh-CN/sql/locking-rows.md' });
    const counts = pages[0].terms.map(({ count }: { count: number }) => count);
    expect(counts.length).toBeGreaterThan(1);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    const row = pages[0].terms.find(({ term }: { term: string }) => term === 'row');
    expect(row).toMatchObject({ targets: ['行'], partOfSpeech: 'noun' });
  });

  test('the table names what to use, what not, and the meaning', async () => {
    const context = record(root);
    await terms(context, ['locking-rows']);
    const table = context.printed.join('\n');
    expect(table).toMatch(/^times +term +translation +not +meaning and notes$/m);
    expect(table).toMatch(/^ +\d+ +guest +客人 +用户 +连到服务器上的人或程序$/m);
  });

  test('without a page, the whole glossary in the order of its file', async () => {
    const { terms: all } = await asJson([]);
    expect(all.map(({ term }: { term: string }) => term)).toEqual([
      'drawer',
      'guest',
      'jar',
      'promise',
      'row',
      'SQL',
      'table',
    ]);
  });

  test('several pages come in the order in which they were named, and nothing is written', async () => {
    const before = digestOf(root);
    const { pages } = await asJson(['tutorial-start', 'locking-rows']);
    expect(pages.map(({ page }: { page: string }) => page)).toEqual(['tutorial-start', 'locking-rows']);
    expect(digestOf(root)).toEqual(before);
  });

  test.each(['no-such-page', '../../project', '__proto__', 'sql/locking-rows', ''])(
    'refuses the page "%s"',
    async (page) => {
      const failure = await failureOf(terms(record(root), [page]));
      expect([failure.exitCode, failure.message]).toEqual([
        2,
        expect.stringContaining(`there is no page ${JSON.stringify(page)}`),
      ]);
    },
  );

  test('a page whose name has a slip in it: the nearest one is named', async () => {
    expect((await failureOf(terms(record(root), ['locking-row']))).message).toContain('did you mean locking-rows?');
  });
});

test('code, addresses and tags are no places of terms', async () => {
  const source = 'The `jar` and [its jar](#jar-lid) hold <code>jar <var>jar</var></code>; see [[sql-jar]].';
  const page = `# jars\n\n> ${source}\n<!-- @${keyOf(source)} -->\n`;
  const root = small('- term: jar\n  target: bocal\n', { jars: page });
  const context = record(root, { json: true });
  expect(await terms(context, ['jars'])).toBe(0);
  expect(JSON.parse(context.printed.join('')).pages[0].terms).toMatchObject([{ term: 'jar', count: 1 }]);
});

test('other pages are not read: a broken one does no harm; its own broken entry is named', async () => {
  const root = small('- term: jar\n  target: bocal\n', { good: '# good\n', bad: '# bad\n\n> jar\nno marker\n' });
  const context = record(root);
  expect(await terms(context, ['good'])).toBe(0);
  expect(context.told).toEqual([]);
  expect(context.printed.join('')).toContain('no term of the glossary occurs');
  expect(await terms(context, ['bad'])).toBe(1);
  expect(context.told.join('')).toMatch(/bad\.md:3: error: /);
});

test.each([
  ['a workspace without a glossary', 'translations/fr/glossary.yml', /there is no translations\/fr\/glossary\.yml/],
  ['a workspace without catalogs', 'translations/fr/sql', /pgdoc sync/],
])('%s says what to do', async (_, gone, message) => {
  const root = small('[]\n', { jars: '# jars\n' });
  rmSync(join(root, gone), { recursive: true });
  const failure = await failureOf(terms(record(root), ['jars']));
  expect([failure.exitCode, failure.message]).toEqual([2, expect.stringMatching(message)]);
});

test('a broken glossary is told with its line', async () => {
  const root = small('- term: jar\n  meaning: pot\n', { jars: '# jars\n' });
  const failure = await failureOf(terms(record(root), []));
  expect([failure.exitCode, failure.message]).toEqual([
    2,
    expect.stringMatching(/^translations\/fr\/glossary\.yml:2:3: /m),
  ]);
});

test('the command line: an unknown page ends with 2', async () => {
  const root = small('- term: jar\n  target: bocal\n', { jars: '# jars\n' });
  const run = await pgdoc(['terms', 'jers', '--root', root]);
  expect([run.code, run.stdout]).toEqual([2, '']);
  expect(run.stderr).toContain('did you mean jars?');
  expect((await pgdoc(['terms', '--root', root])).stdout).toContain('bocal');
});

describe('on the site', () => {
  const buildAt = (root: string, out: string) => build(record(root), { out, versions: ['2'], search: false, toolRoot });
  const copy = async () => {
    const root = temporary();
    await copyWorkspace(root);
    return root;
  };

  test('a page has a row a term, with an anchor; the navigation and the sitemap lead there', async () => {
    const folder = await builtSite();
    const site = readSite(folder);
    const rows = site.pages.get('glossary.html')?.filter(({ name }) => name === 'tr') ?? [];
    const anchors = ['drawer', 'guest', 'jar', 'promise', 'row', 'sql', 'table'].map((term) => `term-${term}`);
    expect(rows.map(({ attributes }) => attributes.id)).toEqual([undefined, ...anchors]);
    expect(site.html('docs/3/locking-rows.html')).toContain('href="../../glossary.html"');
    expect(checkLinks(folder).broken.filter((link) => link.includes('glossary.html'))).toEqual([]);
    expect(site.html('sitemap-pages.xml')).toContain('/glossary.html<');
  });

  test('a changed term changes its page alone, in the bytes of a fresh build; a part has the bytes of the whole', async () => {
    const root = await copy();
    const out = join(temporary(), 'site');
    await buildAt(root, out);
    expect(readSite(out).html('glossary.html')).toBe(readSite(await builtSite()).html('glossary.html'));
    const before = digestOf(out);
    editFile(join(root, GLOSSARY), (text) => text.replace('target: 抽屉', 'target: 抽斗'));
    await buildAt(root, out);
    const changed = digestOf(out).filter((line) => !before.includes(line));
    expect(changed.map((line) => line.split(' ')[0])).toEqual(['glossary.html']);
    const fresh = join(temporary(), 'site');
    await buildAt(root, fresh);
    expect(digestOf(fresh)).toEqual(digestOf(out));
  });

  test('without terms there is no page, and no link to it', async () => {
    const root = await copy();
    writeFileSync(join(root, GLOSSARY), '# none\n');
    const out = join(temporary(), 'site');
    await buildAt(root, out);
    const site = readSite(out);
    expect(site.files.has('glossary.html')).toBe(false);
    for (const path of ['index.html', '404.html', 'docs/2/locking.html'])
      expect([path, site.html(path).match(/"[^"]*glossary\.html"/g)]).toEqual([path, null]);
  });

  test('a page of that name that the workspace wrote itself stands in its place', async () => {
    const root = await copy();
    writeFileSync(join(root, 'docs/glossary.md'), '# Our own words\n');
    const { articles } = await readInputs(record(root), await digestInputs(record(root), toolRoot));
    expect(articles.filter(({ path }) => path === 'glossary').map((page) => page.html())).toEqual([
      expect.stringContaining('Our own words'),
    ]);
  });

  test('no markup of an entry comes through, and terms that differ in capitals only have anchors of their own', () => {
    const glossary = glossaryOf(
      parseGlossary(
        "- term: set\n  target: <b>a</b>\n  note: '<script>{{ 1 }}</script>'\n- term: SET\n  target: SET\n  case: exact\n",
        'glossary.yml',
      ),
    );
    const words = readWords(temporary(), 'fr', toolRoot);
    const html = glossaryPage(glossary, parseProject(PROJECT, 'project.yml'), words).html();
    expect(html).toContain('&lt;b&gt;a&lt;/b&gt;');
    expect(html).not.toMatch(/<b>|<script/);
    expect(html).toContain('id="term-set"');
    expect(html).toContain('id="term-set-2"');
  });

  test('a broken glossary stops the build before anything is written', async () => {
    const root = await copy();
    const out = join(temporary(), 'site');
    editFile(join(root, GLOSSARY), (text) => `${text}- term: lid\n`);
    const failure = await failureOf(buildAt(root, out));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining(`${GLOSSARY}:`)]);
    expect(existsSync(out)).toBe(false);
  });
});
