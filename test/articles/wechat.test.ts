import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wechatArticle } from '../../tools/articles/wechat/render.ts';
import { renderMarkdown } from '../../tools/render/markdown/index.ts';
import { tagsOf } from '../commands/helpers/html.ts';
import { address } from './made.ts';

const file = 'docs/blog/2026-drawers.md';
const made = (text: string) =>
  wechatArticle({ tree: renderMarkdown(text, file).tree, path: 'blog/2026-drawers', address, notesTitle: 'Links' });

const ELEMENTS = [
  ...['section', 'p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'code', 'pre', 'blockquote', 'table', 'thead', 'tbody', 'tr'],
  ...['th', 'td', 'img', 'a', 'span', 'strong', 'em', 'del', 'sup', 'sub', 'br', 'hr'],
];

/** What WeChat's editor would drop, or what could do harm. */
function strange(html: string): string[] {
  return tagsOf(html).flatMap(({ name, attributes }) => {
    const allowed = name === 'a' ? ['style', 'href'] : name === 'img' ? ['style', 'src', 'alt'] : ['style'];
    const more = Object.keys(attributes).filter((key) => !allowed.includes(key));
    const addresses = [attributes.href, attributes.src].filter(
      (url): url is string => url !== undefined && !/^https:\/\//.test(url),
    );
    return [...(ELEMENTS.includes(name) ? [] : [name]), ...more, ...addresses];
  });
}

test('keeps the text with inline styles alone, and not the title', () => {
  const { html } = made(
    '# Title\n\n## One\n\nSome *more* **words**\n\n- a\n- [x] b\n\n> quoted\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n\n---\n\n##### Deep',
  );
  expect(html).not.toContain('Title');
  expect(strange(html)).toEqual([]);
  for (const name of ['h2', 'h4', 'em', 'strong', 'ul', 'li', 'blockquote', 'table', 'td', 'hr'])
    expect(html).toMatch(new RegExp(`<${name} style="[^"]+"`));
  expect(html).toContain('\u2611 b');
});

test('links out of WeChat become numbered notes, each address once; links within it stay', () => {
  const { html, notes } = made(
    '[a](https://out.example/?x=1&y=2) [b](/docs/3/locking.html#X) [c](https://out.example/?x=1&y=2) ' +
      '[d](https://mp.weixin.qq.com/s/abc) [e](#here) [f](https://mp.weixin.qq.com.evil.example/) [g](mailto:a@b.example)',
  );
  expect(notes).toEqual([
    'https://out.example/?x=1&y=2',
    'https://manual.example/pg/docs/3/locking.html#X',
    'https://mp.weixin.qq.com.evil.example/',
  ]);
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['https://mp.weixin.qq.com/s/abc']);
  expect(html.match(/>\[1\]<\/sup>/g)).toHaveLength(2);
  expect(html).toContain('[1] https://out.example/?x=1&amp;y=2');
});

test('code keeps its spaces, tabs and line ends', () => {
  const { html } = made('```sql\nSELECT  1\n\tFROM t;\n\n-- <b>\n```\n\n`a  b`');
  expect(html).toContain('SELECT&nbsp;&nbsp;1<br>&nbsp;&nbsp;&nbsp;&nbsp;FROM&nbsp;t;<br><br>--&nbsp;&lt;b&gt;</code>');
  expect(html).toMatch(/a&nbsp;&nbsp;b<\/code>|a&nbsp;b<\/code>/);
});

test('pictures are listed with their file and the words before them', () => {
  const { pictures, html } = made('# T\n\n![first](a.png)\n\nWords before.\n\n![](img/b.png)');
  expect(pictures).toEqual([
    { path: 'blog/a.png', alt: 'first', after: '', line: 3 },
    { path: 'blog/img/b.png', alt: '', after: 'Words before.', line: 7 },
  ]);
  expect(html).toContain('src="https://manual.example/pg/blog/img/b.png"');
});

describe('hostile text', () => {
  test.each([
    '<script>alert(1)</script> <img src=x onerror=alert(1)> <style>*{}</style>',
    '[x](javascript:alert(1)) [y](vbscript:x) [z](data:text/html,x) [w](//evil.example/"onclick="x)',
    '![x](javascript:alert(1)) ![y](https://evil.example/x.png) ![z](a"onerror="x.png)',
    '```"><script>\n</code></pre><script>alert(1)</script>\n```',
    'a[^1]\n\n[^1]: note `<b>` [l](https://x.example/"><script>)',
    '| <b> |\n|:-:|\n| "><i> |',
  ])('%s', (text) => {
    const { html } = made(`# T\n\n${text}\n`);
    expect(strange(html)).toEqual([]);
    expect(html).not.toMatch(/<(script|style|b|i)\b|\sclass=|\sid=/);
  });

  test('of any kind gives only what the editor takes', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      '[',
      ']',
      '(',
      ')',
      '!',
      '`',
      '*',
      '\n',
      '\n\n',
      '#',
      '|',
      '-',
      'https:',
      '//',
      'x',
      ' ',
      '&',
      '^',
      ':',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(strange(made(pieces.join('')).html)).toEqual([]);
      }),
    );
  });
});
