/** The workspace's own pages, docs/**.md: posts, questions, and plain pages such as the start page and guides. */
import type { SitePage } from '../../../.vitepress/types.ts';
import { pictureProblem } from '../../articles/picture.ts';
import { readPost } from '../../articles/read-post.ts';
import { readQuestion } from '../../articles/read-question.ts';
import type { Post, Question } from '../../articles/types.ts';
import type { Finding } from '../../docbook/types.ts';
import { readBytes, readTexts } from '../../io/files.ts';
import { kindOf, type RenderedMarkdown, renderMarkdown } from '../../render/markdown/index.ts';

export interface Articles {
  /** Pages that are neither posts nor questions, nor stand above a list of such. */
  readonly pages: readonly SitePage[];
  /** That are published. */
  readonly posts: readonly Post[];
  readonly drafts: readonly Post[];
  readonly questions: readonly Question[];
  /** docs/blog/index.md and docs/faq/index.md, by their folders. */
  readonly intros: ReadonlyMap<string, RenderedMarkdown>;
  readonly findings: readonly Finding[];
  /** Folders that have pages, for the site's navigation. */
  readonly folders: ReadonlySet<string>;
}

/** @param lang of the workspace */
export async function readArticles(root: string, lang: string): Promise<Articles> {
  const pages: SitePage[] = [];
  const posts: Post[] = [];
  const drafts: Post[] = [];
  const questions: Question[] = [];
  const intros = new Map<string, RenderedMarkdown>();
  const findings: Finding[] = [];
  for (const [file, text] of await readTexts(root, 'docs', '.md')) {
    const rendered = renderMarkdown(text, file);
    const kind = kindOf(file);
    if (kind === 'blog') {
      const { post, findings: found } = readPost(file, rendered, problemOfPicture(root));
      findings.push(...found);
      if (post) (post.draft ? drafts : posts).push(post);
      continue;
    }
    if (kind === 'faq') {
      const { question, findings: found } = readQuestion(file, rendered);
      findings.push(...found);
      if (question) questions.push(question);
      continue;
    }
    findings.push(...rendered.findings);
    const path = file.slice('docs/'.length, -'.md'.length);
    const folder = /^(blog|faq)\/index$/.exec(path)?.[1];
    if (folder === undefined) pages.push(plainPage(path, rendered, lang));
    else intros.set(folder, rendered);
  }
  const folders = new Set(pages.map(({ path }) => path.split('/')[0] ?? ''));
  if (posts.length > 0) folders.add('blog');
  if (questions.length > 0) folders.add('faq');
  return { pages, posts, drafts, questions, intros, findings, folders };
}

const problemOfPicture = (root: string) => (path: string) => pictureProblem(path, readBytes(root, path));

function plainPage(path: string, { title, html, frontMatter }: RenderedMarkdown, lang: string): SitePage {
  const { description } = frontMatter;
  return {
    path,
    title,
    ...(description === undefined ? {} : { description }),
    lang,
    kind: path === 'index' ? 'home' : 'article',
    html: () => `<article${frontMatter.lang === undefined ? '' : ` lang="${frontMatter.lang}"`}>${html}</article>`,
    searchable: path !== 'index',
  };
}
