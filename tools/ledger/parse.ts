/**
 * The text of a ledger's file -> its record, or everything that is wrong with it. The file's name says what is in it,
 * and its name and folder have to agree with that.
 */
import { Failure } from '../failure.ts';
import { parseStrictYaml } from '../project/strict-yaml.ts';
import { type Contradiction, contradictions } from './contradictions.ts';
import { LEDGER_FOLDER } from './names.ts';
import { readPlain } from './plain.ts';
import { adjust, pullRequest, review } from './schema.ts';
import { serializeRecord } from './serialize.ts';
import type { LedgerFile, LedgerFinding, LedgerRecord } from './types.ts';

export interface ParsedRecord {
  /** Absent when anything is wrong: a record counts whole or not at all. */
  readonly file: LedgerFile | undefined;
  readonly findings: readonly LedgerFinding[];
}

const SCHEMAS = { pr: pullRequest, review, adjust };
type Kind = keyof typeof SCHEMAS;
const PATH = new RegExp(`^${LEDGER_FOLDER}/\\d{4}/((pr|review|adjust)-[1-9]\\d{0,14})\\.yml$`);

/** @param path of the file in the workspace */
export function parseRecord(text: string, path: string): ParsedRecord {
  const [, name, kind] = PATH.exec(path) ?? [];
  if (name === undefined) {
    const expected = `${LEDGER_FOLDER}/YEAR/, called pr-NUMBER.yml, review-COMMENT.yml or adjust-NUMBER.yml`;
    return refused([{ line: 1, message: `no record can stand here; expected in ${expected}` }], path);
  }
  try {
    const record = readWritten(text, path, kind as Kind) ?? readYaml(text, path, kind as Kind);
    return { file: { path, name, record }, findings: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return refused(problemsOf(error, path), path);
  }
}

function readYaml(text: string, path: string, kind: Kind): LedgerRecord {
  const schema = SCHEMAS[kind];
  return parseStrictYaml<LedgerRecord>(schema, text, path, (value, report) => {
    const { data } = schema.safeParse(value);
    const found: readonly Contradiction[] = data ? contradictions(data, path) : [];
    for (const each of found) report(each.path, each.message);
  });
}

/**
 * Reads a text that the tools wrote. That it is one, and was read right, is proved by writing it again; for any other
 * text, and for one with a mistake in it, undefined.
 */
function readWritten(text: string, path: string, kind: Kind): LedgerRecord | undefined {
  const value = readPlain(text);
  const { data } = value === undefined ? { data: undefined } : SCHEMAS[kind].safeParse(value);
  if (!data || contradictions(data, path).length > 0) return undefined;
  return serializeRecord(data) === text ? data : undefined;
}

interface Problem {
  readonly line: number;
  readonly message: string;
}

/** The problems that a failure of the YAML reader lists, each as `file:line:column: message`. */
function problemsOf({ message }: Failure, path: string): Problem[] {
  return message.split('\n').map((each) => {
    const [, line, , text] = /^(\d+):(\d+): (.*)$/s.exec(each.slice(path.length + 1)) ?? [];
    return { line: Number(line ?? 1), message: text ?? each };
  });
}

function refused(problems: readonly Problem[], file: string): ParsedRecord {
  const findings = problems.map(
    ({ line, message }): LedgerFinding => ({ severity: 'error', rule: 'ledger/format', file, line, message }),
  );
  return { file: undefined, findings };
}
