/** What is in the ledger or in offices.yml that no rule of points knows. It earns nothing. */
import { reversedRecords } from '../ledger/reversed.ts';
import type { LedgerFile, LedgerFinding } from '../ledger/types.ts';
import { OFFICES_FILE } from './offices.ts';
import type { Office, Rules } from './types.ts';

/** Awards of unknown kinds and to oneself, unless they are reversed; offices that the rules do not name. */
export function pointFindings(
  files: readonly LedgerFile[],
  rules: Rules,
  offices: readonly Office[],
): readonly LedgerFinding[] {
  const reversed = reversedRecords(files);
  return [
    ...files.filter(({ name }) => !reversed.has(name)).flatMap((file) => ofAward(file, rules)),
    ...offices
      .filter(({ office }) => !rules.offices.has(office))
      .map(({ office, line }) => {
        const message = `the office ${office} is not in the rules of points; ${known(rules.offices)}`;
        return finding('points/office', OFFICES_FILE, line, message);
      }),
  ];
}

function ofAward({ path, record }: LedgerFile, rules: Rules): readonly LedgerFinding[] {
  if (record.type !== 'adjust' || !record.award) return [];
  const { kind, to } = record.award;
  const found: LedgerFinding[] = [];
  if (!rules.awards.has(kind)) {
    const message = `the award ${kind} is not in the rules of points, it earns nothing; ${known(rules.awards)}`;
    found.push(finding('points/award', path, 1, message));
  }
  if (to.id === record.by.id) {
    found.push(
      finding('points/own-award', path, 1, `${record.by.login} gives an award to themselves; it earns nothing`),
    );
  }
  return found;
}

const known = (rules: ReadonlyMap<string, unknown>): string =>
  rules.size === 0 ? 'they name none' : `they name ${[...rules.keys()].join(', ')}`;

function finding(rule: string, file: string, line: number, message: string): LedgerFinding {
  return { severity: 'error', rule, file, line, message };
}
