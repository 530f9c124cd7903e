/** `pgdoc replace OLD NEW --prove REV`: whether the catalogs differ from those of a commit by that replacement only. */
import { newSubstitution, type ReplacementSpec, specProblem } from '../catalog/replacement.ts';
import { type CarriedTarget, provesReplacement } from '../catalog/replacement-proof.ts';
import type { CatalogFinding } from '../catalog/types.ts';
import { proseOf } from '../check/scan.ts';
import { Failure } from '../failure.ts';
import { readTexts } from '../io/files.ts';
import { openHistory } from '../io/history.ts';
import { type Context, formatFinding, type Outcome } from './context.ts';
import { languageFolder, readWorkspace } from './workspace.ts';

/**
 * @param revision branch, tag or commit that the working tree is compared with
 * @returns 1 when something else has changed too, each place of which is printed
 * @throws Failure(2) outside a git repository, or for words that cannot be replaced
 */
export async function proveReplace(context: Context, spec: ReplacementSpec, revision: string): Promise<Outcome> {
  const problem = specProblem(spec);
  if (problem !== undefined) throw new Failure(2, problem);
  const { project } = readWorkspace(context.root);
  const folder = languageFolder(project);
  const repository = await openHistory(context.root, context.env);
  const before = await repository.filesAt(revision, folder);
  const after = await readTexts(context.root, folder, '.md');
  const substitution = newSubstitution(spec, proseOf);
  const findings: CatalogFinding[] = [];
  const carried: CarriedTarget[] = [];
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) => path.endsWith('.md')).sort();
  for (const path of paths) {
    const proof = provesReplacement(before.get(path), after.get(path), path, substitution);
    findings.push(...proof.findings);
    carried.push(...proof.carried);
  }
  const proved = findings.length === 0;
  if (context.json) context.print(JSON.stringify({ proved, revision, findings, carried }, null, 2));
  else {
    for (const finding of findings) context.print(formatFinding(finding));
    context.print(
      proved
        ? `Proved: since ${revision} nothing but “${spec.old}” → “${spec.new}” has changed, in ${carried.length} entries.`
        : `Not proved: ${findings.length} places have changed otherwise.`,
    );
  }
  return proved ? 0 : 1;
}
