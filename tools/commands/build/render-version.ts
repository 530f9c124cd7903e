/** Renders the pages of one version, one at a time: the manual's text in its frame. */
import type { Page } from '../../docbook/pages.ts';
import type { Finding } from '../../docbook/types.ts';
import { frameManualPage } from '../../render/frame.ts';
import { structuredPage } from '../../render/structured.ts';
import type { PageOutline } from '../outline.ts';
import type { VersionFrames } from './frame-facts.ts';
import { manualRenderers, type RendererRequest } from './manual-renderers.ts';

export interface VersionRequest extends RendererRequest {
  readonly frames: Pick<VersionFrames, 'of'>;
}

export interface PageHtml {
  readonly title: string;
  readonly description: string;
  readonly structured: (address: (path: string) => string) => object;
  /** The finished inner HTML of the page. */
  readonly html: string;
}

export interface VersionRenderer {
  render(page: PageOutline): PageHtml;
  /** @param url the absolute address of the page's HTML */
  markdown(page: PageOutline, url: string): string;
  /** What was wrong with the pages rendered so far. */
  findings(): readonly Finding[];
}

export function versionRenderer(request: VersionRequest): VersionRenderer {
  const { manual, project, words, frames } = request;
  const { html, markdown, findings } = manualRenderers(request);
  const pageOf = ({ name }: PageOutline): Page => {
    const page = manual.pages.byName.get(name);
    if (!page) throw new Error(`The outline of ${manual.version} names a page that the manual lacks: ${name}`);
    return page;
  };
  return {
    render(outline) {
      const page = pageOf(outline);
      const rendered = html.page(page);
      const framed = frameManualPage({
        ...frames.of(outline),
        page: page.name,
        rendered,
        version: manual.version,
        lang: project.language,
        words: words.page,
      });
      const title = rendered.title.target ?? rendered.title.source;
      const about = { title, language: project.language, version: manual.version, page: page.name };
      const above = pagesAbove(page).map((each) => ({ name: each.name, title: html.title(each) }));
      const structured = (address: (path: string) => string) => structuredPage({ ...about, above }, address);
      return { title, description: rendered.description, structured, html: framed };
    },
    markdown: (outline, url) => markdown.page(pageOf(outline), { url, release: manual.release }),
    findings,
  };
}

/** From the book down to the page above. */
function pagesAbove({ parent }: Page): readonly Page[] {
  return parent ? [...pagesAbove(parent), parent] : [];
}
