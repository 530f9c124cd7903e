/** What renders the pages of one manual, as HTML and as Markdown, with the targets of the catalogs. */
import { entriesByKey } from '../../catalog/entries.ts';
import type { Entry } from '../../catalog/types.ts';
import { numberDocument } from '../../docbook/numbering.ts';
import { MANUAL_FOLDER } from '../../docbook/read.ts';
import type { Finding } from '../../docbook/types.ts';
import type { Reviews } from '../../ledger/reviews.ts';
import { createMarkdownRenderer, type MarkdownRenderer } from '../../page-markdown/index.ts';
import type { Project } from '../../project/types.ts';
import { createRenderer, englishWords, type Renderer } from '../../render/index.ts';
import { bilingual } from '../../segment/bilingual.ts';
import { readMarkdown } from '../../segment/read.ts';
import { restore } from '../../segment/restore.ts';
import type { Segment, Status, Target } from '../../segment/types.ts';
import { statusOf } from '../../status/status-of.ts';
import type { Manual } from '../manual.ts';
import type { LanguageWords } from '../words.ts';
import type { Catalogs } from '../workspace.ts';

export interface RendererRequest {
  readonly manual: Manual;
  readonly project: Project;
  readonly catalogs: Catalogs;
  readonly reviews: Reviews;
  readonly words: LanguageWords;
}

export interface ManualRenderers {
  readonly html: Renderer;
  readonly markdown: MarkdownRenderer;
  /** What was wrong with the pages rendered so far. */
  findings(): readonly Finding[];
}

export function manualRenderers({ manual, project, catalogs, reviews, words }: RendererRequest): ManualRenderers {
  const variables = variablesOf(manual);
  const numbering = numberDocument(manual.tree, manual.pages);
  const targetOf = (page: string, segment: Segment) => {
    const entry = entriesByKey(catalogs.byPage.get(page)?.catalog).get(segment.key);
    return readTarget(entry, statusOf(page, entry, reviews), segment, variables);
  };
  const decoder = new TextDecoder();
  const input = {
    tree: manual.tree,
    pages: manual.pages,
    numbering,
    childrenOf: bilingual(manual.segmentation, targetOf),
    lang: project.language,
    words: { source: englishWords, target: words.manual },
  };
  const markdown = createMarkdownRenderer({ ...input, own: words.markdown });
  const html = createRenderer({
    ...input,
    readFigure: (path) => {
      const bytes = manual.source.read(`${MANUAL_FOLDER}/${path}`);
      return bytes && decoder.decode(bytes);
    },
  });
  return { html, markdown, findings: () => [...numbering.findings, ...html.findings, ...markdown.findings] };
}

/** The target as DocBook again. A broken piece of its Markdown is text; nothing of it is lost. */
function readTarget(
  entry: Entry | undefined,
  status: Status,
  segment: Segment,
  variables: Readonly<Record<string, string>>,
): Target | undefined {
  if (!entry || status === 'untranslated') return undefined;
  const { file, line, kind, owner, from, to } = segment;
  const source = kind === 'comment' ? [] : owner.children.slice(from, to);
  return { status, nodes: restore(readMarkdown(entry.target).inlines, source, { variables, at: { file, line } }) };
}

function variablesOf({ tree }: Manual): Record<string, string> {
  const entries = ['version', 'majorversion'].map((name) => [name, tree.entities.get(name)] as const);
  return Object.fromEntries(
    entries.flatMap(([name, entity]) => (entity?.kind === 'internal' ? [[name, entity.value]] : [])),
  );
}
