import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { searchCopy } from '../../.vitepress/search/copy.ts';
import { indexVersion } from '../../.vitepress/search/index.ts';

describe('the page as pagefind gets it', () => {
  const page =
    '<body data-pagefind-body><div class="sect1" id="BOXES"><div class="titlepage"><h1 class="title"><span lang="en">Boxes</span>' +
    '<span lang="zh-CN">箱</span></h1></div><div class="sect2" id="LIDS"><a id="x" class="indexterm"></a>\n<div class="titlepage">' +
    '<h2 class="title">Lids</h2></div><dl><dt id="OPT-HINGE"><span class="term">hinge</span></dt></dl></div></div>';

  test('gives sections and terms their ids, the page’s own title none', () => {
    const copy = searchCopy('boxes.html', page);
    expect(copy).toContain('<h2 id="LIDS" class="title">');
    expect(copy).toContain('<dt><h6 id="OPT-HINGE"><span class="term">hinge</span></h6></dt>');
    expect(copy).toContain('<h1 class="title">');
  });

  test('keeps the words of two languages apart', () => {
    const words = searchCopy('boxes.html', page).replace(/<[^>]*>/g, '');
    expect(words).toMatch(/Boxes \S 箱/);
  });

  test('puts release notes behind other pages', () => {
    expect(searchCopy('release-18-1.html', page)).toContain('data-pagefind-weight');
    expect(searchCopy('boxes.html', page)).not.toContain('data-pagefind-weight');
  });
});

describe('the bundle', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pgdoc-search-'));
    for (const name of ['a', 'b']) {
      mkdirSync(join(folder, name));
      const html = (text: string, body = '') =>
        `<html lang="zh-CN"><body><main${body}><h1>${text}</h1></main></body></html>`;
      writeFileSync(join(folder, name, 'boxes.html'), html('Boxes 箱子', ' data-pagefind-body'));
      writeFileSync(join(folder, name, 'hidden.html'), html('Hidden'));
    }
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const bundle = (name: string): [string, string][] =>
    readdirSync(join(folder, name, 'pagefind'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'base64')])
      .sort();

  test('holds the pages that are to be found, in one index, without pagefind’s own interface', async () => {
    expect(await indexVersion(join(folder, 'a'), 'zh-CN')).toEqual({ pages: 1 });
    const entry = JSON.parse(readFileSync(join(folder, 'a/pagefind/pagefind-entry.json'), 'utf8'));
    expect(Object.keys(entry.languages)).toEqual(['zh-cn']);
    expect(bundle('a').map(([name]) => name)).not.toContainEqual(expect.stringContaining('ui'));
  });

  test('is the same for the same pages, and made anew each time', async () => {
    await indexVersion(join(folder, 'a'), 'zh-CN');
    writeFileSync(join(folder, 'a/pagefind/old.txt'), 'x');
    await indexVersion(join(folder, 'a'), 'zh-CN');
    await indexVersion(join(folder, 'b'), 'zh-CN');
    expect(bundle('a')).toEqual(bundle('b'));
  });
});
