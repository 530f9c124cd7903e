/** `pgdoc points`: who has how many points, and where each of them comes from. Reads only. */
import { Failure } from '../failure.ts';
import type { LedgerFinding, Moment } from '../ledger/types.ts';
import { validateLedger } from '../ledger/validate.ts';
import { accountsOf } from '../points/accounts.ts';
import { pointFindings } from '../points/findings.ts';
import { RULES_FILE } from '../points/parse-rules.ts';
import { standings } from '../points/standings.ts';
import type { Account } from '../points/types.ts';
import { type Context, formatFinding, type Outcome } from './context.ts';
import { accountText, describe, type Span, standingsTable } from './points-report.ts';
import { readLedger } from './read-ledger.ts';
import { readPointsSettings } from './read-points.ts';
import { readWorkspace } from './workspace.ts';

export interface PointsOptions {
  /** Four digits; undefined for all time. */
  readonly year: string | undefined;
  /** A login, present or earlier, or GitHub's id. */
  readonly person: string | undefined;
  /** List what each line counts, text by text. */
  readonly explain: boolean;
  /** What happened later does not count. */
  readonly until: Moment;
}

/** @throws Failure(2) when there is no workspace, or nobody of that name has points */
export async function points(context: Context, options: PointsOptions): Promise<Outcome> {
  readWorkspace(context.root);
  const span: Span = { year: options.year, until: options.until };
  const { rules, offices, findings: wrong } = readPointsSettings(context.root);
  if (!rules && wrong.every(({ file }) => file !== RULES_FILE)) {
    context.tell(`There is no ${RULES_FILE}, so nobody has points. \`pgdoc init\` puts one into a new workspace.`);
    if (context.json) context.print(json(describe([], span, false), []));
    return 0;
  }
  if (!rules || !offices) return tellFindings(context, wrong, describe([], span, false));

  const { files, findings } = await readLedger(context.root);
  const accounts = accountsOf(files, rules, offices, options.until);
  const meant = options.person === undefined ? accounts : accounts.filter(isCalled(options.person, accounts));
  if (options.person !== undefined && meant.length === 0)
    throw new Failure(2, `--person: nobody called ${options.person} has points by ${options.until.slice(0, 10)}`);
  const rows = standings(accounts, rules.levels, options.year).filter(({ account }) => meant.includes(account));
  const isDetailed = options.explain || options.person !== undefined;
  if (!context.json && isDetailed)
    context.print(rows.map((row) => accountText(row, rules.levels, span, options.explain)).join('\n\n'));
  else if (!context.json) context.print(standingsTable(rows, span));
  const all = [...findings, ...validateLedger(files), ...pointFindings(files, rules, offices)];
  return tellFindings(context, all, describe(rows, span, isDetailed));
}

/** Findings on standard error, beside a result that is there all the same; with --json, in it. */
function tellFindings(context: Context, findings: readonly LedgerFinding[], described: object): Outcome {
  if (context.json) context.print(json(described, findings));
  else for (const finding of findings) context.tell(formatFinding(finding));
  return findings.length > 0 ? 1 : 0;
}

const json = (described: object, findings: readonly LedgerFinding[]): string =>
  JSON.stringify({ ...described, findings }, null, 2);

/** By id, or by login, present before earlier: a login that somebody gave up may be another's now. */
function isCalled(name: string, accounts: readonly Account[]): (account: Account) => boolean {
  const meant = name.toLowerCase();
  const tests: readonly ((account: Account) => boolean)[] = [
    ({ person }) => person.login.toLowerCase() === meant,
    ({ person }) => String(person.id) === name,
    ({ formerly }) => formerly.some((login) => login.toLowerCase() === meant),
  ];
  return tests.find((test) => accounts.some(test)) ?? (() => false);
}
