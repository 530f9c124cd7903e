/** What `check` prints. */
import type { Finding, Severity } from '../check/types.ts';
import type { FileFixes } from './check-fix.ts';
import { table } from './table.ts';

export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

/** Findings by rule, the most frequent first, errors before warnings. */
export function countByRule(findings: readonly Finding[]): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { rule, severity } of findings) {
    const id = `${rule} ${severity}`;
    counts.set(id, { rule, severity, count: (counts.get(id)?.count ?? 0) + 1 });
  }
  const rank = ({ severity }: RuleCount) => (severity === 'error' ? 0 : 1);
  return [...counts.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

export const countOf = (findings: readonly Finding[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length;

/** Findings in their order, a blank line between files. */
export function showFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ file, line, column, severity, message, rule }, at) => {
      const gap = at > 0 && findings[at - 1]?.file !== file ? '\n' : '';
      return `${gap}${file}:${line}:${column}: ${severity}: ${message} [${rule}]`;
    })
    .join('\n');
}

/** @param catalogs, docs how many catalogs and pages of docs/ were looked at */
export function showCounts(findings: readonly Finding[], catalogs: number, docs: number): string {
  const kinds = [
    ...(catalogs > 0 || docs === 0 ? [plural(catalogs, 'catalog')] : []),
    ...(docs > 0 ? [`${plural(docs, 'page')} of docs/`] : []),
  ];
  const looked = kinds.join(' and ');
  if (findings.length === 0) return `No findings in ${looked}.`;
  const rows = countByRule(findings).map(({ rule, severity, count }) => [rule, severity, count.toLocaleString('en')]);
  const files = new Set(findings.map(({ file }) => file)).size;
  const [errors, warnings] = [countOf(findings, 'error'), countOf(findings, 'warning')];
  return `${table(['rule', 'severity', 'findings'], rows)}\n\n${plural(errors, 'error')}, ${plural(warnings, 'warning')} in ${files} of ${looked}.`;
}

/** What was mended, file by file, each with the text before and after; then what was left as it is, and why. */
export function showFixes(files: readonly FileFixes[], dryRun: boolean): string {
  const lines = files.flatMap(({ path, entries }) => [
    ...entries.flatMap(({ entry, fixes, refused }) =>
      refused === undefined
        ? fixes.map(
            ({ rule, line, column, before, after }) => `${path}:${line}:${column}: ${before} -> ${after} [${rule}]`,
          )
        : [
            `${path}:${entry.line}: left as it is: ${refused} [${[...new Set(fixes.map(({ rule }) => rule))].join(', ')}]`,
          ],
    ),
    '',
  ]);
  const made = files.flatMap(({ entries }) => entries.filter(({ refused }) => refused === undefined));
  const fixes = made.reduce((sum, entry) => sum + entry.fixes.length, 0);
  const changed = files.filter(({ text }) => text !== undefined).length;
  const done = `${plural(fixes, 'fix', 'fixes')} in ${plural(made.length, 'translation')} of ${plural(changed, 'file')}`;
  return [...lines, dryRun ? `Dry run: ${done} would be made; nothing was written.` : `${done}.`].join('\n');
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
