/**
 * Text -> DocumentTree. Entities are resolved here, so that every node keeps the file and line it was written at.
 *
 * saxes reads one file (or one entity's text) at a time, as a well-formed fragment: that is what XML asks of an
 * external parsed entity. References to the document's entities come out of saxes between two characters that XML
 * forbids, so that no document can forge them, and are replaced by the nodes of what they name.
 */
import { characterEntities } from 'character-entities';
import { SaxesParser } from 'saxes';
import { countLines, type Entity, type EntityTable, readSubset } from './entities.ts';
import { type ManualFiles, manualFiles, type SourceTree } from './read.ts';
import type { DocumentTree, Element, Finding, Node, Position } from './types.ts';

/** Upstream nests entities 4 deep and expands a few thousand characters of internal entities. */
const MAX_ENTITY_DEPTH = 32;
const MAX_EXPANDED_CHARACTERS = 1_000_000;
const MAX_ELEMENT_DEPTH = 500;

const OPEN = '\uFFFE';
const CLOSE = '\uFFFF';

/** Entities declared in this file change with every release: they stay nodes. */
const VARIABLES_FILE = 'version.sgml';

type Writable = Omit<Element, 'children'> & { children: Node[] };

/** Where nodes of the text being read go, and how it was reached. */
interface Context {
  readonly parent: Writable;
  readonly depth: number;
  readonly entities: readonly string[];
}

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
  if (!root && findings.length === 0)
    report({
      file: start,
      line: 1,
      severity: 'error',
      rule: 'docbook/syntax',
      message: 'no root element; expected <book>',
    });
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

/** Stops the reading of one file at its first error: what follows would be echoes of it. */
class Malformed extends Error {}

class Reader {
  private readonly known: Record<string, string> = Object.create(null);
  private expanded = 0;

  constructor(
    private readonly files: ManualFiles,
    private readonly report: (finding: Finding) => void,
    private readonly table: EntityTable,
  ) {
    Object.assign(this.known, characterEntities, { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" });
    this.learn();
  }

  private learn(): void {
    for (const name of this.table.keys()) this.known[name] = OPEN + name + CLOSE;
  }

  document(text: string, file: string, parent: Writable): void {
    const doctype =
      /^\uFEFF?(?:<\?xml[^>]*\?>)?(?:\s|<!--[\s\S]*?-->)*<!DOCTYPE\s+[^[>"']*(?:"[^"]*"|'[^']*'|[^[>"'])*\[/.exec(text);
    let body = text;
    if (doctype) {
      const from = doctype[0].length;
      const to = endOfSubset(text, from);
      const line = 1 + countLines(doctype[0]);
      readSubset(
        text.slice(from, to),
        { file, line },
        this.table,
        (path, at) => this.files.load(path, at),
        this.report,
      );
      this.learn();
      const end = text.indexOf('>', to) + 1;
      // Line numbers stay right when the declaration is blanked out.
      body = text.slice(0, end).replace(/[^\n]/g, ' ') + text.slice(end);
    }
    this.text(body, { file, line: 1 }, { parent, depth: 0, entities: [] });
  }

  text(text: string, at: Position, context: Context): void {
    const parser = new SaxesParser({ fragment: true, position: true });
    parser.ENTITIES = this.known;
    const stack: Writable[] = [context.parent];
    const { file } = at;
    const offset = at.line - 1;
    let line = at.line;
    const here = () => parser.line + offset;
    const stop = (message: string, rule = 'docbook/syntax'): never => {
      this.report({ file, line: here(), severity: 'error', rule, message });
      throw new Malformed(message);
    };
    parser.on('error', (error) => {
      stop(`${error.message.replace(/^\d+:\d+: /, '')} (column ${parser.column})`);
    });
    parser.on('text', (value) => {
      this.characters(
        value,
        { file, line },
        { ...context, parent: stack.at(-1) as Writable, depth: context.depth + stack.length },
      );
      line = here();
    });
    parser.on('cdata', (value) => {
      append(stack.at(-1) as Writable, value, { file, line });
      line = here();
    });
    parser.on('comment', (value) => {
      (stack.at(-1) as Writable).children.push({ type: 'comment', value, file, line });
      line = here();
    });
    parser.on('opentag', (tag) => {
      const attributes = tag.attributes as Record<string, string>;
      for (const name in attributes)
        if (attributes[name]?.includes(OPEN)) attributes[name] = this.attribute(attributes[name], { file, line });
      const element: Writable = { type: 'element', name: tag.name, attributes, children: [], file, line };
      (stack.at(-1) as Writable).children.push(element);
      if (context.depth + stack.length > MAX_ELEMENT_DEPTH) stop(`elements nest deeper than ${MAX_ELEMENT_DEPTH}`);
      stack.push(element);
      line = here();
    });
    parser.on('closetag', () => {
      stack.pop();
      line = here();
    });
    try {
      parser.write(text).close();
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
    }
  }

  private characters(value: string, at: Position, context: Context): void {
    if (!value.includes(OPEN)) return append(context.parent, value, at);
    let line = at.line;
    for (const [i, part] of value.split(/[\uFFFE\uFFFF]/).entries()) {
      const position = { file: at.file, line };
      if (i % 2 === 0) append(context.parent, part, position);
      else this.include(part, position, context);
      if (i % 2 === 0) line += countLines(part);
    }
  }

  private include(name: string, at: Position, context: Context): void {
    const entity = this.table.get(name) as Entity;
    const fail = (rule: string, message: string) => this.report({ ...at, severity: 'error', rule, message });
    if (context.entities.includes(name))
      return fail(
        'docbook/entity-cycle',
        `entity &${name}; includes itself: ${[...context.entities, name].join(' > ')}`,
      );
    if (context.entities.length >= MAX_ENTITY_DEPTH)
      return fail('docbook/entity-bomb', `entities nest deeper than ${MAX_ENTITY_DEPTH}`);
    const inner = { ...context, entities: [...context.entities, name] };
    if (entity.kind === 'external') {
      const text = this.files.load(entity.path, at);
      if (text !== undefined) this.text(withoutTextDeclaration(text), { file: entity.path, line: 1 }, inner);
      return;
    }
    if (!this.spend(entity.value.length, at)) return;
    if (entity.file === VARIABLES_FILE)
      context.parent.children.push({ type: 'variable', name, value: entity.value, ...at });
    else if (/[<&]/.test(entity.value)) this.text(entity.value, at, inner);
    else append(context.parent, entity.value, at);
  }

  private attribute(value: string, at: Position, open: readonly string[] = []): string {
    return value.replace(/\uFFFE([^\uFFFF]*)\uFFFF/g, (_, name: string) => {
      const entity = this.table.get(name) as Entity;
      if (entity.kind === 'external' || open.includes(name)) {
        const message = `entity &${name}; cannot stand in an attribute: it ${entity.kind === 'external' ? 'is a file' : 'includes itself'}`;
        this.report({ ...at, severity: 'error', rule: 'docbook/entity-cycle', message });
        return '';
      }
      if (!this.spend(entity.value.length, at)) return '';
      const inner = entity.value.replace(/&([\w.-]+);/g, (all, reference: string) => this.known[reference] ?? all);
      return this.attribute(inner, at, [...open, name]);
    });
  }

  /** Counts what internal entities expand to; false, with one finding, once it is too much. */
  private spend(characters: number, at: Position): boolean {
    const before = this.expanded;
    this.expanded += characters;
    if (this.expanded <= MAX_EXPANDED_CHARACTERS) return true;
    if (before <= MAX_EXPANDED_CHARACTERS)
      this.report({
        ...at,
        severity: 'error',
        rule: 'docbook/entity-bomb',
        message: `entities expand to more than ${MAX_EXPANDED_CHARACTERS} characters`,
      });
    return false;
  }
}

function append(parent: Writable, value: string, at: Position): void {
  if (value === '') return;
  const last = parent.children.at(-1);
  if (last?.type === 'text') parent.children[parent.children.length - 1] = { ...last, value: last.value + value };
  else parent.children.push({ type: 'text', value, ...at });
}

/** An external entity may open with `<?xml … ?>` (XML 1.0, 4.3.1). */
function withoutTextDeclaration(text: string): string {
  return text.replace(/^\uFEFF?(<\?xml[^>]*\?>)?/, '');
}

/** Index of the `]` that closes the internal subset, past quoted strings and comments. */
function endOfSubset(text: string, from: number): number {
  const token = /<!--[\s\S]*?-->|"[^"]*"|'[^']*'|\]/g;
  token.lastIndex = from;
  for (let match = token.exec(text); match; match = token.exec(text)) if (match[0] === ']') return match.index;
  return text.length;
}
