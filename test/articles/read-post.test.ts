import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureProblem } from '../../tools/articles/picture.ts';
import { post, postOf, questionOf } from './made.ts';

const told = ({ findings }: ReturnType<typeof postOf>) =>
  findings.map(({ line, rule, message }) => `${line} ${rule}: ${message}`);

test('a post has its authors, day, tags and picture', () => {
  const made = post({
    matter: { author: '[ada, Bo-9]', tags: '[锁, Row Locks]', chosen: 'true', cover: 'there.png', alt: 'A drawer' },
  });
  expect(made).toMatchObject({
    path: 'blog/2026-05-20-drawers',
    authors: ['ada', 'Bo-9'],
    date: '2026-05-20',
    chosen: true,
    draft: false,
    cover: { path: 'blog/there.png', alt: 'A drawer' },
  });
  expect(made.tags.map(({ slug }) => slug)).toEqual(['锁', 'row-locks']);
});

describe('what is wrong with a post is told with its line', () => {
  test.each([
    [
      'no title, author, date',
      { title: '', author: '', date: '', summary: 'x' },
      /^1 blog\/missing.*`title:`.*`author:`.*`date:`/,
    ],
    ['a name instead of a login', { author: 'Ada Lovelace' }, /^3 blog\/author.*"Ada Lovelace" is no GitHub login/],
    ['a login that would be a path', { author: '../../etc' }, /^3 blog\/author/],
    ['a login twice', { author: '[ada, ADA]' }, /^3 blog\/author.*twice/],
    ['no authors', { author: '[]' }, /^3 blog\/author.*at least one/],
    ['a day that there is not', { date: '2026-02-30' }, /^4 front-matter\/value.*`date`/],
    ['another day than the name says', { date: '2026-05-21' }, /^1 blog\/file-name.*different days/],
    ['a cover that is not there', { cover: 'none.png' }, /^5 blog\/cover.*no such file/],
    ['a cover from another folder', { cover: '../faq/there.png' }, /^5 blog\/cover.*below docs\/blog/],
    ['a cover out of docs', { cover: '../../../secret.png' }, /^5 blog\/cover/],
    ['a cover of another host', { cover: 'https://evil.example/x.png' }, /^5 front-matter\/value/],
    ['a tag of dots', { tags: '["../.."]' }, /^5 articles\/tag/],
    ['a tag as long as a text', { tags: 'x'.repeat(60) }, /^5 articles\/tag/],
    ['a key that is none', { layout: 'home' }, /^5 front-matter\/unknown-key/],
  ] as const)('%s', (_, matter, expected) => {
    const made = postOf({ matter });
    expect(made.post).toBeUndefined();
    expect(told(made).some((one) => expected.test(one))).toBe(true);
  });

  test.each([
    'docs/blog/drawers.md',
    'docs/blog/2026-05-20.md',
    'docs/blog/2026-Drawers.md',
    'docs/blog/2026/05-drawers.md',
    'docs/blog/2026-.._x.md',
  ])('the name %s', (file) =>
    expect(told(postOf({ file, matter: { date: '2026-05-20' } })).join()).toContain('1 blog/file-name'),
  );

  test('a name with the year alone is fine, of that year', () => {
    expect(postOf({ file: 'docs/blog/2026-drawers.md' }).findings).toEqual([]);
    expect(told(postOf({ file: 'docs/blog/2025-drawers.md' })).join()).toContain('different days');
  });

  test('everything at once', () => {
    expect(told(postOf({ matter: { author: 'A B', cover: 'none.png', tags: '["!"]' } }))).toHaveLength(3);
  });
});

test('whatever stands in the front matter, a post is sound or told of, and never throws', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('title', 'author', 'date', 'tags', 'cover', 'versions', 'related'), fc.string()),
      (matter) => {
        const asPost = postOf({ matter });
        const asQuestion = questionOf({ matter });
        expect((asPost.post !== undefined) !== asPost.findings.some(({ severity }) => severity === 'error')).toBe(true);
        expect(
          (asQuestion.question !== undefined) !== asQuestion.findings.some(({ severity }) => severity === 'error'),
        ).toBe(true);
      },
    ),
  );
});

test('a picture is what its name says', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(pictureProblem('a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]))).toBeUndefined();
  expect(pictureProblem('a.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeUndefined();
  expect(pictureProblem('a.png', bytes('<svg/>'))).toContain('no png');
  expect(pictureProblem('a.svg', bytes('<html/>'))).toContain('expected <svg>');
  expect(pictureProblem('a.html', bytes('<svg/>'))).toContain('expected a picture');
  expect(pictureProblem('a.jpg', undefined)).toContain('no such file');
});
