/** The real manual against the same manual as an independent parser resolved it: node by node, white space and all. */
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Pages } from '../../tools/docbook/pages.ts';
import { walk } from '../../tools/docbook/tree.ts';
import type { DocumentTree, Element, Node } from '../../tools/docbook/types.ts';
import {
  absence,
  manualAtHand,
  officialHtmlAtHand,
  officialPages,
  realManual,
  realTree,
  yardstickAtHand,
  yardstickXml,
} from '../real-manual.ts';

describe.skipIf(!manualAtHand || !yardstickAtHand)(`the real manual${absence}`, () => {
  describe.each(['18.3', '18.6'] as const)('%s', (release) => {
    const tag = `REL_${release.replace('.', '_')}`;
    let tree: DocumentTree;
    let pages: Pages;
    beforeAll(async () => {
      ({ tree, pages } = await realManual(tag));
    });

    test('is read without a finding', () => {
      expect(tree.findings).toEqual([]);
      expect(pages.findings).toEqual([]);
    });

    test('equals the resolved manual in elements, attributes and text, white space exact', () => {
      const ours = compared(eventsOfTree(tree.root), release);
      const theirs = compared(eventsOfXml(yardstickXml(release)), release);
      const at = ours.findIndex((event, index) => event !== theirs[index]);
      // Not the lists themselves: a failure would print the manual.
      expect([ours[at], ours.length]).toEqual([at < 0 ? undefined : theirs[at], theirs.length]);
      expect(ours.length).toBeGreaterThan(500_000);
    });

    test('every element stands in its file at its line', async () => {
      const files = await realTree(tag);
      const lines = new Map<string, readonly string[] | undefined>();
      const linesOf = (file: string) => {
        if (!lines.has(file)) {
          const bytes = files.read(`doc/src/sgml/${file}`);
          lines.set(file, bytes && new TextDecoder().decode(bytes).split('\n'));
        }
        return lines.get(file);
      };
      let checked = 0;
      const wrong: string[] = [];
      walk(tree.root, ({ file, line, name }) => {
        const text = linesOf(file);
        // Files that upstream generates are not in its tree.
        if (!text) return;
        checked++;
        if (!text[line - 1]?.includes(`<${name}`)) wrong.push(`${file}:${line} <${name}>`);
      });
      expect(wrong).toEqual([]);
      expect(checked).toBeGreaterThan(150_000);
    });
  });

  test.skipIf(!officialHtmlAtHand)('18.6 has the 1,148 pages of the official HTML, by name', async () => {
    const { pages } = await realManual('REL_18_6');
    const official = officialPages();
    expect(official).toHaveLength(1148);
    expect([...pages.byName.keys()].sort()).toEqual([...official].sort());
  });
});

/** The resolved 18.3 comes from a translation's tree, whose book information is translated: it counts from there. */
function compared(events: readonly string[], release: string): readonly string[] {
  return release === '18.3' ? events.slice(events.indexOf('</bookinfo>')) : events;
}

/** Elements with their attributes in alphabetical order, ends, and texts; neighbouring texts are one. */
class Events {
  readonly list: string[] = [];
  private pending = '';

  text(value: string): void {
    this.pending += value;
  }

  add(event: string): void {
    if (this.pending !== '') this.list.push(`text ${this.pending}`);
    this.pending = '';
    this.list.push(event);
  }

  start(name: string, attributes: Readonly<Record<string, string>>): void {
    const sorted = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
    this.add(`<${name}${sorted.map(([key, value]) => ` ${key}=${JSON.stringify(value)}`).join('')}>`);
  }
}

function eventsOfTree(root: Element): string[] {
  const events = new Events();
  const visit = (node: Node) => {
    if (node.type === 'text' || node.type === 'variable') events.text(node.value);
    if (node.type !== 'element') return;
    events.start(node.name, node.attributes);
    for (const child of node.children) visit(child);
    events.add(`</${node.name}>`);
  };
  visit(root);
  return events.list;
}

function eventsOfXml(xml: string): string[] {
  const events = new Events();
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth++;
    events.start(name, attributes as Record<string, string>);
  });
  parser.on('closetag', ({ name }) => {
    events.add(`</${name}>`);
    depth--;
  });
  const text = (value: string) => {
    if (depth > 0) events.text(value);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(xml).close();
  return events.list;
}
