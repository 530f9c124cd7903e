import { describe, expect, it } from 'vitest';
import { outwardLinks, startPage } from '../../tools/elsewhere/outward-links.ts';

const inside = new Set(['docs/3/a.html', 'docs/3/b.html', 'assets/x.js']);
const leave = (html: string) =>
  outwardLinks(html, {
    path: 'docs/3/a.html',
    goes: (path) => inside.has(path),
    site: new URL('https://kites.example/manual/'),
  });

describe('a page that leaves its site', () => {
  it.each([
    'b.html',
    'b.html#ID',
    '#ID',
    '../../assets/x.js',
    'https://other.example/',
    'mailto:a@b.c',
    'data:,x',
    './b.html',
  ])('keeps %s', (href) => expect(leave(`<a href="${href}">x</a>`)).toBe(`<a href="${href}">x</a>`));

  it.each([
    ['c.html#ID', 'https://kites.example/manual/docs/3/c.html#ID'],
    ['../2/a.html', 'https://kites.example/manual/docs/2/a.html'],
    ['../../blog/index.html', 'https://kites.example/manual/blog/index.html'],
    ['../../', 'https://kites.example/manual/'],
    ['../../search.html?q=a&amp;v=3', 'https://kites.example/manual/search.html?q=a&amp;v=3'],
    ['../../../../../etc/passwd', 'https://kites.example/manual/etc/passwd'],
  ])('makes %s absolute', (href, address) =>
    expect(leave(`<a class="z" href="${href}">x</a>`)).toBe(`<a class="z" href="${address}">x</a>`),
  );

  it('leaves text as it is', () => {
    const html = '<code>&lt;a href=&quot;c.html&quot;&gt;</code>';
    expect(leave(html)).toBe(html);
  });

  it('is opened by a page whose title is text', () => {
    expect(startPage('<script>"', 'zh-CN', 'docs/3/index.html')).not.toContain('<script>');
  });
});
