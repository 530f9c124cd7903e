/** Reads a workspace's rules of points, who holds an office, and who may review. Any may be missing; what is wrong is told. */
import { Failure } from '../failure.ts';
import { readText } from '../io/files.ts';
import { parseReviewers, type Reviewer } from '../ledger/reviewers.ts';
import type { LedgerFinding } from '../ledger/types.ts';
import { OFFICES_FILE, parseOffices } from '../points/offices.ts';
import { parseRules, RULES_FILE } from '../points/parse-rules.ts';
import type { Office, Rules } from '../points/types.ts';
import type { Project } from '../project/types.ts';
import { languageFolder } from './workspace.ts';

export interface PointsSettings {
  /** Undefined where there is no file, or where it is broken. */
  readonly rules: Rules | undefined;
  /** Undefined where the file is broken; without one, nobody holds an office. */
  readonly offices: readonly Office[] | undefined;
  readonly findings: readonly LedgerFinding[];
}

export function readPointsSettings(root: string): PointsSettings {
  const findings: LedgerFinding[] = [];
  const text = readText(root, RULES_FILE);
  return {
    rules: text === undefined ? undefined : sound(() => parseRules(text), RULES_FILE, findings),
    offices: sound(() => parseOffices(readText(root, OFFICES_FILE) ?? ''), OFFICES_FILE, findings),
    findings,
  };
}

/** A broken file names nobody. */
export function readReviewersOf(
  root: string,
  project: Project,
): { readonly reviewers: readonly Reviewer[]; readonly findings: readonly LedgerFinding[] } {
  const findings: LedgerFinding[] = [];
  const file = `${languageFolder(project)}/reviewers.yml`;
  const read = () => parseReviewers(readText(root, file) ?? '', file);
  return { reviewers: sound(read, file, findings, 'ledger/reviewers') ?? [], findings };
}

/** What a file holds, or undefined, and everything that is wrong with it among the findings. */
function sound<T>(parse: () => T, file: string, findings: LedgerFinding[], rule = 'points/format'): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    for (const told of error.message.split('\n')) {
      const [, line, message] = /^(\d+):\d+: (.*)$/s.exec(told.slice(file.length + 1)) ?? [];
      findings.push({
        severity: 'error',
        rule,
        file,
        line: Number(line ?? 1),
        message: message ?? told,
      });
    }
    return undefined;
  }
}
