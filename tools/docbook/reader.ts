/**
 * Reads text into nodes. saxes reads one file (or one entity's text) at a time, as a well-formed fragment: that is
 * what XML asks of an external parsed entity. References are replaced by the nodes of what they name, so that every
 * node keeps the file and line it was written at.
 */
import { SaxesParser } from 'saxes';
import { readDocumentType } from './document-type.ts';
import { countLines, type EntityTable } from './entities.ts';
import { Expansion, OPEN } from './expansion.ts';
import type { ManualFiles } from './read.ts';
import type { Element, Finding, Node, Position } from './types.ts';

const MAX_ELEMENT_DEPTH = 500;

/** Entities declared in this file change with every release: they stay nodes. */
const VARIABLES_FILE = 'version.sgml';

/** An element whose children are still being read. */
export type Writable = Omit<Element, 'children'> & { children: Node[] };

/** Where nodes of the text being read go, and how it was reached. */
export interface Context {
  readonly parent: Writable;
  readonly depth: number;
  readonly entities: readonly string[];
}

/** Stops the reading of one file at its first error: what follows would be echoes of it. */
class Malformed extends Error {}

export class Reader {
  private readonly expansion: Expansion;

  constructor(
    private readonly files: ManualFiles,
    private readonly report: (finding: Finding) => void,
    private readonly table: EntityTable,
  ) {
    this.expansion = new Expansion(table, report);
  }

  document(text: string, file: string, parent: Writable): void {
    const load = (path: string, at: Position) => this.files.load(path, at);
    const { body, broken } = readDocumentType(text, file, this.table, load, this.report);
    this.expansion.declarationsBroken = broken;
    this.text(body, { file, line: 1 }, { parent, depth: 0, entities: [] });
  }

  text(text: string, at: Position, context: Context): void {
    const parser = new SaxesParser({ fragment: true, position: true });
    parser.ENTITIES = this.expansion.known;
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
      const message = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
      const open = stack.length > 1 ? `; open is <${stack.at(-1)?.name}>` : '';
      stop(`${message} (column ${parser.column})${message.includes('close') ? open : ''}`);
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
        if (attributes[name]?.includes(OPEN))
          attributes[name] = this.expansion.attribute(attributes[name], { file, line });
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
    const { parent, entities } = context;
    const entity = this.expansion.follow(name, at, entities);
    if (!this.expansion.isDeclared(name)) append(parent, `&${name};`, at);
    if (!entity) return;
    const inner = { ...context, entities: [...entities, name] };
    if (entity.kind === 'external') {
      const text = this.files.load(entity.path, at);
      if (!this.expansion.spendFile(text?.length ?? 0, at)) return;
      if (text !== undefined) this.text(withoutTextDeclaration(text), { file: entity.path, line: 1 }, inner);
    } else if (entity.file === VARIABLES_FILE)
      parent.children.push({ type: 'variable', name, value: entity.value, ...at });
    else if (/[<&]/.test(entity.value)) this.text(entity.value, at, inner);
    else append(parent, entity.value, at);
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
