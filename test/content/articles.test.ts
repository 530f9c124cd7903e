/** Posts and answers lead where they say they do, and say all that lists, feeds and the manual's pages need of them. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type RenderedMarkdown, renderMarkdown } from '../../tools/render/markdown/index.ts';
import { officialHtml, officialHtmlAtHand } from '../real-manual.ts';
import { documents } from './helpers/fences.ts';

const root = join(import.meta.dirname, '../..');
const posts = read('docs/blog');
const answers = read('docs/faq');
const all = [...posts, ...answers];
/** In Chinese, for the people of the community. */
const guides = read('docs/guide/zh');

describe.each(all)('$file', ({ file, text, page }) => {
  test('is in order', () => {
    expect(page.findings).toEqual([]);
    expect(page.frontMatter.title).toBeTruthy();
    expect(page.frontMatter.tags?.length ?? 0).toBeGreaterThan(0);
    expect(file).toMatch(/\/(\d{4}-\d{2}-\d{2}-)?[a-z0-9-]+\.md$/);
  });

  test('links to pages that are there', () => {
    expect(brokenLinks(file, text)).toEqual([]);
  });

  test('uses the words of the glossary', () => {
    const words = prose(text);
    expect(unwanted.filter((word) => words.includes(word))).toEqual([]);
  });
});

test.each(guides)(
  '$file is in order, leads where it says, and uses the words of the glossary',
  ({ file, text, page }) => {
    expect(page.findings).toEqual([]);
    expect(brokenLinks(file, text)).toEqual([]);
    expect(unwanted.filter((word) => prose(text).includes(word))).toEqual([]);
  },
);

test.each(posts)('$file can be listed', ({ file, page }) => {
  const { title, author, date, summary } = page.frontMatter;
  expect(file).toContain(`/${date}-`);
  expect([title, author?.length, summary].every(Boolean)).toBe(true);
});

test('no two posts share a day, no two pages a title, and only some posts are chosen', () => {
  expect(new Set(posts.map(({ page }) => page.frontMatter.date)).size).toBe(posts.length);
  expect(new Set(all.map(({ page }) => page.title)).size).toBe(all.length);
  const chosen = posts.filter(({ page }) => page.frontMatter.chosen).length;
  expect(chosen).toBeGreaterThan(0);
  expect(chosen).toBeLessThanOrEqual(posts.length / 2);
});

test('each answer says which versions it speaks of, and where the manual does', () => {
  const project = parse(readFileSync(join(root, 'translations/project.yml'), 'utf8')) as Project;
  const versions = project.versions.map(({ name }) => name);
  for (const { file, page } of answers) {
    const { versions: named, related = [], tags = [] } = page.frontMatter;
    // Questions about the site itself are of no version, and no page of the manual answers them.
    if (tags[0] === OWN_CATEGORY) continue;
    expect(related.length, file).toBeGreaterThan(0);
    expect(named ?? [], file).not.toEqual([]);
    expect(versions, file).toEqual(expect.arrayContaining([...(named ?? [])]));
  }
});

describe.skipIf(!officialHtmlAtHand)('the manual of 18.6', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pgdoc-official-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('has every page and place that posts and answers name', () => {
    execFileSync('tar', ['--extract', '--xz', '--strip-components=1', '--directory', folder, '--file', officialHtml]);
    const missing = all.flatMap(({ file, text, page }) =>
      manualPlaces(text, page)
        .filter(([page, id]) => !isThere(folder, page, id))
        .map(([page, id]) => `${file}: ${page}${id ? `#${id}` : ''}`),
    );
    expect(missing).toEqual([]);
  });
});

const OWN_CATEGORY = '本站';

interface Project {
  readonly versions: readonly { readonly name: string }[];
}

interface Term {
  readonly not?: string | readonly string[];
}

/** Words that the glossary rules out, and phrases that say nothing. */
const unwanted: readonly string[] = [
  ...(parse(readFileSync(join(root, 'translations/zh-CN/glossary.yml'), 'utf8')) as Term[]).flatMap(
    ({ not }) => not ?? [],
  ),
  ...[
    '总之',
    '综上所述',
    '众所周知',
    '值得一提',
    '值得注意的是',
    '需要注意的是',
    '本文将',
    '让我们',
    '赋能',
    '不言而喻',
  ],
];

interface Article {
  readonly file: string;
  readonly text: string;
  readonly page: RenderedMarkdown;
}

function read(folder: string): readonly Article[] {
  return documents(root, [folder]).map(([file, text]) => ({ file, text, page: renderMarkdown(text, file) }));
}

/** Links to other files of docs/, without their places. */
function brokenLinks(file: string, text: string): readonly string[] {
  const own = [...prose(text).matchAll(/\]\((?!\/|#|[a-z]+:)([^)#]+\.md)(?:#[^)]*)?\)/g)].map(([, to]) => to as string);
  return own.filter((to) => !existsSync(join(root, file, '..', to)));
}

function prose(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
}

function manualPlaces(
  text: string,
  { frontMatter }: RenderedMarkdown,
): readonly (readonly [string, string | undefined])[] {
  const links = [...text.matchAll(/\]\(\/docs\/(?:current|\d+)\/([a-z0-9-]+)\.html(?:#([^)]+))?\)/g)];
  const related = frontMatter.related ?? [];
  return [
    ...links.map(([, page, id]) => [page as string, id] as const),
    ...related.map((place) => place.split('#') as [string, string | undefined]),
  ];
}

function isThere(folder: string, page: string, id: string | undefined): boolean {
  const path = join(folder, `${page}.html`);
  return existsSync(path) && (id === undefined || readFileSync(path, 'utf8').includes(` id="${id}"`));
}
