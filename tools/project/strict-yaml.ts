/**
 * YAML as configuration files of a workspace use it, read strictly: mappings, lists and scalars only, checked
 * against a zod schema. Whatever is wrong is told at once, each with `file:line:column`.
 *
 * Numbers come as the text that was written (`18` and `9.10` are names, not quantities), `null` as absent.
 */
import { distance } from 'fastest-levenshtein';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { Failure } from '../failure.ts';

type Path = readonly PropertyKey[];

interface Problem {
  /** Offset in the text. */
  readonly offset: number;
  readonly message: string;
}

/** A value read from YAML, and where each of its parts stands. */
interface Located {
  readonly value: unknown;
  /** Offset of a part's value, or of its key with `asKey`; of its nearest enclosing part if it is absent. */
  offsetOf(path: Path, asKey?: boolean): number;
}

/** Text nested without end on one line exhausts the YAML reader's memory; no configuration comes near these. */
const LONGEST_LINE = 4_000;
const LONGEST_TEXT = 1_000_000;

/**
 * Reads `text` and checks it against `schema`.
 *
 * @param file the name that messages bear
 * @param crossCheck looks at the value as read, before the schema, and reports what concerns several parts at once;
 *   it is also told the line, from 1, of any part
 * @throws Failure(2) that lists every problem, one a line
 */
export function parseStrictYaml<T>(
  schema: z.ZodType<T>,
  text: string,
  file: string,
  crossCheck: (
    value: unknown,
    report: (path: Path, message: string) => void,
    lineOf: (path: Path) => number,
  ) => void = () => {},
): T {
  const lines = new LineCounter();
  const problems: Problem[] = [];
  const fail = (): Failure => {
    const told = problems
      .toSorted((a, b) => a.offset - b.offset)
      .map(({ offset, message }) => {
        const { line, col } = lines.linePos(offset);
        return `${file}:${line}:${col}: ${message}`;
      });
    return new Failure(2, [...new Set(told)].join('\n'));
  };

  const located = read(text.replace(/^\uFEFF/, ''), lines, problems);
  if (problems.length > 0) throw fail();
  const result = schema.safeParse(located.value);
  crossCheck(
    located.value,
    (path, message) => problems.push({ offset: located.offsetOf(path), message }),
    (path) => lines.linePos(located.offsetOf(path)).line,
  );
  if (result.success && problems.length === 0) return result.data;
  for (const issue of result.error?.issues ?? []) {
    const at = issue.path.length === 0 ? '' : `${nameOf(issue.path)}: `;
    if (issue.code !== 'unrecognized_keys') {
      problems.push({ offset: located.offsetOf(issue.path), message: `${at}${described(issue)}` });
      continue;
    }
    for (const key of issue.keys) {
      const offset = located.offsetOf([...issue.path, key], true);
      problems.push({ offset, message: `${at}${unknownKey(key, keysAt(schema, issue.path))}` });
    }
  }
  throw fail();
}

function read(text: string, lines: LineCounter, problems: Problem[]): Located {
  if (text.length > LONGEST_TEXT || text.split('\n').some((line) => line.length > LONGEST_LINE)) {
    lines.addNewLine(0);
    const message = `longer than configuration can be (${LONGEST_TEXT} characters, ${LONGEST_LINE} on a line)`;
    problems.push({ offset: 0, message });
    return { value: undefined, offsetOf: () => 0 };
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2', merge: false });
  for (const { pos, message } of [...document.errors, ...document.warnings]) problems.push({ offset: pos[0], message });

  const offsets = new Map<string, { value: number; key: number }>();
  const idOf = (path: Path): string => JSON.stringify(path);
  const start = (node: unknown): number => (node as { range?: [number, number, number] } | null)?.range?.[0] ?? 0;
  const convert = (node: unknown, path: Path, key: number): unknown => {
    offsets.set(idOf(path), { value: node === null ? key : start(node), key });
    if (isMap(node)) {
      return Object.fromEntries(
        node.items.flatMap((pair) => {
          if (!isScalar(pair.key)) {
            problems.push({ offset: start(pair.key ?? node), message: 'a key has to be a plain word' });
            return [];
          }
          const name = pair.key.source ?? String(pair.key.value);
          const value = convert(pair.value, [...path, name], start(pair.key));
          return value === undefined ? [] : [[name, value]];
        }),
      );
    }
    if (isSeq(node)) return node.items.map((item, index) => convert(item, [...path, index], start(item)) ?? '');
    if (isScalar(node)) {
      if (node.value === null) return undefined;
      return typeof node.value === 'boolean' || typeof node.value === 'string' ? node.value : node.source;
    }
    if (isAlias(node)) problems.push({ offset: start(node), message: `"*${node.source}": aliases are not used here` });
    return undefined;
  };
  const value = convert(document.contents, [], 0);
  return {
    value,
    offsetOf(path, asKey = false) {
      for (let length = path.length; length >= 0; length--) {
        const found = offsets.get(idOf(path.slice(0, length)));
        if (found) return asKey ? found.key : found.value;
      }
      return 0;
    },
  };
}

function nameOf(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function described(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_type' && issue.expected === 'object'
    ? 'keys with their values expected'
    : issue.message;
}

function unknownKey(key: string, known: readonly string[]): string {
  const [nearest] = known.toSorted((a, b) => distance(key, a) - distance(key, b));
  const hint = nearest === undefined ? '' : `; did you mean "${nearest}"? Known keys: ${known.join(', ')}`;
  return `unknown key "${key}"${hint}`;
}

/** The keys that the schema knows in the mapping at `path`. */
function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  let at = bare(schema);
  for (const step of path) {
    if (at instanceof z.ZodArray) at = bare(at.element as z.ZodType);
    else if (at instanceof z.ZodObject) at = bare(at.shape[String(step)] as z.ZodType);
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return bare(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return bare(schema.in as z.ZodType);
  return schema;
}
