/**
 * The DocBook tree: plain, readonly, tagged data. Every node knows the file and the line it was read from,
 * so that whatever is said of it later can say where it stands upstream.
 */

/** Where something stands: a file relative to the document's folder, and a line counted from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
}

export interface Element extends Position {
  readonly type: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

/** Character data, with character references and CDATA sections resolved. White space is kept as it stands. */
export interface Text extends Position {
  readonly type: 'text';
  readonly value: string;
}

/**
 * A reference to an entity whose value changes with each release (`&version;`, `&majorversion;`). It stays a
 * node of its own, so that a segment's source can hold the name and does not go stale with every minor release.
 */
export interface Variable extends Position {
  readonly type: 'variable';
  readonly name: string;
  readonly value: string;
}

export interface Comment extends Position {
  readonly type: 'comment';
  readonly value: string;
}

export type Node = Element | Text | Variable | Comment;

/** Something wrong in content: reported together with all others, never thrown. */
export interface Finding extends Position {
  readonly severity: 'error' | 'warning';
  /** A stable name for the kind of finding, such as `docbook/unknown-element`. */
  readonly rule: string;
  readonly message: string;
}

/** Replacement text given in the declaration itself. */
interface InternalEntity extends Position {
  readonly kind: 'internal';
  readonly name: string;
  readonly value: string;
}

/** Replacement text in a file; `path` is relative to the document's folder. */
interface ExternalEntity extends Position {
  readonly kind: 'external';
  readonly name: string;
  readonly path: string;
}

export type Entity = InternalEntity | ExternalEntity;

export type EntityTable = Map<string, Entity>;

export interface DocumentTree {
  /** The `book` element. */
  readonly root: Element;
  /** Entities that the document declares, for reading pieces of text that belong to it. */
  readonly entities: EntityTable;
  readonly findings: readonly Finding[];
}
