/**
 * Entities of the document: the declarations of a DTD subset, read with its parameter entities, and the rules
 * that keep a reference inside the upstream tree.
 *
 * Source: XML 1.0, sections 2.8 (internal subset), 4.1 to 4.4 (entities).
 */
import { posix } from 'node:path';
import type { Entity, EntityTable, Finding, Position } from './types.ts';

export type { Entity, EntityTable } from './types.ts';

/** Reads a file of the document as text; undefined and a finding of its own when that cannot be done. */
export type LoadEntity = (path: string, from: Position) => string | undefined;

/** Parameter entities may include each other; upstream's nest three deep, in 30,000 characters. */
const MAX_DEPTH = 20;
const MAX_SUBSET_CHARACTERS = 2_000_000;

/** What XML forbids as characters (XML 1.0, 2.2), as far as JavaScript's strings can hold it. */
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/;

const DECLARATION =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|%([A-Za-z_:][\w.:-]*);|<!ENTITY\s+(%\s+)?([A-Za-z_:][\w.:-]*)\s+(?:(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+)?("[^"]*"|'[^']*')\s*>|<!(?:ELEMENT|ATTLIST|NOTATION)\b[^>]*>|\s+|([\s\S])/g;

/**
 * Reads the declarations of a DTD subset into `table`. The first declaration of a name binds (XML 1.0, 4.2).
 *
 * @param subset text between `[` and `]` of the document type declaration, or an external parameter entity
 * @param at where the subset's first character stands
 */
export function readSubset(
  subset: string,
  at: Position,
  table: EntityTable,
  load: LoadEntity,
  report: (finding: Finding) => void,
): void {
  const parameters: EntityTable = new Map();
  const fail = (position: Position, message: string) =>
    report({ ...position, severity: 'error', rule: 'docbook/dtd', message });

  let spent = 0;
  const read = (text: string, start: Position, open: readonly string[]): void => {
    if (spent > MAX_SUBSET_CHARACTERS) return;
    spent += 100 + text.length;
    if (spent > MAX_SUBSET_CHARACTERS) {
      const message = `parameter entities expand to more than ${MAX_SUBSET_CHARACTERS} characters`;
      return report({ ...start, severity: 'error', rule: 'docbook/entity-bomb', message });
    }
    let line = start.line;
    for (const match of text.matchAll(DECLARATION)) {
      const [all, reference, percent, name, quoted, stray] = match;
      const position = { file: start.file, line };
      line += countLines(all);
      if (stray !== undefined) {
        const found = JSON.stringify(text.slice(match.index, match.index + 20));
        fail(position, `expected an entity declaration or a %reference; in the DTD subset, found ${found}`);
        return;
      }
      if (reference !== undefined) include(reference, position, open);
      else if (name !== undefined && quoted !== undefined) {
        const target = percent ? parameters : table;
        if (target.has(name)) continue;
        target.set(name, declare(name, all, quoted.slice(1, -1), position));
      }
    }
  };

  const declare = (name: string, declaration: string, value: string, position: Position): Entity => {
    const refused: Entity = { kind: 'internal', name, value: '', ...position };
    if (FORBIDDEN.test(value)) {
      fail(position, `entity ${name} holds a character that XML forbids`);
      return refused;
    }
    if (!/^<!ENTITY\s+(?:%\s+)?\S+\s+(?:SYSTEM|PUBLIC)\b/.test(declaration))
      return { kind: 'internal', name, value: expandCharacters(value), ...position };
    const path = insidePath(value, position.file);
    if (path !== undefined) return { kind: 'external', name, path, ...position };
    report({
      ...position,
      severity: 'error',
      rule: 'docbook/entity-outside',
      message: `entity ${name} points to ${JSON.stringify(value)}, outside the manual's folder; expected a relative path inside it`,
    });
    return refused;
  };

  const include = (name: string, position: Position, open: readonly string[]): void => {
    const entity = parameters.get(name);
    if (!entity) return fail(position, `parameter entity %${name}; is not declared`);
    if (open.includes(name))
      return fail(position, `parameter entity %${name}; includes itself: ${[...open, name].join(' > ')}`);
    if (open.length >= MAX_DEPTH) return fail(position, `parameter entities nest deeper than ${MAX_DEPTH}`);
    if (entity.kind === 'internal') return read(entity.value, position, [...open, name]);
    const text = load(entity.path, position);
    if (text !== undefined) read(text, { file: entity.path, line: 1 }, [...open, name]);
  };

  read(subset, at, []);
}

/** Resolves a system identifier against the file that declares it; undefined when it leaves the folder. */
function insidePath(systemId: string, declaringFile: string): string | undefined {
  if (systemId === '' || /^[A-Za-z][A-Za-z0-9+.-]*:|^[/\\]|\\|\0/.test(systemId)) return undefined;
  const path = posix.normalize(posix.join(posix.dirname(declaringFile), systemId));
  return path.startsWith('../') || path === '..' || path === '.' ? undefined : path;
}

/** In an entity's value only character references are expanded at once; others wait (XML 1.0, 4.5). */
function expandCharacters(value: string): string {
  return value.replace(/&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));/g, (all, hex?: string, decimal?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\0';
    return FORBIDDEN.test(character) ? all : character;
  });
}

/** Line feeds in `text`. */
export function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
