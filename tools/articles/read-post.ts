/** A file of docs/blog/ -> a post, or what is wrong with it. */
import { posix } from 'node:path';
import type { Finding } from '../docbook/types.ts';
import type { FrontMatter, RenderedMarkdown } from '../render/markdown/index.ts';
import { outlineOf } from './outline.ts';
import { reporter, type Say, tagsOf } from './read-common.ts';
import type { Post } from './types.ts';

/** `2026-05-20-drawers.md` or `2026-drawers.md`: the name is the post's address. */
const NAME = /^docs\/blog\/((\d{4})(?:-\d{2}-\d{2})?-(?=[^./]*[a-z])[a-z0-9-]+)\.md$/;

/** GitHub's rule for logins. */
const LOGIN = /^(?=.{1,39}$)[a-z\d]+(?:-[a-z\d]+)*$/i;

export interface ReadPost {
  /** Undefined where an error was found. */
  readonly post: Post | undefined;
  readonly findings: readonly Finding[];
}

/** @param pictureProblem what is wrong with the picture at a path of the workspace, if anything */
export function readPost(
  file: string,
  rendered: RenderedMarkdown,
  pictureProblem: (path: string) => string | undefined,
): ReadPost {
  const { frontMatter, lines } = rendered;
  const findings = [...rendered.findings];
  const say = reporter(file, findings);
  const name = nameOf(file, frontMatter, say);
  const required = (['title', 'author', 'date'] as const).filter((key) => lines[key] === undefined);
  if (required.length > 0)
    say(1, 'blog/missing', `a post needs ${required.map((key) => `\`${key}:\``).join(', ')} in its front matter`);
  checkAuthors(frontMatter.author, lines.author ?? 1, say);
  const cover = coverOf(file, frontMatter, lines.cover ?? 1, { say, pictureProblem });
  const tags = tagsOf(frontMatter, lines, say);
  const { author, date } = frontMatter;
  const isSound = findings.every(({ severity }) => severity !== 'error');
  if (!isSound || name === undefined || author === undefined || date === undefined)
    return { post: undefined, findings };
  const { title, html, tree } = rendered;
  const path = `blog/${name}`;
  const { chosen = false, draft = false, summary } = frontMatter;
  const outline = outlineOf(tree, path);
  const post = { path, file, title, tags, html, tree, outline, authors: author, date, chosen, draft, summary, cover };
  return { post, findings };
}

function nameOf(file: string, { date }: FrontMatter, say: Say): string | undefined {
  const [, name, year] = NAME.exec(file) ?? [];
  if (name === undefined)
    say(
      1,
      'blog/file-name',
      `a post is docs/blog/YYYY-MM-DD-words.md or docs/blog/YYYY-words.md, of small letters a-z, digits and hyphens; its name is its address`,
    );
  else if (date !== undefined && !date.startsWith(/^\d{4}-\d{2}-\d{2}(?=-)/.exec(name)?.[0] ?? year ?? ''))
    say(
      1,
      'blog/file-name',
      `the file's name and \`date: ${date}\` speak of different days; rename the file, or mend the date`,
    );
  return name;
}

function checkAuthors(authors: readonly string[] | undefined, line: number, say: Say): void {
  if (authors === undefined) return;
  if (authors.length === 0) say(line, 'blog/author', '`author`: expected at least one GitHub login');
  for (const login of authors)
    if (!LOGIN.test(login))
      say(
        line,
        'blog/author',
        `\`author\`: ${JSON.stringify(login)} is no GitHub login; expected letters, digits and single hyphens, such as \`author: [ada-l]\``,
      );
  if (new Set(authors.map((login) => login.toLowerCase())).size < authors.length)
    say(line, 'blog/author', '`author`: one login stands there twice');
}

function coverOf(
  file: string,
  { cover, alt = '' }: FrontMatter,
  line: number,
  { say, pictureProblem }: { readonly say: Say; readonly pictureProblem: (path: string) => string | undefined },
): Post['cover'] {
  if (cover === undefined) return undefined;
  const path = posix.join(posix.dirname(file), cover);
  const isBeside = path.startsWith('docs/blog/') && !/[%?#]/.test(cover);
  const problem = isBeside ? pictureProblem(path) : 'it does not stand below docs/blog/';
  if (problem !== undefined) say(line, 'blog/cover', `\`cover\`: ${JSON.stringify(cover)} cannot be shown: ${problem}`);
  return { path: path.slice('docs/'.length), alt };
}
