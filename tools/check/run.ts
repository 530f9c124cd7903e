/**
 * Catalogs -> findings. Every rule looks at every entry that has a target; what it remarks is put in its place in the
 * file. Pure: the same catalogs give the same findings in the same order.
 */
import type { Catalog, CatalogFinding, Entry, Junk } from '../catalog/types.ts';
import { conflictLines } from './conflict-lines.ts';
import { offFindings } from './off.ts';
import { newSubjects, type Subjects } from './subject.ts';
import type { ActiveRule } from './switches.ts';
import type { Finding, Remark, Rule, Surroundings } from './types.ts';

export interface CheckedFile {
  /** Path in the workspace. */
  readonly path: string;
  readonly catalog: Catalog;
}

export interface RunOptions {
  readonly rules: readonly ActiveRule[];
  /** Every rule that there is, for the names in `off=`. */
  readonly known: readonly Rule[];
  readonly surroundings: Surroundings;
}

/** Of one rule in one entry; more helps nobody, and a hostile text could make thousands. */
const MOST_REMARKS = 50;

/** A remark with the rule that made it. */
export interface RuleRemark extends ActiveRule {
  readonly remark: Remark;
}

/** Findings of the files, sorted by path, line and column. */
export function checkFiles(files: readonly CheckedFile[], options: RunOptions): Finding[] {
  const subjects = newSubjects();
  return files.flatMap((file) => checkFile(file, options, subjects)).sort(byPlace);
}

function checkFile({ path, catalog }: CheckedFile, options: RunOptions, subjects: Subjects): Finding[] {
  const findings: Finding[] = [];
  for (const item of catalog.items) {
    if (item.type === 'junk') {
      findings.push(...checkJunk(path, item, options.rules));
      continue;
    }
    if (item.off) findings.push(...offFindings(path, item, options.known));
    if (item.target === '') continue;
    for (const remark of remarksOn(catalog.page, item, options, subjects, MOST_REMARKS))
      findings.push(findingOf(path, item, remark));
  }
  return findings;
}

/**
 * What the rules say of one entry, without those that the entry switches off.
 *
 * @param most after so many remarks of one rule the rest is summed up
 */
export function remarksOn(
  page: string,
  entry: Entry,
  { rules, surroundings }: Pick<RunOptions, 'rules' | 'surroundings'>,
  subjects: Subjects,
  most = Number.POSITIVE_INFINITY,
): RuleRemark[] {
  const subject = subjects(page, entry);
  const remarks: RuleRemark[] = [];
  for (const { rule, severity } of rules) {
    // Without a reason the switch does not count.
    if (entry.off?.some((off) => off.rule === rule.name && off.reason.trim() !== '')) continue;
    let count = 0;
    for (const remark of rule.check(subject, surroundings)) {
      if (++count > most) {
        remarks.push({ rule, severity, remark: { message: 'there is more of this in this translation' } });
        break;
      }
      remarks.push({ rule, severity, remark });
    }
  }
  return remarks;
}

function findingOf(file: string, entry: Entry, { rule, severity, remark }: RuleRemark): Finding {
  return {
    severity,
    rule: rule.name,
    file,
    ...placeOf(entry, remark.from ?? 0),
    key: entry.key,
    message: remark.message,
  };
}

/** Line and column in the file, from 1, of an offset in an entry's target. */
export function placeOf(entry: Entry, offset: number): { readonly line: number; readonly column: number } {
  const before = entry.target.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let lines = 0;
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) lines++;
  return { line: targetLine(entry) + lines, column: offset - lineStart + 1 };
}

/** Where it was not read from a file, the target stands right below its marker. */
function targetLine(entry: Entry): number {
  return entry.targetLine ?? entry.line + (entry.stale ? 4 : 2);
}

/** Broken pieces are reported by the catalog's reader; what is left over of a merge has to be named in them too. */
function checkJunk(file: string, junk: Junk, rules: readonly ActiveRule[]): Finding[] {
  const active = rules.find(({ rule }) => rule.name === 'conflict-marker');
  if (!active) return [];
  return conflictLines(junk.text).map(({ index, message }) => ({
    severity: active.severity,
    rule: active.rule.name,
    file,
    line: junk.line + index,
    column: 1,
    key: '',
    message,
  }));
}

/** What the catalogs' reader has found, as findings of a check; a conflict that it names is not named twice. */
export function withCatalogFindings(findings: readonly Finding[], catalog: readonly CatalogFinding[]): Finding[] {
  const named = new Set(
    catalog.filter(({ rule }) => rule === 'catalog/conflict').map(({ file, line }) => `${file}:${line}`),
  );
  const own = findings.filter(({ rule, file, line }) => rule !== 'conflict-marker' || !named.has(`${file}:${line}`));
  const read = catalog.map(({ severity, rule, file, line, key = '', message }) => {
    return { severity, rule, file, line, column: 1, key, message };
  });
  return [...own, ...read].sort(byPlace);
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

/** By code unit, as paths are sorted elsewhere. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
