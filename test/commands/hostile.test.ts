/** Nothing that a contributor writes runs, at build time or at the reader's. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../tools/commands/build.ts';
import { tagsOf, textOf } from './helpers/html.ts';
import { failureOf, record } from './helpers/record.ts';
import { buildOptions, editFile, workspaceToBuild } from './helpers/shared.ts';

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
    const { root, out } = await workspaceToBuild();
    const file = join(root, 'translations/zh-CN/sql/locking-rows.md');
    editFile(file, (text) => {
      let at = 0;
      return text.replace(/(-->\n)[^\n>]*\n/g, (whole, marker: string) => {
        const words = hostile[at++];
        return words === undefined ? whole : `${marker}${words}\n`;
      });
    });
    expect(await build(record(root), buildOptions(out))).toBe(0);
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
    const { root, out } = await workspaceToBuild();
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
    const matter = `title: ${JSON.stringify(title)}\nauthor: mallory\ndate: 2026-01-01\nsummary: "<b onclick=x> {{ 2+2 }}"\ntags: ['<i>']`;
    writeFileSync(join(root, 'docs/blog/2026-hostile.md'), `---\n${matter}\n---\n\n${body}\n`);
    writeFileSync(
      join(root, 'docs/faq/hostile.md'),
      `---\n${matter.split('\nauthor')[0]}\ntags: ["<i>"]\n---\n\n${body}\n`,
    );
    expect(await build(record(root), buildOptions(out))).toBe(0);
    for (const page of ['blog/2026-hostile', 'faq/hostile', 'blog/index', 'faq/index', 'blog/tags/i', 'blog/archive']) {
      const html = readFileSync(join(out, `${page}.html`), 'utf8');
      expect(textOf(html)).toContain('{{ 2+2 }}');
      expect(html).not.toMatch(/"private"|REL_3_STABLE|>4</);
      expectHarmless(html);
    }
    expect(textOf(readFileSync(join(out, 'blog/2026-hostile.html'), 'utf8'))).toContain('<<< @/package.json');
    expect('ran' in globalThis).toBe(false);
  });

  test('as a link or front matter that could do harm is an error at its line, and nothing is built', async () => {
    const { root, out } = await workspaceToBuild();
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
    const failure = await failureOf(build(context, buildOptions(out)));
    expect(failure.exitCode).toBe(1);
    for (const line of [3, 6, 8]) expect(context.told.join('\n')).toContain(`docs/faq/hostile.md:${line}: error: `);
    expect(existsSync(out)).toBe(false);
  });

  function expectHarmless(html: string): void {
    for (const { name, attributes } of tagsOf(html)) {
      expect(Object.keys(attributes).filter((key) => key.startsWith('on') || key.startsWith('v-'))).toEqual([]);
      expect(['iframe', 'object', 'embed', 'base']).not.toContain(name);
      for (const url of [attributes.href, attributes.src])
        expect(url ?? '').not.toMatch(/^\s*(?:javascript|vbscript|data:text)/i);
    }
    // Those of the site, the one before the first paint, and data, which does not run.
    const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes.trim());
    const foreign = scripts.filter(
      (one) =>
        !/^(?:|defer src="[./]+\/assets\/[^"]+"(?: data-search="[\w.]+")?|type="application\/ld\+json")$/.test(one),
    );
    expect([foreign, scripts.filter((one) => one === '').length]).toEqual([[], 1]);
    expect(html.match(/<style\b/g)).toHaveLength(1);
    expect(html).not.toContain('data-key="0000000000"');
  }
});
