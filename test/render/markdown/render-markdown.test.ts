import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../../tools/render/markdown/index.ts';

const blog = 'docs/blog/2026-drawers.md';
const html = (text: string, file = blog): string => renderMarkdown(text, file).html;
const rules = (text: string, file = blog): string[] =>
  renderMarkdown(text, file).findings.map((one) => `${one.rule}:${one.line}`);

describe('front matter', () => {
  test('is read by kind of page', () => {
    const page = renderMarkdown(
      '---\ntitle: Drawers\nauthor: [ann, bo]\ndate: 2026-02-28\ntags: wood\nchosen: true\n---\nText',
      blog,
    );
    expect(page.findings).toEqual([]);
    expect(page.title).toBe('Drawers');
    expect(page.frontMatter).toEqual({
      title: 'Drawers',
      author: ['ann', 'bo'],
      date: '2026-02-28',
      tags: ['wood'],
      chosen: true,
    });
  });

  test('takes version numbers as names', () => {
    expect(renderMarkdown('---\ntitle: Q\nversions: [18, 9.10]\n---\n', 'docs/faq/q.md').frontMatter.versions).toEqual([
      '18',
      '9.10',
    ]);
  });

  test('an unknown key is an error at its line, and reaches nothing', () => {
    const page = renderMarkdown('---\ntitle: A\nhead:\n  - [script, {}, "alert(1)"]\ndraf: true\n---\nText', blog);
    expect(page.findings.map((one) => [one.severity, one.line, one.message.slice(0, 40)])).toEqual([
      ['error', 3, 'Unknown key `head`: expected one of titl'],
      ['error', 5, 'Unknown key `draf` (did you mean `draft`'],
    ]);
    expect(page.frontMatter).toEqual({ title: 'A' });
    expect(page.html).not.toContain('alert');
  });

  test.each([
    ['date: 2026-02-30', 'front-matter/value:3'],
    ['chosen: maybe', 'front-matter/value:3'],
    ['cover: https://elsewhere.test/x.png', 'front-matter/value:3'],
    ['tags: {a: b}', 'front-matter/value:3'],
    ['tags: *none', 'front-matter/value:3'],
    ['tags: [a', 'front-matter/yaml:4'],
  ])('%s is an error', (line, rule) => {
    expect(rules(`---\ntitle: A\n${line}\n---\nText`)).toContain(rule);
  });

  test('a page in another language says which; what is no language tag is an error', () => {
    const page = (lang: string) => renderMarkdown(`---\ntitle: A\nlang: ${lang}\n---\nText`, 'docs/guide/a.md');
    expect(page('pt-BR').frontMatter.lang).toBe('pt-BR');
    expect(page('\'en" onload="\'').findings.map(({ rule, line }) => [rule, line])).toEqual([
      ['front-matter/value', 3],
    ]);
  });

  test('an alias is refused, so that no bomb goes off', () => {
    expect(rules('---\ntitle: &a A\nsummary: *a\n---\n')).toEqual(['front-matter/value:3']);
  });

  test('a marked language is no front matter', () => {
    expect(rules('---js\n{ title: process.exit() }\n---\n')).toEqual(['markdown/no-title:1']);
  });

  test('lines of the body are lines of the file', () => {
    expect(rules('---\ntitle: A\n---\n\n[x](javascript:alert(1))')).toEqual(['markdown/link-protocol:5']);
  });
});

describe('safety', () => {
  test('raw HTML is shown as text', () => {
    const shown = html('# T\n\n<script>alert(1)</script>\n\nText <img src=x onerror=alert(1)> more\n\n<!-- a note -->');
    expect(shown).not.toMatch(/<script|<img|a note/);
    expect(shown).toContain('&#x3C;script>alert(1)');
    expect(shown).toContain('&#x3C;img src=x');
  });

  test('what follows a comment is not hidden by it', () => {
    expect(html('# T\n\n<!-- a --> <b>shown</b> <!-- b -->')).toContain('shown');
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '&#x6A;avascript:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,x',
    'vbscript:x',
  ])('%s is no link', (href) => {
    const page = renderMarkdown(`# T\n\n[x](<${href}>)`, blog);
    expect(page.html).toContain('<a>x</a>');
    expect(page.findings.map((one) => one.rule)).toEqual(['markdown/link-protocol']);
  });

  test('an image of another host becomes a link', () => {
    const page = renderMarkdown('# T\n\n![cat](https://elsewhere.test/cat.png)', blog);
    expect(page.html).toContain('<a href="https://elsewhere.test/cat.png">cat</a>');
    expect(page.findings.map((one) => one.rule)).toEqual(['markdown/remote-image']);
  });

  test('headings cannot take the ids of the shell', () => {
    expect(html('# Content\n\n## Content\n\n## Content')).toMatch(/content-1.*content-2.*content-3/s);
  });
});

describe('content', () => {
  test('emphasis closes beside Chinese punctuation', () => {
    expect(html('# 题\n\n**“引号”**后文字')).toContain('<strong>“引号”</strong>后文字');
  });

  test('the title opens the page exactly once', () => {
    expect(html('---\ntitle: Drawers\n---\nText')).toMatch(/^<h1 id="drawers">Drawers<\/h1><p>Text/);
    expect(html('# Drawers\n\nText').match(/<h1/g)).toHaveLength(1);
    expect(renderMarkdown('# The *big* `drawer`\n', blog).title).toBe('The big drawer');
  });

  test('headings have ids of their own words', () => {
    expect(html('# A\n\n## 抽屉 与 Box!\n\n## 抽屉 与 Box')).toMatch(/id="抽屉-与-box".*id="抽屉-与-box-1"/s);
  });

  test.each([
    ['../guide/start.md#first', '../guide/start.html#first'],
    ['other.md', 'other.html'],
    ['/docs/18/boxes.html#LID', '../docs/18/boxes.html#LID'],
    ['/', '../index.html'],
    ['../guide/', '../guide/index.html'],
    ['#here', '#here'],
    ['https://example.org/a.md', 'https://example.org/a.md'],
  ])('a link to %s leads to %s', (from, to) => {
    expect(html(`# T\n\n[x](${from})`)).toContain(`<a href="${to}">`);
  });

  test('a link out of docs/ is an error', () => {
    expect(rules('# T\n\n[x](../../package.json)')).toEqual(['markdown/link-outside:3']);
  });

  test('footnotes and their links find each other, in the words given', () => {
    const page = renderMarkdown('# T\n\nA[^1]\n\n[^1]: Note', blog, { footnotes: 'Notas', backToText: 'Volver' });
    const target = /href="#([^"]+)"/.exec(page.html)?.[1];
    expect(page.html).toContain(`<li id="${target}">`);
    expect(page.html).toContain('Notas');
  });

  test('tables keep their alignment', () => {
    expect(html('# T\n\n| a |\n|--:|\n| 1 |')).toContain('<td align="right">1</td>');
  });
});
