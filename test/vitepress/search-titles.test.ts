import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { indexOwnPages, indexVersion } from '../../.vitepress/search/index.ts';
import type { Titles } from '../../.vitepress/search/titles.ts';

describe('what the search dialog names pages by', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pgdoc-titles-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (path: string, inner: string, isFound = true) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const body = isFound ? ' data-pagefind-body' : '';
    writeFileSync(join(folder, path), `<html lang="zh-CN"><body><main${body}>${inner}</main></body></html>`);
  };
  const titles = (): Titles => JSON.parse(inflateSync(readFileSync(join(folder, 'pagefind/titles.bin'))).toString());
  const both = (target: string, english: string) =>
    `<span lang="zh-CN">${target}</span><span lang="en">${english}</span>`;
  const crumbs = (...links: readonly string[]) => `<nav class="crumbs"><ol>${links.join('')}</ol></nav>`;
  const crumb = (name: string, text: string) => `<li><a href="${name}.html">${text}</a></li>`;
  const home = crumb('index', both('手册', 'Manual'));

  test('titles in both languages, and the part of the book, in reading order', async () => {
    const storage = crumb('storage', both('第 II 部分 储藏 &amp; 架子', 'Part II. Storage &amp; <em>Shelves</em>'));
    write(
      'index.html',
      `<nav><a href="tutorial.html">1</a><a href="storage.html">2</a></nav><h1>${both('手册', 'Manual')}</h1>`,
    );
    write(
      'boxes.html',
      `${crumbs(home, storage)}<h1>${both('2.1. 箱子', '2.1. Boxes')} <a class="id_link" href="#B">#</a></h1>`,
    );
    write('storage.html', `${crumbs(home)}<h1>${both('第 II 部分 储藏', 'Part II. Storage')}</h1>`);
    write('lids.html', `${crumbs(home, crumb('tutorial', 'Tutorial'))}<h1><span>OPEN LID</span></h1>`);
    await indexVersion(folder, 'zh-CN');
    const { parts, pages } = titles();
    expect(parts).toEqual([
      ['tutorial', 'Tutorial'],
      ['storage', '第 II 部分 储藏 & 架子', 'Part II. Storage & Shelves'],
    ]);
    const named = Object.values(pages).map(([url, part, , ...title]) => [url, part, ...title]);
    expect(named.sort()).toEqual([
      ['/boxes.html', 1, '2.1. 箱子', '2.1. Boxes'],
      ['/index.html', -1, '手册', 'Manual'],
      ['/lids.html', 0, 'OPEN LID'],
      ['/storage.html', 1, '第 II 部分 储藏', 'Part II. Storage'],
    ]);
  });

  test('the index comes in small pieces, one of which a word of a question fetches', async () => {
    const words = Array.from({ length: 20_000 }, (_, at) => `drawer${at.toString(36)}`);
    for (const page of ['boxes', 'lids']) write(`${page}.html`, `<h1>${page}</h1><p>${words.join(' ')}</p>`);
    await indexVersion(folder, 'zh-CN');
    const pieces = join(folder, 'pagefind/index');
    const heaviest = Math.max(...readdirSync(pieces).map((name) => statSync(join(pieces, name)).size));
    expect(heaviest).toBeLessThan(15_000);
  });

  test('the site’s own pages by section, without the manual’s, and without an engine of their own', async () => {
    write('docs/3/boxes.html', '<h1>Boxes</h1>');
    write('blog/first.html', '<h1>第一篇</h1><h2 id="x">小 <b>节</b></h2>');
    write('glossary.html', '<h1>术语</h1>');
    write('404.html', '<h1>没有</h1>', false);
    expect(
      await indexOwnPages(
        folder,
        'zh-CN',
        new Map([
          ['blog', '博客'],
          ['glossary', '术语表'],
        ]),
      ),
    ).toEqual({ pages: 2 });
    const { parts, pages } = titles();
    expect(parts).toEqual([
      ['blog', '博客'],
      ['glossary', '术语表'],
    ]);
    expect(
      Object.values(pages)
        .map(([url, part]) => [url, part])
        .sort(),
    ).toEqual([
      ['/blog/first.html', 0],
      ['/glossary.html', 1],
    ]);
    expect(Object.values(pages).find(([url]) => url === '/blog/first.html')?.[5]).toBe('小 节');
    expect(readdirSync(join(folder, 'pagefind'))).not.toContain('pagefind.js');
  });

  test('a site without pages of its own to be found says so', async () => {
    write('404.html', '<h1>没有</h1>', false);
    expect(await indexOwnPages(folder, 'zh-CN', new Map())).toEqual({ pages: 0 });
    expect(titles()).toEqual({ parts: [], pages: {} });
  });
});
