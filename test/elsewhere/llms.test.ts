import type { RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { llmsText } from '../../tools/elsewhere/llms.ts';
import { parse, seen } from '../page-markdown/made.ts';

const kinds = (nodes: readonly RootContent[]) =>
  nodes.map((node) => (node.type === 'heading' ? `h${node.depth}` : node.type));

describe('llms.txt', () => {
  it('is a heading, a summary as a quote, and sections of links', () => {
    const text = llmsText('Kites', 'All of them.', [
      { title: 'Kites 3', pages: [{ href: 'docs/3/a.md', title: { source: 'Tails', target: 'Schwänze' } }] },
      { title: 'Nothing', pages: [] },
    ]);
    expect(text).toBe('# Kites\n\n> All of them.\n\n## Kites 3\n\n- [Schwänze](docs/3/a.md): Tails\n');
  });

  it.each(['# x', '> x', '](y)', '```', '- a\n- b', '<b>', '[x]: y', '*a* `b`'])(
    'holds a title such as %j in its place',
    (title) => {
      const { children } = parse(
        llmsText(title, title, [{ title, pages: [{ href: 'a.md', title: { source: title, target: title } }] }]),
      );
      expect(kinds(children)).toEqual(['h1', 'blockquote', 'h2', 'list']);
      expect(children.map(seen)).toEqual(Array(4).fill(title.replace(/\s+/g, ' ')));
    },
  );
});
