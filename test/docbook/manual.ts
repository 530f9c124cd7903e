/** Small manuals in memory, for tests: files of doc/src/sgml by name, parsed. */
import { parseManual } from '../../tools/docbook/parse.ts';
import type { DocumentTree, Element, Node } from '../../tools/docbook/types.ts';
import { sourceTree } from '../../tools/io/source-tree.ts';

/** Files by their path in doc/src/sgml. A link's contents would be read if it were followed. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export function parseFiles(files: Files, links: readonly string[] = []): DocumentTree {
  const inManual = (path: string) => `doc/src/sgml/${path}`;
  const bytes = Object.entries(files).map(
    ([path, content]) => [inManual(path), typeof content === 'string' ? Buffer.from(content) : content] as const,
  );
  return parseManual(sourceTree(new Map(bytes), new Set(links.map(inManual))));
}

/** A manual of one file with these declarations and this body, from line 1: the declaration takes one line. */
export function parseBody(body: string, declarations = '', files: Files = {}): DocumentTree {
  return parseFiles({ 'postgres.sgml': `<!DOCTYPE book [${declarations}]>\n${body}`, ...files });
}

/** Findings as `file:line rule`, and as `file:line rule: message`. */
export const brief = ({ findings }: DocumentTree) => findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`);

/** Every node with its place, as `file:line what`, in reading order. */
export function places(root: Element): string[] {
  const list: string[] = [];
  const visit = (node: Node) => {
    const what = {
      element: () => `<${(node as Element).name}>`,
      text: () => JSON.stringify((node as { value: string }).value.trim()),
      variable: () => `&${(node as { name: string }).name};`,
      comment: () => `<!--${(node as { value: string }).value}-->`,
    }[node.type]();
    if (what !== '""') list.push(`${node.file}:${node.line} ${what}`);
    if (node.type === 'element') for (const child of node.children) visit(child);
  };
  visit(root);
  return list;
}
