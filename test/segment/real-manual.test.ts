/** Every segment of the real manual: read back, it is the same tree, and it says what the DocBook says. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Node } from '../../tools/docbook/types.ts';
import { collectSegments, type Segmentation } from '../../tools/segment/collect.ts';
import { fromDocBook } from '../../tools/segment/from-docbook.ts';
import { bare, type Inline, plainText } from '../../tools/segment/inline.ts';
import { readMarkdown } from '../../tools/segment/read.ts';
import { absence, manualAtHand, realManual } from '../real-manual.ts';
import { markdownText } from './github.ts';

describe.skipIf(!manualAtHand)(`segments of 18.6${absence}`, () => {
  let segmentation: Segmentation;
  beforeAll(async () => {
    segmentation = collectSegments((await realManual('REL_18_6')).pages);
  });
  const places = () => segmentation.pages.flatMap(({ segments }) => segments);

  test('no two on a page share a key, and there are about as many as other tools find', () => {
    expect(segmentation.findings).toEqual([]);
    expect(places().length).toBeGreaterThan(40_000);
  });

  test('each source is one line that reads back as the run it was made of', () => {
    const wrong = places().filter(({ source, kind, owner, from, to }) => {
      const { inlines, problems } = readMarkdown(source);
      const same =
        kind === 'comment' ||
        JSON.stringify(inlines) === JSON.stringify(bare(fromDocBook(owner.children.slice(from, to))));
      return !same || problems.length > 0 || source.includes('\n');
    });
    expect(wrong.map(place)).toEqual([]);
  });

  test('each source says the words of its run', () => {
    const wrong = places().filter(({ source, kind, owner, from, to }) => {
      if (kind === 'comment') return false;
      const shown = plainText(withoutGenerated(readMarkdown(source).inlines));
      return squeeze(shown) !== squeeze(wordsOf(owner.children.slice(from, to)));
    });
    expect(wrong.map(place)).toEqual([]);
  });

  test('each source shows the same words on GitHub', () => {
    const distinct = new Map(places().map((segment) => [segment.key, segment]));
    const wrong = [...distinct.values()].filter(
      ({ source }) => squeeze(markdownText(source)) !== squeeze(plainText(readMarkdown(source).inlines)),
    );
    expect(wrong.map(place)).toEqual([]);
  });
});

const place = ({ file, line }: { file: string; line: number }) => `${file}:${line}`;
const squeeze = (value: string) => value.replace(/[\s\u200B]+/g, '');

/** Without what stands for words that are made elsewhere. */
function withoutGenerated(inlines: readonly Inline[]): Inline[] {
  return inlines
    .filter(({ type }) => type !== 'xref' && type !== 'footnote')
    .map((inline) => ('children' in inline ? { ...inline, children: withoutGenerated(inline.children) } : inline));
}

/** The words of DocBook by a reading of its own; marks that the stylesheets generate are written out. */
function wordsOf(nodes: readonly Node[], quotes = 0): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'variable') return `&${node.name};`;
      if (node.type === 'comment') return '';
      const inside = wordsOf(node.children, quotes + (node.name === 'quote' ? 1 : 0));
      switch (node.name) {
        case 'indexterm':
        case 'footnote':
        case 'footnoteref':
        case 'remark':
          return '';
        case 'quote':
          return quotes % 2 === 0 ? `“${inside}”` : `‘${inside}’`;
        case 'optional':
          return `[${inside}]`;
        case 'trademark':
          return `${inside}${node.attributes.class === 'registered' ? '®' : '™'}`;
        case 'citerefentry':
          return inside.replace(/\s+/g, '').replace(/(\d\w*)$/, '($1)');
        case 'keycombo':
          return node.children.flatMap((key) => (key.type === 'element' ? [wordsOf([key])] : [])).join('+');
        case 'ulink':
          return inside.trim() === '' ? (node.attributes.url ?? '') : inside;
        default:
          return inside;
      }
    })
    .join('');
}
