/** What credit costs: recording a large pull request, and folding a ledger of years into points. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerFile } from '../../tools/ledger/types.ts';
import { accountsOf } from '../../tools/points/accounts.ts';
import { parseRules, RULES_FILE } from '../../tools/points/parse-rules.ts';
import { PAGES, recordHundredPages, TEXTS } from '../github/hundred-pages.ts';
import { fileOf } from '../ledger/records.ts';
import { syntheticLedger } from '../points/synthetic.ts';
import { projectRoot } from './measure.ts';

/** @param work an empty folder */
export async function measureCredit(work: string): Promise<string> {
  const { seconds, calls } = await recordHundredPages(work);
  const files = syntheticLedger({ pulls: 1250, people: 60, years: 3, texts: 50 }, 5).map(fileOf);
  const rules = parseRules(readFileSync(join(projectRoot, RULES_FILE), 'utf8'));
  const began = performance.now();
  accountsOf(files, rules, [], '2099-12-31T23:59:59Z');
  const folding = (performance.now() - began) / 1000;
  return [
    `\nrecord of a pull request of ${PAGES} pages, ${PAGES * TEXTS} texts: ${seconds.toFixed(1)} s, ${calls} calls of GitHub's API`,
    `points of ${files.length} records with ${textsOf(files)} texts: ${folding.toFixed(2)} s`,
  ].join('\n');
}

const textsOf = (files: readonly LedgerFile[]): number =>
  files.reduce((sum, { record }) => sum + (record.type === 'adjust' ? 0 : record.segments.length), 0);
