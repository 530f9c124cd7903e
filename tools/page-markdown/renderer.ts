/** Assembles pages as Markdown: each is made alone, when asked for. */
import type { Page } from '../docbook/pages.ts';
import type { Element, Finding } from '../docbook/types.ts';
import { readingOrder } from '../render/navigation.ts';
import { blocksOf, flow } from './flow.ts';
import { foot, head, type PageAddress } from './frame.ts';
import { handlers } from './handlers/index.ts';
import { referenceInlines } from './references.ts';
import type { Block, Context, Manual, MarkdownInput } from './types.ts';
import { writeBlocks } from './write-blocks.ts';

export interface MarkdownRenderer {
  /** One page, with a head that says what it is and where it belongs. */
  page(page: Page, address: PageAddress): string;
  /** The same as blocks, before they are written: the article alone. */
  blocks(page: Page): readonly Block[];
  /** What the pages made so far had wrong; no finding comes twice. */
  readonly findings: readonly Finding[];
}

/** The tree, pages and numbering must belong together, and not change while the renderer lives. */
export function createMarkdownRenderer(input: MarkdownInput): MarkdownRenderer {
  const findings: Finding[] = [];
  const manual: Manual = {
    input,
    isBilingual: !/^en\b/i.test(input.lang),
    variables: variablesOf(input),
    titles: new Map(),
    handlers,
    reference: referenceInlines,
    findings,
    reported: new Set<Element>(),
  };
  const order = readingOrder(input.pages.all);
  const contextOf = (page: Page): Context => ({ manual, page, level: 1, footnotes: new Map(), anchors: true });
  const blocks = (page: Page) => {
    const context = contextOf(page);
    return [...blocksOf(page.element, context), ...footnotes(context)];
  };
  return {
    page(page, address) {
      const [title, ...rest] = blocks(page);
      const context = contextOf(page);
      const around = [title, ...head(page, address, context), ...rest, ...foot(page, order.get(page) ?? {}, context)];
      return writeBlocks(around.filter((block) => block !== undefined));
    },
    blocks,
    findings,
  };
}

/** Footnotes inside footnotes follow them. */
function footnotes(context: Context): Block[] {
  const out: Block[] = [];
  for (const [note, number] of context.footnotes) out.push({ type: 'footnote', number, children: flow(note, context) });
  return out;
}

function variablesOf({ tree }: MarkdownInput): Map<string, string> {
  const values = new Map<string, string>();
  for (const name of ['version', 'majorversion']) {
    const entity = tree.entities.get(name);
    if (entity?.kind === 'internal') values.set(name, entity.value);
  }
  return values;
}
