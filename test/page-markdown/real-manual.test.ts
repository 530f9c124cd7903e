/**
 * Every page of the real manual as Markdown: remark reads the blocks that it was written from, and its English words and
 * listings are those of the HTML.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { numberDocument } from '../../tools/docbook/numbering.ts';
import type { Page } from '../../tools/docbook/pages.ts';
import {
  createMarkdownRenderer,
  englishMarkdownWords,
  type MarkdownRenderer,
} from '../../tools/page-markdown/index.ts';
import type { Block, Both } from '../../tools/page-markdown/types.ts';
import { writeBlocks } from '../../tools/page-markdown/write-blocks.ts';
import { createRenderer, englishWords, type Renderer } from '../../tools/render/index.ts';
import { bilingual } from '../../tools/segment/bilingual.ts';
import { collectSegments } from '../../tools/segment/collect.ts';
import { plainText } from '../../tools/segment/inline.ts';
import type { Target } from '../../tools/segment/types.ts';
import { unescapeHtml } from '../commands/helpers/html.ts';
import { absence, manualAtHand, realManual } from '../real-manual.ts';
import { parse } from './made.ts';
import { difference } from './match.ts';

const LONG = 10 * 60_000;

describe.skipIf(!manualAtHand)(`the real manual as Markdown${absence}`, () => {
  let pages: readonly Page[];
  let english: MarkdownRenderer;
  let both: MarkdownRenderer;
  let html: Renderer;
  const made = new Map<Page, readonly Block[]>();
  /** A page in English, made once for all tests. */
  const blocksOf = (page: Page): readonly Block[] => {
    const blocks = made.get(page) ?? english.blocks(page);
    made.set(page, blocks);
    return blocks;
  };

  beforeAll(async () => {
    const { tree, pages: cut } = await realManual('REL_18_6');
    pages = cut.all;
    const common = { tree, pages: cut, numbering: numberDocument(tree, cut), own: englishMarkdownWords };
    const words = { source: englishWords, target: englishWords };
    const plain = { ...common, words, lang: 'en', childrenOf: (element: Page['element']) => element.children };
    english = createMarkdownRenderer(plain);
    html = createRenderer({ ...plain, readFigure: () => '<svg xmlns="http://www.w3.org/2000/svg"/>' });
    // Every segment has a target, which is its English behind a sign of another language.
    const mark = { type: 'text', value: '译：', file: 'targets.md', line: 1 } as const;
    const childrenOf = bilingual(collectSegments(cut), (_, { owner, from, to, kind }): Target => {
      const run = kind === 'comment' ? [] : owner.children.slice(from, to);
      return { status: 'translated', nodes: [mark, ...run] };
    });
    both = createMarkdownRenderer({ ...common, words, lang: 'xx', childrenOf });
  }, LONG);

  it('has no element without a handler', { timeout: LONG }, () => {
    for (const page of pages) blocksOf(page);
    expect(english.findings).toEqual([]);
  });

  it('reads in both languages as the blocks that it was written from', { timeout: LONG }, () => {
    const wrong = pages.flatMap((page) => {
      const blocks = both.blocks(page);
      const found = difference(blocks, parse(writeBlocks(blocks)).children);
      return found === undefined ? [] : [`${page.name}: ${found}`];
    });
    expect(wrong).toEqual([]);
  });

  it('has the English words and the listings of the HTML', { timeout: LONG }, () => {
    const wrong: string[] = [];
    for (const page of pages) {
      const { article } = html.page(page);
      const blocks = blocksOf(page);
      const [words, listings] = [wordsOf(blocks.flatMap(textsIn).join('\n')), blocks.flatMap(listingsIn)];
      const expected = wordsOf(textOfHtml(article));
      const missing = lacking(expected, words);
      const extra = lacking(words, expected);
      if (missing.length + extra.length > 0) wrong.push(`${page.name}: -${missing.slice(0, 5)} +${extra.slice(0, 5)}`);
      for (const listing of lacking(listingsOfHtml(article), listings)) wrong.push(`${page.name}: listing ${listing}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** Numbers of footnotes and labels of lists are counted in other ways: words begin with a letter. */
const wordsOf = (text: string) => text.match(/\p{L}[\p{L}\p{N}_]*/gu) ?? [];

/** What of the first is not in the second, as often as it is there. */
function lacking(all: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const each of others) counts.set(each, (counts.get(each) ?? 0) + 1);
  return all.filter((each) => {
    const left = counts.get(each) ?? 0;
    counts.set(each, left - 1);
    return left <= 0;
  });
}

/** Pictures have their words in themselves, footnotes their labels; both stand for themselves in Markdown. */
function textOfHtml(article: string): string {
  const text = article
    .replaceAll('\u200b', '')
    .replace(/<p class="indexdiv-quicklinks">.*?<\/p>/, '')
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<a class="(?:footnote|footnoteref|footnote-mark)"[^>]*>.*?<\/a>/g, '')
    .replace(/<p class="title" data-extra>.*?<\/p>/g, '')
    .replace(/<\/?(?:p|div|li|dt|dd|td|th|tr|h\d|pre|br|ul|ol|dl|table)\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '');
  return unescapeHtml(text);
}

const listingsOfHtml = (article: string) =>
  [...article.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map(([, text]) =>
    unescapeHtml((text ?? '').replace(/<[^>]*>/g, ''))
      .replaceAll('\u200b', '')
      .replace(/^\n/, '')
      .trimEnd(),
  );

function textsIn(block: Block): string[] {
  const text = ({ source }: Both) => plainText(source).replace(/\[\^\d+\]/g, '');
  switch (block.type) {
    case 'code':
      return [block.value];
    case 'list':
      return block.items.flat().flatMap(textsIn);
    case 'quote':
    case 'footnote':
      return block.children.flatMap(textsIn);
    case 'table':
      return block.rows.flat().map(text);
    default:
      return [text(block.text)].filter((each) => each !== englishMarkdownWords.picture);
  }
}

function listingsIn(block: Block): string[] {
  if (block.type === 'code') return [block.value];
  if (block.type === 'list') return block.items.flat().flatMap(listingsIn);
  return 'children' in block ? block.children.flatMap(listingsIn) : [];
}
