/** llms.txt (llmstxt.org): a heading, a summary as a quote, and lists of links to Markdown pages. */
import type { Texts } from '../render/types.ts';
import { text } from '../segment/tidy.ts';
import { writeMarkdown } from '../segment/write.ts';
import type { ElsewhereWords } from './words.ts';

export interface LlmsPage {
  /** Relative to the file. */
  readonly href: string;
  readonly title: Texts;
}

export interface LlmsSection {
  readonly title: string;
  readonly pages: readonly LlmsPage[];
}

/** Sections without pages are left out. */
export function llmsText(title: string, summary: string, sections: readonly LlmsSection[]): string {
  const parts = sections
    .filter(({ pages }) => pages.length > 0)
    .map(({ title, pages }) => `## ${plain(title)}\n\n${pages.map(line).join('\n')}`);
  return `${[`# ${plain(title)}`, `> ${plain(summary)}`, ...parts].join('\n\n')}\n`;
}

/** The English of a translated title is what the link's description says. */
function line({ href, title: { source, target } }: LlmsPage): string {
  const isPlain = target === undefined || target === source;
  const link = writeMarkdown([{ type: 'link', href, children: text(folded(target ?? source)) }]);
  return `- ${link}${isPlain ? '' : `: ${plain(source)}`}`;
}

const folded = (value: string) => value.replace(/\s+/g, ' ').trim();
const plain = (value: string) => writeMarkdown(text(folded(value)));

/** The pages of one version, all of them. */
export function versionLlms(
  release: string,
  pages: readonly { readonly page: string; readonly title: Texts }[],
  words: ElsewhereWords,
): string {
  const listed = pages.map(({ page, title }) => ({ href: `${page}.md`, title }));
  return llmsText(`PostgreSQL ${release}`, words.markdownText, [
    { title: words.all.replace('{version}', () => release), pages: listed },
  ]);
}
