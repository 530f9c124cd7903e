import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../tools/commands/build.ts';
import { sync } from '../../tools/commands/sync.ts';
import { digestOf, temporary } from './helpers/folder.ts';
import { brokenLinks, readSite, tagsOf, textOf } from './helpers/html.ts';
import { failureOf, record } from './helpers/record.ts';
import { builtSite, copyWorkspace, editFile, toolRoot } from './helpers/shared.ts';

const options = (out: string) => ({ out, versions: undefined, search: false, toolRoot });

async function workspace(): Promise<{ root: string; out: string }> {
  const folder = temporary();
  const root = join(folder, 'workspace');
  await copyWorkspace(root);
  return { root, out: join(folder, 'site') };
}

test('the same workspace gives the same bytes, wherever it lies and whatever was there before', async () => {
  const { root, out } = await workspace();
  cpSync(await builtSite(), out, { recursive: true });
  writeFileSync(join(out, 'docs/3/old-page.html'), 'gone upstream since');
  const before = digestOf(root);
  expect(await build(record(root), { ...options(out), search: true })).toBe(0);
  expect(digestOf(out)).toEqual(digestOf(await builtSite()));
  expect(digestOf(root)).toEqual(before);
});

test('--version builds that part of the site alone; it leads to the other versions as the whole site does', async () => {
  const { root, out } = await workspace();
  const context = record(root, { json: true });
  expect(await build(context, { ...options(out), versions: ['2'] })).toBe(0);
  expect(JSON.parse(context.printed.join('\n'))).toMatchObject({ out, versions: ['2'] });
  expect([existsSync(join(out, 'docs/2/index.html')), existsSync(join(out, 'docs/3'))]).toEqual([true, false]);
  expect(brokenLinks(readSite(out)).filter((link) => !/docs\/3\/|\.\.\/3\/|^404/.test(link))).toEqual([]);
});

describe('a build after a change', () => {
  const changes: Readonly<Record<string, (root: string) => void>> = {
    'of a paragraph': (root) => replace(root, 'zh-CN/admin/config-naps.md', '客人等待一行多久', '客人要等一行多久'),
    'of a title that other pages show': (root) =>
      replace(root, 'zh-CN/sql/locking-rows.md', '碰一行的三种方式', '三种碰法'),
    'of a new translation': (root) =>
      editFile(join(root, 'translations/zh-CN/appendixes/glossary.md'), (text) =>
        text.replace(/(-->\n)\n/g, '$1某个词\n\n'),
      ),
    'of the words of the index': (root) =>
      editFile(join(root, 'translations/zh-CN/tutorial/tutorial-open.md'), (text) =>
        text.replace(/(index -->\n)抽屉\n/, '$1大抽屉\n'),
      ),
    'of the configuration': (root) => replace(root, 'project.yml', 'TinyRow 中文手册', 'TinyRow 手册'),
    'of an article': (root) =>
      editFile(join(root, 'docs/faq/drawer-full.md'), (text) => text.replace('怎么办', '该怎么办')),
    'by somebody in the site itself': () => {},
  };
  const replace = (root: string, path: string, from: string, to: string): void =>
    editFile(join(root, 'translations', path), (text) => text.replace(from, to));

  test.each(Object.keys(changes))('%s is the same site as one made anew', async (name) => {
    const { root, out } = await workspace();
    await build(record(root), options(out));
    changes[name]?.(root);
    writeFileSync(join(out, 'docs/3/locking.html'), 'tampered with');
    rmSync(join(out, 'docs/2/locking.html'));
    await build(record(root), options(out));
    await build(record(root), { ...options(`${out}-anew`), full: true });
    expect(digestOf(out)).toEqual(digestOf(`${out}-anew`));
  });
});

test('refuses a version that the project has not', async () => {
  const { root, out } = await workspace();
  const failure = await failureOf(build(record(root), { ...options(out), versions: ['4'] }));
  expect([failure.exitCode, failure.message]).toEqual([2, expect.stringMatching(/--version 4.*3, 2/)]);
  expect(existsSync(out)).toBe(false);
});

test('a version without a pin asks for a sync', async () => {
  const { root, out } = await workspace();
  rmSync(join(root, 'translations/upstream.lock.yml'));
  const failure = await failureOf(build(record(root), options(out)));
  expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('pgdoc sync')]);
  expect(existsSync(out)).toBe(false);
});

describe('the folder that was there', () => {
  test('is refused when pgdoc did not make it', async () => {
    const { root, out } = await workspace();
    mkdirSync(out);
    writeFileSync(join(out, 'thesis.txt'), 'years of work');
    const failure = await failureOf(build(record(root), options(out)));
    expect([failure.exitCode, failure.message]).toEqual([2, expect.stringContaining('pgdoc did not make')]);
    expect(digestOf(out)).toHaveLength(1);
  });

  test('cannot be the workspace itself', async () => {
    const { root } = await workspace();
    const before = digestOf(root);
    const failure = await failureOf(build(record(root), options(root)));
    expect(failure.exitCode).toBe(2);
    expect(digestOf(root)).toEqual(before);
  });

  test('stays as it was when the build fails', async () => {
    const { root, out } = await workspace();
    cpSync(await builtSite(), out, { recursive: true });
    const before = digestOf(out);
    writeFileSync(join(root, 'docs/blog/bad.md'), '---\ntitle: Bad\nhead: [[script, {}, alert(1)]]\n---\nText.\n');
    const context = record(root);
    const failure = await failureOf(build(context, options(out)));
    expect([failure.exitCode, failure.message]).toEqual([1, expect.stringContaining('nothing was built')]);
    expect(context.told.join('\n')).toMatch(/^docs\/blog\/bad\.md:3: error: .*`head`/m);
    expect(digestOf(out)).toEqual(before);
    expect(existsSync(join(out, '../.site.pgdoc-new'))).toBe(false);
  });
});

test('a broken entry of a catalog is a warning to the builder: the page shows its English', async () => {
  const { root, out } = await workspace();
  const path = 'translations/zh-CN/sql/locking-rows.md';
  editFile(join(root, path), (text) => text.replace('> Three Ways', '> Four Ways'));
  const context = record(root);
  expect(await build(context, options(out))).toBe(0);
  expect(context.told.join('\n')).toMatch(new RegExp(`^${path}:3: .*does not match its key`, 'm'));
  const text = textOf(readFileSync(join(out, 'docs/3/locking-rows.html'), 'utf8').split('<article')[1] ?? '');
  expect(text).toContain('Three Ways to Touch a Row');
  expect(text).not.toMatch(/碰一行的三种方式|Four Ways/);
});

describe('what a contributor writes', () => {
  const hostile = [
    '{{ 1+1 }} {{ constructor.constructor("globalThis.ran = 1")() }}',
    '<script>globalThis.ran = 2</script>',
    '[x](javascript:alert(1)) [y](data:text/html,z) <javascript:alert(2)>',
    '<img src=x onerror="alert(3)"> <svg/onload=alert(4)> <iframe src="https://evil.example/"></iframe>',
    '<var onclick="alert(5)">v</var> <a href="https://evil.example" style="x">z</a> &lt;script&gt;alert(6)&lt;/script&gt;',
    '![i](https://evil.example/i.png) <code data-key="0000000000">k</code>',
  ];

  test('as a target shows as text, and nothing of it runs or loads', async () => {
    const { root, out } = await workspace();
    const file = join(root, 'translations/zh-CN/sql/locking-rows.md');
    editFile(file, (text) => {
      let at = 0;
      return text.replace(/(-->\n)[^\n>]*\n/g, (whole, marker: string) => {
        const words = hostile[at++];
        return words === undefined ? whole : `${marker}${words}\n`;
      });
    });
    expect(await build(record(root), options(out))).toBe(0);
    const html = readFileSync(join(out, 'docs/3/locking-rows.html'), 'utf8');
    const article = /<article[\s\S]*<\/article>/.exec(html)?.[0] ?? '';
    const text = textOf(article);
    for (const words of [
      '{{ 1+1 }}',
      '<script>globalThis.ran = 2</script>',
      '<img src=x onerror=',
      '<iframe src=',
      'onclick=',
    ])
      expect(text).toContain(words);
    expectHarmless(html);
    expect('ran' in globalThis).toBe(false);
  });

  test('in blog, questions and guides shows as text, too; no file of the machine comes in', async () => {
    const { root, out } = await workspace();
    const body = [
      hostile[0],
      hostile[1],
      '<img src=x onerror="alert(3)"> <iframe src="https://evil.example/"></iframe>',
      '<script setup>globalThis.ran = 3</script>',
      '<<< @/package.json',
      '<!--@include: ../../translations/project.yml-->',
      '{{ $frontmatter.title }}',
      '<style>body { display: none }</style>',
      '[[toc]]',
    ].join('\n\n');
    const title = 'T {{ 2+2 }} </title><script>globalThis.ran = 4</script>';
    writeFileSync(join(root, 'docs/blog/hostile.md'), `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n`);
    writeFileSync(join(root, 'docs/faq/hostile.md'), `# Q {{ 2+2 }}\n\n${body}\n`);
    expect(await build(record(root), options(out))).toBe(0);
    for (const page of ['blog/hostile', 'faq/hostile', 'blog/index', 'faq/index']) {
      const html = readFileSync(join(out, `${page}.html`), 'utf8');
      expect(textOf(html)).toContain('{{ 2+2 }}');
      expect(html).not.toMatch(/"private"|REL_3_STABLE|>4</);
      expectHarmless(html);
    }
    expect(textOf(readFileSync(join(out, 'blog/hostile.html'), 'utf8'))).toContain('<<< @/package.json');
    expect('ran' in globalThis).toBe(false);
  });

  test('as a link or front matter that could do harm is an error at its line, and nothing is built', async () => {
    const { root, out } = await workspace();
    const lines = [
      '---',
      'title: x',
      'layout: home',
      '---',
      '',
      '[x](javascript:alert(1))',
      '',
      '[y](data:text/html,z)',
    ];
    writeFileSync(join(root, 'docs/faq/hostile.md'), `${lines.join('\n')}\n`);
    const context = record(root);
    const failure = await failureOf(build(context, options(out)));
    expect(failure.exitCode).toBe(1);
    for (const line of [3, 6, 8]) expect(context.told.join('\n')).toContain(`docs/faq/hostile.md:${line}: error: `);
    expect(existsSync(out)).toBe(false);
  });

  function expectHarmless(html: string): void {
    for (const { name, attributes } of tagsOf(html)) {
      expect(Object.keys(attributes).filter((key) => key.startsWith('on') || key.startsWith('v-'))).toEqual([]);
      expect(['iframe', 'object', 'embed', 'base', 'img']).not.toContain(name);
      for (const url of [attributes.href, attributes.src])
        expect(url ?? '').not.toMatch(/^\s*(?:javascript|vbscript|data:text)/i);
    }
    // The one before the first paint, and the client bundle.
    expect(html.match(/<script\b/g)).toHaveLength(2);
    expect(html.match(/<style\b/g)).toHaveLength(1);
    expect(html).not.toContain('data-key="0000000000"');
  }
});

test('a page that went upstream is gone from the next site', async () => {
  const { root, out } = await workspace();
  await build(record(root), options(out));
  expect(existsSync(join(out, 'docs/3/monitoring-naps.html'))).toBe(true);
  await sync(record(root), { pins: new Map([['3', 'REL_3_0']]) });
  await build(record(root), options(out));
  expect(existsSync(join(out, 'docs/3/monitoring-naps.html'))).toBe(false);
  expect(existsSync(join(out, 'docs/current/monitoring-naps.html'))).toBe(false);
});
