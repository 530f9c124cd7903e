/**
 * Text -> DocumentTree. Entities are resolved here, so that every node keeps the file and line it was written at.
 *
 * saxes reads one file (or one entity's text) at a time, as a well-formed fragment: that is what XML asks of an
 * external parsed entity. References to the document's entities come out of saxes between two characters that XML
 * forbids, so that no document can forge them, and are replaced by the nodes of what they name.
 */
import { characterEntities } from 'character-entities';
import { SaxesParser } from 'saxes';
import { readDocumentType } from './document-type.ts';
import { countLines, type EntityTable } from './entities.ts';
import { type ManualFiles, manualFiles, type SourceTree } from './read.ts';
import type { DocumentTree, Element, Finding, Node, Position } from './types.ts';

/**
 * Upstream nests entities 4 deep, expands a few thousand characters of internal entities, and has 12 million
 * characters in some 400 files. What lies beyond these limits is an attack or a mistake.
 */
const MAX_ENTITY_DEPTH = 32;
const MAX_EXPANDED_CHARACTERS = 10_000_000;
const MAX_FILE_CHARACTERS = 50_000_000;
const MAX_ELEMENT_DEPTH = 500;

/** What reading a text costs however short it is, in characters. */
const COST_OF_TEXT = 100;
const COST_OF_FILE = 10_000;

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

/** Stops the reading of one file at its first error: what follows would be echoes of it. */
class Malformed extends Error {}

function isBlank(node: Node): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
}

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(characterEntities),
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
]);

const NAME = /^[A-Za-z_:][\w.:-]*$/;

class Reader {
  private expanded = 0;
  private readFromFiles = 0;
  /** Set when the declarations could not be read: that a name is unknown then is an echo. */
  private declarationsBroken = false;

  /** What saxes asks for the text of `&name;`: a character, or the name between OPEN and CLOSE. */
  private readonly known = new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name) => {
        if (typeof name !== 'string' || !NAME.test(name)) return undefined;
        return (this.table.has(name) ? undefined : CHARACTERS.get(name)) ?? OPEN + name + CLOSE;
      },
    },
  );

  constructor(
    private readonly files: ManualFiles,
    private readonly report: (finding: Finding) => void,
    private readonly table: EntityTable,
  ) {}

  document(text: string, file: string, parent: Writable): void {
    const load = (path: string, at: Position) => this.files.load(path, at);
    const { body, broken } = readDocumentType(text, file, this.table, load, this.report);
    this.declarationsBroken = broken;
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
    const entity = this.table.get(name);
    const fail = (rule: string, message: string) => this.report({ ...at, severity: 'error', rule, message });
    if (!entity) {
      this.undeclared(name, at);
      return append(context.parent, `&${name};`, at);
    }
    if (context.entities.includes(name))
      return fail(
        'docbook/entity-cycle',
        `entity &${name}; includes itself: ${[...context.entities, name].join(' > ')}`,
      );
    if (context.entities.length >= MAX_ENTITY_DEPTH)
      return fail('docbook/entity-bomb', `entities nest deeper than ${MAX_ENTITY_DEPTH}`);
    const inner = { ...context, entities: [...context.entities, name] };
    if (entity.kind === 'external') {
      if (this.readFromFiles > MAX_FILE_CHARACTERS) return;
      const text = this.files.load(entity.path, at);
      this.readFromFiles += COST_OF_FILE + (text?.length ?? 0);
      if (this.readFromFiles > MAX_FILE_CHARACTERS)
        return fail('docbook/entity-bomb', `files include each other for more than ${MAX_FILE_CHARACTERS} characters`);
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
      const entity = this.table.get(name);
      if (!entity) {
        this.undeclared(name, at);
        return `&${name};`;
      }
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

  private undeclared(name: string, at: Position): void {
    if (this.declarationsBroken) return;
    const message = `entity &${name}; is not declared`;
    this.report({ ...at, severity: 'error', rule: 'docbook/undeclared-entity', message });
  }

  /** Counts what internal entities expand to; false, with one finding, once it is too much. */
  private spend(characters: number, at: Position): boolean {
    const before = this.expanded;
    this.expanded += COST_OF_TEXT + characters;
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
