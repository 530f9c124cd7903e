/** Blog and questions of the built sample: pages, lists, feeds, what the manual shows of them, and what a change touches. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../tools/commands/build.ts';
import { check } from '../../tools/commands/check.ts';
import { exportWechat } from '../../tools/commands/export-wechat.ts';
import { digestOf } from './helpers/folder.ts';
import { textOf } from './helpers/html.ts';
import { checkLinks } from './helpers/links.ts';
import { record } from './helpers/record.ts';
import { builtSite, editFile, toolRoot, workspaceToBuild } from './helpers/shared.ts';

let site: string;
beforeAll(async () => {
  site = await builtSite();
});
const read = (path: string): string => readFileSync(join(site, path), 'utf8');
const structured = (path: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read(path))?.[1] ?? 'null');

describe('the blog', () => {
  test('lists posts, the newest first, with what each says of itself; a draft is nowhere', () => {
    const html = read('blog/index.html');
    const order = [...html.matchAll(/<h2><a href="([^"]+)"/g)].map(([, href]) => href);
    expect(order).toEqual([
      '2026-06-11-one-drawer-a-year.html',
      '2026-05-20-release-3-1.html',
      '2026-02-14-locks-by-hand.html',
      '2025-11-02-first-words.html',
    ]);
    expect(html).toMatch(/<img src="drawer-shelf\.svg" alt="" loading="lazy">/);
    expect(textOf(html)).toContain('精选');
    const all = readdirSync(site, { recursive: true, encoding: 'utf8' });
    expect(all.filter((path) => path.includes('meeting'))).toEqual([]);
    for (const path of [
      'blog/index.html',
      'blog/atom.xml',
      'blog/archive.html',
      'blog/tags/index.html',
      'sitemap-pages.xml',
    ])
      expect(read(path)).not.toContain('七月聚会');
  });

  test('a post says who, when and how long, what it holds, and where to read on', () => {
    const path = 'blog/2026-06-11-one-drawer-a-year.html';
    const html = read(path);
    expect(html).toMatch(/<time datetime="2026-06-11">2026 年 6 月 11 日<\/time>/);
    for (const href of [
      'authors/qiu-jar.html',
      'authors/wen-cup.html',
      'tags/%E5%AE%B9%E9%87%8F.html',
      '../docs/3/storage-limits.html',
      '2026-05-20-release-3-1.html',
    ])
      expect(html).toContain(`href="${href}"`);
    expect(html).toContain('<img src="drawer-shelf.svg" alt="三层抽屉的柜子，中间一层拉开了一半">');
    expect(html).toMatch(/<nav class="outline"[\s\S]*?href="#%E5%B0%8F%E7%BB%93"/);
    expect(structured(path)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'BlogPosting',
      datePublished: '2026-06-11',
      author: [{ name: 'qiu-jar' }, { name: 'Wen-Cup' }],
      image: 'http://localhost:4173/blog/drawer-shelf.svg',
    });
    expect(html).toContain('<link rel="alternate" type="application/atom+xml"');
    expect(read('index.html')).toContain('href="./blog/rss.xml"');
  });

  test('tags, authors and years have their lists; every link of them leads somewhere', () => {
    expect(textOf(read('blog/authors/qiu-jar.html'))).toContain('两位客人抢一行');
    expect(textOf(read('blog/tags/锁.html'))).not.toContain('第一批译文');
    expect(read('blog/archive.html')).toMatch(/id="y2026"[\s\S]*id="y2025"/);
    const broken = checkLinks(site).broken.filter((link) => /^(blog|faq)\//.test(link));
    expect(broken).toEqual([]);
  });
});

describe('questions', () => {
  test('are listed by category, with counts; the box is for the script alone', () => {
    const html = read('faq/index.html');
    expect(html).toMatch(/<h2 id="c-锁">锁 <small>共 2 个问题<\/small><\/h2>/);
    expect(html).toMatch(/<div class="question-filter" data-extra hidden>/);
    expect(textOf(html)).toContain('手册里的“客人”指什么？');
  });

  test('an answer names its versions and pages of the manual in both languages, and leads to the like', () => {
    const path = 'faq/which-lock.html';
    expect(read(path)).toContain('href="../docs/3/locking-rows.html#LOCKING-GLANCE"');
    expect(read(path)).toContain('href="deadlock.html"');
    expect(read(path)).toContain('https://github.com/example/tinyrow-docs/edit/main/docs/faq/which-lock.md');
    expect(structured(path)).toMatchObject({
      '@type': 'FAQPage',
      mainEntity: [{ '@type': 'Question', name: '别人正在改的行，我能读吗？', acceptedAnswer: { '@type': 'Answer' } }],
    });
  });

  test('stand below the pages of the manual that they speak of, in their versions', () => {
    const shown = (path: string) =>
      [...read(path).matchAll(/<aside class="page-questions"[\s\S]*?<\/aside>/g)].join('');
    expect(shown('docs/3/locking-deadlock.html')).toContain('href="../../faq/deadlock.html"');
    expect(shown('docs/current/locking-deadlock.html')).toContain('href="../../faq/deadlock.html"');
    expect(shown('docs/2/locking.html')).toContain('which-lock.html');
    expect(shown('docs/2/config-naps.html')).not.toContain('deadlock.html');
    expect(shown('docs/3/notation.html')).toBe('');
  });
});

test('a changed question makes the pages of the manual that show it anew, and no other; what it names wrongly is told', async () => {
  const { root, out } = await workspaceToBuild();
  const options = { out, versions: ['3'], search: false, toolRoot };
  await build(record(root), options);
  const before = new Set(digestOf(out));
  editFile(join(root, 'docs/faq/deadlock.md'), (text) =>
    text.replace('谁会先让开', '谁先让').replace('config-naps#GUC-PATIENCE', 'config-nap'),
  );
  const context = record(root);
  await build(context, options);
  expect(context.told.join('\n')).toContain(
    'docs/faq/deadlock.md:5: warning: `related`: the manual of version 3 has no page config-nap; did you mean config-naps?',
  );
  const changed = digestOf(out)
    .filter((file) => !before.has(file))
    .map((file) => file.split(' ')[0] ?? '');
  const pages = changed.filter((path) => /^docs\/.*\.html$/.test(path));
  expect(pages.sort()).toEqual(
    ['3', 'current'].flatMap((version) => [
      `docs/${version}/config-naps.html`,
      `docs/${version}/locking-deadlock.html`,
    ]),
  );
  expect(readFileSync(join(out, 'docs/3/config-naps.html'), 'utf8')).not.toContain('faq/deadlock.html');
});

test('no posts, no blog: the site has neither pages nor feeds of it', async () => {
  const { root, out } = await workspaceToBuild();
  rmSync(join(root, 'docs/blog'), { recursive: true });
  await build(record(root), { out, versions: ['3'], search: false, toolRoot });
  expect(existsSync(join(out, 'blog'))).toBe(false);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).not.toContain('atom.xml');
});

describe('check', () => {
  const options = { rules: undefined, severity: undefined, fix: false, summary: false, toolRoot };

  test('looks at the pages of docs/ that are named, drafts too', async () => {
    const { root } = await workspaceToBuild();
    writeFileSync(join(root, 'docs/blog/2026-bad.md'), '---\ntitle: Bad\nauthor: A B\n---\n\nx\n');
    editFile(join(root, 'docs/blog/2026-07-01-meeting.md'), (text) => `${text}\n[x](/docs/3/lockin.html)\n`);
    const context = record(root, { json: true });
    const paths = ['docs/blog'].map((typed) => ({ typed, absolute: join(root, typed) }));
    expect(await check(context, { ...options, paths })).toBe(1);
    const { findings, errors, warnings } = JSON.parse(context.printed.join('\n'));
    expect({ errors, warnings }).toEqual({ errors: 2, warnings: 1 });
    expect(findings).toContainEqual({
      severity: 'warning',
      rule: 'articles/manual-link',
      file: 'docs/blog/2026-07-01-meeting.md',
      line: 11,
      column: 1,
      key: '',
      message: 'the manual of version 3 has no page lockin; did you mean locking?',
    });
    const one = ['docs/faq/backup.md'].map((typed) => ({ typed, absolute: join(root, typed) }));
    const quiet = record(root);
    expect(await check(quiet, { ...options, paths: one })).toBe(0);
    expect(quiet.printed.join('\n')).toBe('No findings in 1 page of docs/.');
  });
});

describe('export wechat', () => {
  test('writes the HTML and says what is left to do by hand', async () => {
    const { root, out } = await workspaceToBuild();
    const file = join(root, 'docs/blog/2026-06-11-one-drawer-a-year.md');
    editFile(file, (text) => `${text}\n![柜子](drawer-shelf.svg)\n`);
    const context = record(root);
    expect(await exportWechat(context, { file, out: `${out}.html`, toolRoot })).toBe(0);
    const html = readFileSync(`${out}.html`, 'utf8');
    expect(html).not.toMatch(/<(?:script|style|link|div)\b|\sclass=/);
    expect(html).toContain('文中链接');
    const told = context.printed.join('\n');
    for (const words of [
      'Cover to upload: docs/blog/drawer-shelf.svg',
      '1. docs/blog/drawer-shelf.svg (柜子), line',
      'notes at the end: 4',
    ])
      expect(told).toContain(words);
  });

  test('takes no file that stands elsewhere, and none with errors', async () => {
    const { root } = await workspaceToBuild();
    const outside = { file: join(root, 'translations/project.yml'), out: undefined, toolRoot };
    await expect(exportWechat(record(root), outside)).rejects.toThrow('below docs/');
    writeFileSync(join(root, 'docs/blog/2026-bad.md'), '---\ntitle: Bad\n---\n');
    const context = record(root);
    expect(await exportWechat(context, { ...outside, file: join(root, 'docs/blog/2026-bad.md') })).toBe(1);
    expect(context.told.join('\n')).toContain('blog/missing');
  });
});
