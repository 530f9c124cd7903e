/**
 * What entity references stand for, with the bounds that keep a document from growing without end. References come
 * out of saxes between two characters that XML forbids, so that no document can forge them.
 */
import { characterEntities } from 'character-entities';
import type { Entity, EntityTable } from './entities.ts';
import type { Finding, Position } from './types.ts';

/**
 * Upstream nests entities 4 deep, expands a few thousand characters of internal entities, and has 12 million
 * characters in some 400 files. What lies beyond these limits is an attack or a mistake.
 */
const MAX_ENTITY_DEPTH = 32;
const MAX_EXPANDED_CHARACTERS = 10_000_000;
const MAX_FILE_CHARACTERS = 50_000_000;

/** What reading a text costs however short it is, in characters. */
const COST_OF_TEXT = 100;
const COST_OF_FILE = 10_000;

/** They stand around the name of an entity in the text that saxes gives. */
export const OPEN = '\uFFFE';
const CLOSE = '\uFFFF';

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(characterEntities),
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
]);

const NAME = /^[A-Za-z_:][\w.:-]*$/;

export class Expansion {
  private expanded = 0;
  private readFromFiles = 0;

  /** Set when the declarations could not be read: that a name is unknown then is an echo. */
  declarationsBroken = false;

  /** What saxes asks for the text of `&name;`: a character, or the name between OPEN and CLOSE. */
  readonly known = new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name) => {
        if (typeof name !== 'string' || !NAME.test(name)) return undefined;
        return (this.table.has(name) ? undefined : CHARACTERS.get(name)) ?? OPEN + name + CLOSE;
      },
    },
  );

  constructor(
    private readonly table: EntityTable,
    private readonly report: (finding: Finding) => void,
  ) {}

  /**
   * The entity of a reference in content; undefined, with a finding, when it is not to be followed.
   *
   * @param open names of the entities that the reference stands in
   */
  follow(name: string, at: Position, open: readonly string[]): Entity | undefined {
    const entity = this.table.get(name);
    if (!entity) this.undeclared(name, at);
    else if (open.includes(name))
      this.fail(at, 'docbook/entity-cycle', `entity &${name}; includes itself: ${[...open, name].join(' > ')}`);
    else if (open.length >= MAX_ENTITY_DEPTH)
      this.fail(at, 'docbook/entity-bomb', `entities nest deeper than ${MAX_ENTITY_DEPTH}`);
    else if (
      entity.kind === 'external' ? this.readFromFiles <= MAX_FILE_CHARACTERS : this.spend(entity.value.length, at)
    )
      return entity;
    return undefined;
  }

  isDeclared(name: string): boolean {
    return this.table.has(name);
  }

  /** Counts what is read from files; false, with one finding, once it is too much. */
  spendFile(characters: number, at: Position): boolean {
    this.readFromFiles += COST_OF_FILE + characters;
    if (this.readFromFiles <= MAX_FILE_CHARACTERS) return true;
    this.fail(at, 'docbook/entity-bomb', `files include each other for more than ${MAX_FILE_CHARACTERS} characters`);
    return false;
  }

  /** An attribute's value with its references replaced. */
  attribute(value: string, at: Position, open: readonly string[] = []): string {
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

  private fail(at: Position, rule: string, message: string): void {
    this.report({ ...at, severity: 'error', rule, message });
  }
}
