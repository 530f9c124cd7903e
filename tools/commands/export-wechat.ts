/** `pgdoc export wechat FILE`: a post or an answer as the HTML that WeChat's editor takes, and what is to be done by hand. */
import { relative, sep } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { absoluteAddress } from '../articles/absolute.ts';
import { pictureProblem } from '../articles/picture.ts';
import { readPost } from '../articles/read-post.ts';
import { type WechatArticle, wechatArticle } from '../articles/wechat/render.ts';
import { Failure } from '../failure.ts';
import { readBytes, readText } from '../io/files.ts';
import { kindOf, renderMarkdown } from '../render/markdown/index.ts';
import { type Context, formatFinding, type Outcome } from './context.ts';
import { readWords } from './words.ts';
import { readWorkspace } from './workspace.ts';

export interface ExportWechatOptions {
  /** Absolute path of a Markdown file below docs/. */
  readonly file: string;
  /** Absolute path; without it the HTML is printed. */
  readonly out: string | undefined;
  readonly toolRoot: string;
}

/** WeChat cuts what is longer. */
const DIGEST = 120;

/** @returns 1 when there are errors in the file, each of which is told */
export async function exportWechat(context: Context, { file, out, toolRoot }: ExportWechatOptions): Promise<Outcome> {
  const { project } = readWorkspace(context.root);
  const path = relative(context.root, file).split(sep).join('/');
  const text = /^docs\/.+\.md$/.test(path) && !path.includes('../') ? readText(context.root, path) : undefined;
  if (text === undefined)
    throw new Failure(
      2,
      `${path}: expected a Markdown file of the workspace below docs/, such as docs/blog/2026-05-20-drawers.md`,
    );
  const rendered = renderMarkdown(text, path);
  const findings =
    kindOf(path) === 'blog'
      ? readPost(path, rendered, (picture) => pictureProblem(picture, readBytes(context.root, picture))).findings
      : rendered.findings;
  for (const finding of findings) context.tell(formatFinding(finding));
  if (findings.some(({ severity }) => severity === 'error')) return 1;
  const site = new URL(project.site ?? 'http://localhost/');
  const address = (to: string) => new URL(to, site).href;
  const sitePath = path.slice('docs/'.length, -'.md'.length);
  const words = readWords(context.root, project.language, toolRoot).articles;
  const article = wechatArticle({ tree: rendered.tree, path: sitePath, address, notesTitle: words.wechatNotes });
  const { cover, summary, author = [], draft = false } = rendered.frontMatter;
  const facts: WechatFacts = {
    title: rendered.title,
    authors: author,
    digest: summary === undefined ? '' : Array.from(summary).slice(0, DIGEST).join(''),
    cover: cover === undefined ? null : absoluteAddress(cover, path, (to) => to),
    original: address(`${sitePath}.html`),
    draft,
  };
  // The mark of UTF-8 in front: a browser would take a file without any for another encoding.
  if (out !== undefined && !context.dryRun) await writeFileAtomic(out, `\ufeff${article.html}`);
  report(context, facts, article, out);
  return 0;
}

interface WechatFacts {
  readonly title: string;
  readonly authors: readonly string[];
  readonly digest: string;
  /** Path in the workspace. */
  readonly cover: string | null;
  readonly original: string;
  readonly draft: boolean;
}

function report(context: Context, facts: WechatFacts, article: WechatArticle, out: string | undefined): void {
  const pictures = article.pictures.map(({ path, ...rest }) => ({ file: `docs/${path}`, ...rest }));
  if (context.json) {
    const where = out === undefined ? { html: article.html } : { out };
    context.print(JSON.stringify({ ...facts, ...where, pictures, notes: article.notes }, null, 2));
    return;
  }
  // Printed HTML goes to a file or the clipboard, so what is said beside it goes elsewhere.
  if (out === undefined) context.print(article.html.trimEnd());
  const say = out === undefined ? context.tell : context.print;
  const uploads = pictures.map(
    ({ file, alt, after, line }, at) =>
      `   ${at + 1}. ${file}${alt === '' ? '' : ` (${alt})`}, line ${line}${after === '' ? ', at the top' : `, after "…${after}"`}`,
  );
  const steps = [
    ...(facts.draft ? ['This post is a draft: it is not on the site yet.'] : []),
    ...(context.dryRun && out !== undefined ? ['Dry run: nothing was written.'] : []),
    `Open ${out === undefined ? 'the HTML' : out} in a browser, select all, copy, and paste it into the editor.`,
    `Title: ${facts.title}`,
    ...(facts.authors.length === 0 ? [] : [`Author: ${facts.authors.join(', ')}`]),
    ...(facts.digest === '' ? [] : [`Summary: ${facts.digest}`]),
    `Link to the original: ${facts.original}`,
    facts.cover === null ? 'Cover: the post names none; choose one in the editor.' : `Cover to upload: ${facts.cover}`,
    uploads.length === 0
      ? 'Pictures: none.'
      : `Pictures to upload in place of those of the site (the editor takes no SVG: save it as PNG first):\n${uploads.join('\n')}`,
    `Links that became notes at the end: ${article.notes.length}.`,
  ];
  say(steps.join('\n'));
}
