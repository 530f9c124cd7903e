/** `pgdoc ledger verify`: whether the records of what happened are sound, each and together. */
import { listFiles, readText } from '../io/files.ts';
import { LEDGER_FOLDER } from '../ledger/names.ts';
import { parseReviewers } from '../ledger/reviewers.ts';
import type { LedgerFinding } from '../ledger/types.ts';
import { validateLedger } from '../ledger/validate.ts';
import { type Context, formatFinding, type Outcome } from './context.ts';
import { readLedger } from './read-ledger.ts';
import { languageFolder, readWorkspace } from './workspace.ts';

/** @throws Failure(2) when there is no workspace, or its list of reviewers is wrong */
export async function verifyLedger(context: Context): Promise<Outcome> {
  const { project } = readWorkspace(context.root);
  const reviewersFile = `${languageFolder(project)}/reviewers.yml`;
  const reviewers = parseReviewers(readText(context.root, reviewersFile) ?? '', reviewersFile);
  const ledger = await readLedger(context.root);
  const strays = (await listFiles(context.root, LEDGER_FOLDER)).filter((path) => !path.endsWith('.yml')).map(stray);
  const findings = [...ledger.findings, ...strays, ...validateLedger(ledger.files)].sort(byPlace);
  const records = ledger.files.length;
  if (context.json) context.print(JSON.stringify({ records, reviewers: reviewers.length, findings }, null, 2));
  else {
    for (const finding of findings) context.print(formatFinding(finding));
    const people =
      reviewers.length === 0 ? `nobody may review yet (${reviewersFile})` : `${reviewers.length} reviewers`;
    context.tell(
      `${records} records, ${people}; ${findings.length === 0 ? 'nothing is wrong' : `${findings.length} findings`}`,
    );
  }
  return findings.length > 0 ? 1 : 0;
}

function stray(path: string): LedgerFinding {
  const message = 'the ledger holds records only, files that end in .yml';
  return { severity: 'error', rule: 'ledger/format', file: path, line: 1, message };
}

function byPlace(a: LedgerFinding, b: LedgerFinding): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
}
