/** Text -> DocumentTree: the whole manual of an upstream tree, or a piece of DocBook. */
import type { EntityTable } from './entities.ts';
import { type ManualFiles, manualFiles, type SourceTree } from './read.ts';
import { Reader, type Writable } from './reader.ts';
import type { DocumentTree, Element, Finding, Node, Position } from './types.ts';

/** Reads the manual of an upstream tree, from `postgres.sgml` in doc/src/sgml. */
export function parseManual(tree: SourceTree, start = 'postgres.sgml'): DocumentTree {
  const findings: Finding[] = [];
  const report = (finding: Finding) => void findings.push(finding);
  const files = manualFiles(tree, report);
  const text = files.load(start, { file: start, line: 1 });
  const top: Writable = { type: 'element', name: '#document', attributes: {}, children: [], file: start, line: 1 };
  const entities: EntityTable = new Map();
  if (text !== undefined) new Reader(files, report, entities).document(text, start, top);
  const root = top.children.find((node): node is Element => node.type === 'element');
  const fail = ({ file, line }: Position, message: string) =>
    report({ file, line, severity: 'error', rule: 'docbook/syntax', message });
  if (findings.length === 0) {
    if (!root) fail(top, 'no root element; expected <book>');
    const stray = top.children.find((node) => node !== root && !isBlank(node));
    if (root && stray) fail(stray, `content outside the root element <${root.name}>`);
  }
  return { root: root ?? top, entities, findings };
}

/**
 * Reads a piece of DocBook, such as the text between two markers. Only character entities and `entities` are known.
 *
 * @param at where its first character stands
 */
export function parseFragment(
  text: string,
  at: Position,
  entities: EntityTable = new Map(),
): { readonly nodes: readonly Node[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const top: Writable = { type: 'element', name: '#fragment', attributes: {}, children: [], ...at };
  const noFiles: ManualFiles = { load: () => undefined, bytes: () => undefined };
  new Reader(noFiles, (finding) => void findings.push(finding), entities).text(text, at, {
    parent: top,
    depth: 0,
    entities: [],
  });
  return { nodes: top.children, findings };
}

function isBlank(node: Node): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
}
