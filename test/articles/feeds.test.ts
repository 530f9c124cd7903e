/** The feeds, held against the schemas of their formats: RELAX NG by xmllint, JSON Schema by ajv. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedFiles } from '../../tools/articles/feeds/index.ts';
import { escapeXml } from '../../tools/articles/feeds/xml.ts';
import type { Post } from '../../tools/articles/types.ts';
import { address, post, surroundings } from './made.ts';

const fixtures = join(import.meta.dirname, '../fixtures/articles');
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
if (!hasXmllint) console.warn('No xmllint found: the feeds are not held against their schemas.');

const feeds = (posts: readonly Post[]) =>
  new Map(feedFiles(posts, 'Manual & Blog', surroundings, address).map(({ path, content }) => [path, content]));

const plain = post({
  matter: { author: '[ada, bo]', tags: '[锁, Row Locks]', summary: 'Of drawers', cover: 'there.png' },
  body: '# Drawers\n\n[here](#more) [manual](/docs/3/locking.html#LOCKING) ![a](there.png)\n\n## More\n\n[out](https://out.example/?a=1&b=2)',
});
const hostile = post({
  file: 'docs/blog/2025-01-02-x.md',
  matter: {
    title: JSON.stringify(']]> </title><script>alert(1)</script> & "\u0001\ud800'),
    date: '2025-01-02',
    summary: JSON.stringify('<b>]]>&nbsp;\u000b'),
    tags: JSON.stringify(['a"b', '<c>']),
  },
  body: ']]&gt; <script>alert(2)</script> &#1; {{ 1 }} \ufffe',
});

describe.skipIf(!hasXmllint)('of ordinary and of hostile posts', () => {
  test.each(['atom', 'rss'])('%s is valid', (name) => {
    const xml = feeds([plain, hostile]).get(`blog/${name}.xml`) ?? '';
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--relaxng', join(fixtures, `${name}.rng`), '-'], {
      input: xml,
    });
    expect([status, String(stderr)]).toEqual([0, expect.stringContaining('- validates')]);
    const broken = xml.replace('<title>', '<titel/><title>');
    expect(
      spawnSync('xmllint', ['--noout', '--relaxng', join(fixtures, `${name}.rng`), '-'], { input: broken }).status,
    ).not.toBe(0);
  });
});

test('the JSON feed is valid, and says the same', () => {
  const json = JSON.parse(feeds([plain, hostile]).get('blog/feed.json') ?? '');
  const validate = new Ajv2020.default({ allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(join(fixtures, 'json-feed.schema.json'), 'utf8')),
  );
  expect([validate(json), validate.errors]).toEqual([true, null]);
  expect(json.items[0]).toMatchObject({
    url: 'https://manual.example/pg/blog/2026-05-20-drawers.html',
    date_published: '2026-05-20T00:00:00Z',
    authors: [
      { name: 'ada', url: 'https://manual.example/pg/people/ada.html' },
      { name: 'bo', url: 'https://manual.example/pg/blog/authors/bo.html' },
    ],
    tags: ['锁', 'Row Locks'],
    image: 'https://manual.example/pg/blog/there.png',
  });
  expect(validate({ ...json, version: '1' })).toBe(false);
});

test('the whole text goes along, without its title, and every address in it is absolute', () => {
  const [entry] = JSON.parse(feeds([plain]).get('blog/feed.json') ?? '').items;
  const found = [...entry.content_html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, href]) => href);
  expect(found).toEqual([
    'https://manual.example/pg/blog/2026-05-20-drawers.html#more',
    'https://manual.example/pg/docs/3/locking.html#LOCKING',
    'https://manual.example/pg/blog/there.png',
    'https://out.example/?a=1&#x26;b=2',
  ]);
  expect(entry.content_html).not.toContain('<h1');
  expect(entry.content_html).toContain('More</h2>');
});

test('a feed is as old as its newest post, and the same whenever it is made', () => {
  const atom = feeds([plain, hostile]).get('blog/atom.xml');
  expect(atom).toContain('<updated>2026-05-20T00:00:00Z</updated>\n<link rel="self"');
  expect(feeds([plain, hostile])).toEqual(feeds([plain, hostile]));
  expect(feeds([plain]).get('blog/rss.xml')).toContain('<pubDate>Wed, 20 May 2026 00:00:00 GMT</pubDate>');
});

test('no more than the thirty newest posts go along', () => {
  const many = Array.from({ length: 40 }, () => plain);
  expect(JSON.parse(feeds(many).get('blog/feed.json') ?? '').items).toHaveLength(30);
});

test('text of any kind is XML', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeXml(text)).not.toMatch(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff<>"]|&(?!amp;|lt;|gt;|quot;)/,
      );
    }),
  );
});
