/** `pgdoc check`: every rule over every translation, and what can be mended is mended. */
import { rules } from '../check/rules/index.ts';
import { checkFiles, withCatalogFindings } from '../check/run.ts';
import { surroundingsOf } from '../check/surroundings.ts';
import { activeRules } from '../check/switches.ts';
import type { Finding, Severity } from '../check/types.ts';
import { listFiles } from '../io/files.ts';
import { type Apply, changeWorkspace } from './change-workspace.ts';
import { checkArticles } from './check-articles.ts';
import { type FileFixes, planFixes } from './check-fix.ts';
import { type CheckInputs, readCheckInputs } from './check-inputs.ts';
import { type CheckedFiles, selectFiles, type TypedPath } from './check-paths.ts';
import { countByRule, countOf, showCounts, showFindings, showFixes } from './check-report.ts';
import type { Context, Outcome } from './context.ts';
import { type CatalogFile, languageFolder } from './workspace.ts';

export interface CheckOptions {
  /** Catalogs, folders, pages, and files of docs/; everything when empty. */
  readonly paths: readonly TypedPath[];
  /** Only these rules, even those that are off. */
  readonly rules: readonly string[] | undefined;
  readonly severity: Severity | undefined;
  /** Mend what is mechanical. */
  readonly fix: boolean;
  /** Print counts by rule only. */
  readonly summary: boolean;
  readonly toolRoot: string;
}

/** @throws Failure(2) for a rule or path that there is not, or broken configuration */
export async function check(context: Context, options: CheckOptions): Promise<Outcome> {
  if (!options.fix) return report(context, options, await look(context, options));
  return changeWorkspace(context, { purpose: 'check --fix' }, async (apply) =>
    report(context, options, await mend(context, options, apply)),
  );
}

/** What was found, and what was mended before that. */
interface Looked {
  readonly findings: readonly Finding[];
  readonly catalogs: number;
  /** Pages of docs/. */
  readonly docs: number;
  readonly fixed?: readonly FileFixes[];
}

async function look(context: Context, options: CheckOptions): Promise<Looked> {
  const inputs = await readCheckInputs(context.root, options, options.toolRoot);
  const { catalogs, docs } = await select(context, inputs, options);
  const findings = [...findingsOf(catalogs, inputs), ...(await checkArticles(context, docs))];
  return { findings: wanted(findings, options), catalogs: catalogs.length, docs: docs.length };
}

async function mend(context: Context, options: CheckOptions, apply: Apply): Promise<Looked> {
  const inputs = await readCheckInputs(context.root, options, options.toolRoot);
  const { catalogs: files, docs } = await select(context, inputs, options);
  const { surroundings, active } = inputs;
  const guards = activeRules(rules, {}, { severity: 'error' });
  const fixed = planFixes(context.root, files, { rules: active, known: rules, surroundings, guards });
  const changes = fixed.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, content: text }]));
  await apply(changes);
  const after = new Map(fixed.map(({ path, file }) => [path, file]));
  const now = (file: CatalogFile) => after.get(file.path) ?? file;
  const catalogsNow = inputs.catalogs.files.map((file) => now(file).catalog);
  const mended = { ...inputs, surroundings: surroundingsOf(catalogsNow, surroundings.language, surroundings.glossary) };
  const findings = [...findingsOf(files.map(now), mended), ...(await checkArticles(context, docs))];
  return { findings: wanted(findings, options), catalogs: files.length, docs: docs.length, fixed };
}

async function select(context: Context, inputs: CheckInputs, { paths }: CheckOptions): Promise<CheckedFiles> {
  const docs = (await listFiles(context.root, 'docs')).filter((path) => path.endsWith('.md'));
  return selectFiles(context, { catalogs: inputs.catalogs.files, docs }, languageFolder(inputs.project), paths);
}

/** Findings of the rules, with those of the catalogs' reader. */
function findingsOf(files: readonly CatalogFile[], inputs: CheckInputs): Finding[] {
  const { active, surroundings, catalogs } = inputs;
  const paths = new Set(files.map(({ path }) => path));
  const own = checkFiles(files, { rules: active, known: rules, surroundings });
  return withCatalogFindings(
    own,
    catalogs.findings.filter(({ file }) => paths.has(file)),
  );
}

/** Findings of the rules that were asked for; all when none was. */
function wanted(findings: readonly Finding[], options: CheckOptions): Finding[] {
  return findings.filter(
    ({ rule, severity }) =>
      (options.rules === undefined || options.rules.includes(rule)) &&
      (options.severity === undefined || options.severity === severity),
  );
}

function report(context: Context, options: CheckOptions, { findings, catalogs, docs, fixed }: Looked): Outcome {
  const errors = countOf(findings, 'error');
  if (context.json) {
    const list = options.summary ? { rules: countByRule(findings) } : { findings };
    const fixes = fixed ? { fixes: describeFixes(fixed) } : {};
    const counts = { errors, warnings: countOf(findings, 'warning') };
    context.print(JSON.stringify({ ...list, ...counts, ...fixes }, null, 2));
  } else {
    if (fixed) context.print(`${showFixes(fixed, context.dryRun)}\n`);
    if (!options.summary && findings.length > 0) context.print(`${showFindings(findings)}\n`);
    context.print(showCounts(findings, catalogs, docs));
  }
  return errors > 0 ? 1 : 0;
}

function describeFixes(fixed: readonly FileFixes[]) {
  return fixed.flatMap(({ path, entries }) =>
    entries.flatMap(({ entry, fixes, refused }) =>
      fixes.map((fix) => ({
        file: path,
        key: entry.key,
        ...fix,
        made: refused === undefined,
        refused: refused ?? null,
      })),
    ),
  );
}
