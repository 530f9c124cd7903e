/** The workspace's own pages, docs/**.md: start page, blog, questions, guides. */
import type { SitePage } from '../../../.vitepress/types.ts';
import type { Finding } from '../../docbook/types.ts';
import { readTexts } from '../../io/files.ts';
import type { Project } from '../../project/types.ts';
import { escapeHtml } from '../../render/html.ts';
import { type RenderedMarkdown, renderMarkdown } from '../../render/markdown/index.ts';
import type { LanguageWords } from '../words.ts';

export interface Articles {
  readonly pages: readonly SitePage[];
  readonly findings: readonly Finding[];
  /** Folders that have pages, for the site's navigation. */
  readonly folders: ReadonlySet<string>;
}

interface Article extends RenderedMarkdown {
  /** Site path without extension. */
  readonly path: string;
}

/** Drafts are read and checked, and left out. */
export async function readArticles(root: string, project: Project, words: LanguageWords): Promise<Articles> {
  const texts = await readTexts(root, 'docs', '.md');
  const articles = [...texts].map(
    ([file, text]): Article => ({ path: file.slice('docs/'.length, -'.md'.length), ...renderMarkdown(text, file) }),
  );
  const published = articles.filter(({ frontMatter }) => frontMatter.draft !== true);
  const pages = published.map((article) => articlePage(article, project));
  const folders = new Set(published.map(({ path }) => path.split('/')[0] ?? ''));
  for (const folder of ['blog', 'faq'] as const) {
    if (!folders.has(folder) || published.some(({ path }) => path === `${folder}/index`)) continue;
    pages.push(
      listPage(
        folder,
        words.page[folder],
        published.filter(({ path }) => path.startsWith(`${folder}/`)),
        project,
      ),
    );
  }
  return { pages, findings: articles.flatMap(({ findings }) => findings), folders };
}

function articlePage({ path, title, html, frontMatter }: Article, project: Project): SitePage {
  const { summary, description, author, date, lang } = frontMatter;
  const about = summary ?? description;
  const byline = [date && `<time datetime="${date}">${date}</time>`, author && escapeHtml(author.join(', '))]
    .filter(Boolean)
    .join(' · ');
  return {
    path,
    title,
    ...(about === undefined ? {} : { description: about }),
    lang: project.language,
    kind: path === 'index' ? 'home' : 'article',
    html: () =>
      `<article${lang === undefined ? '' : ` lang="${lang}"`}>${byline === '' ? html : html.replace('</h1>', () => `</h1><p class="byline">${byline}</p>`)}</article>`,
    searchable: false,
  };
}

/** Newest first; what bears no date comes by its title. */
function listPage(folder: string, title: string, articles: readonly Article[], project: Project): SitePage {
  const order = (a: Article, b: Article) =>
    (b.frontMatter.date ?? '').localeCompare(a.frontMatter.date ?? '', 'en') ||
    a.title.localeCompare(b.title, project.language);
  const items = [...articles].sort(order).map((article) => {
    const { date, summary } = article.frontMatter;
    const link = `<a href="${escapeHtml(article.path.slice(folder.length + 1))}.html">${escapeHtml(article.title)}</a>`;
    return `<li>${link}${date ? ` <time datetime="${date}">${date}</time>` : ''}${summary ? `<p>${escapeHtml(summary)}</p>` : ''}</li>`;
  });
  const html = `<h1>${escapeHtml(title)}</h1><ul class="articles">${items.join('')}</ul>`;
  return {
    path: `${folder}/index`,
    title,
    lang: project.language,
    kind: 'article',
    html: () => html,
    searchable: false,
  };
}
