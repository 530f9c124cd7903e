/**
 * `bot check`: what a pull request would make of main. Reads a checkout of its merge commit with a token that may only
 * read; writes the artifact that `bot comment` is given, annotations to the log, and a summary of the step.
 */
import { Failure } from '../../failure.ts';
import { type Artifact, type ArtifactFinding, LIMITS } from '../../review/artifact.ts';
import { isMaintainers, kindsOf } from '../../review/classify.ts';
import { inLog } from '../../review/escape-log.ts';
import { shortened } from '../../review/escape-markdown.ts';
import { readEvent } from '../../review/event.ts';
import { checkArticles } from '../check-articles.ts';
import type { Outcome } from '../context.ts';
import { catalogReport, nothingRead } from './check-catalogs.ts';
import { guardedFindings, pathFindings } from './check-findings.ts';
import { reportCheck } from './check-report.ts';
import type { BotCheckOptions, CheckedMerge } from './check-types.ts';
import type { GitHubContext } from './context.ts';

/**
 * @returns 1 when there are errors
 * @throws Failure(2) where no merge of the pull request is checked out
 */
export async function botCheck(context: GitHubContext, options: BotCheckOptions): Promise<Outcome> {
  try {
    const merge = await checkedMerge(context, options.payload);
    const artifact = await look(context, merge, options);
    return await reportCheck(context, artifact, merge, options);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // It may quote names and texts of the pull request, and its lines go to the log.
    throw new Failure(error.exitCode, inLog(error.message), { cause: error });
  }
}

async function checkedMerge({ repository }: GitHubContext, payload: unknown): Promise<CheckedMerge> {
  const { pullRequest: facts } = readEvent('pull_request', payload);
  const { sha, parents } = await repository.commit('HEAD');
  const [base, head, ...more] = parents;
  if (base === undefined || head === undefined || more.length > 0)
    throw new Failure(2, 'HEAD is no merge of a pull request; check out refs/pull/NUMBER/merge');
  if (head !== facts.head.sha)
    throw new Failure(2, `HEAD merges ${head}, the payload speaks of ${facts.head.sha}: a newer run will check it`);
  const { number } = facts;
  const mergeBase = await repository.mergeBase(base, head);
  return { facts, maintainer: isMaintainers(facts), number, head, merge: sha, base, mergeBase };
}

async function look(context: GitHubContext, merge: CheckedMerge, options: BotCheckOptions): Promise<Artifact> {
  const paths = await context.repository.changedPaths(merge.base, merge.merge);
  const kinds = kindsOf(paths);
  const findings: ArtifactFinding[] = pathFindings(paths);
  if (!merge.maintainer) findings.push(...guardedFindings(kinds.get('guarded') ?? []));
  const catalogs = findings.some(({ rule }) => rule === 'pull-request/path')
    ? nothingRead
    : await catalogReport(context, merge, options);
  const articles = catalogs.report === nothingRead.report ? [] : await changedArticles(context, paths);
  const all = [...findings, ...catalogs.findings, ...articles].map((finding) => ({
    ...finding,
    file: shortened(finding.file, LIMITS.line),
    message: shortened(finding.message, LIMITS.line),
  }));
  const errors = all.filter(({ severity }) => severity === 'error');
  const warnings = all.filter(({ severity }) => severity === 'warning');
  return {
    schema: 1,
    pullRequest: merge.number,
    head: merge.head,
    base: merge.base,
    mergeBase: merge.mergeBase ?? null,
    kinds: [...kinds].map(([kind, of]) => ({
      kind,
      total: of.length,
      paths: of.slice(0, LIMITS.paths).map((path) => shortened(path, LIMITS.line)),
    })),
    maintainer: merge.maintainer,
    ...catalogs.report,
    findings: {
      errors: errors.length,
      warnings: warnings.length,
      list: [...errors, ...warnings].slice(0, LIMITS.findings),
    },
  };
}

/** Findings of the pages of docs/ that the pull request brings or changes. */
async function changedArticles(context: GitHubContext, paths: readonly string[]): Promise<readonly ArtifactFinding[]> {
  const docs = paths.filter((path) => /^docs\/.*\.md$/.test(path));
  try {
    const found = await checkArticles({ ...context, tell: () => {} }, docs);
    return found.map(({ severity, rule, file, line, message }) => ({ severity, rule, file, line, message }));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const [file = 'docs'] = docs;
    return [{ severity: 'error', rule: 'pull-request/unreadable', file, line: 1, message: error.message }];
  }
}
