/** What a pull request says of itself, held against what it does: the template's boxes, and that it is a `replace`. */
import { newSubstitution } from '../../catalog/replacement.ts';
import { provesReplacement } from '../../catalog/replacement-proof.ts';
import { proseOf } from '../../check/scan.ts';
import { type Artifact, type ArtifactFinding, LIMITS } from '../../review/artifact.ts';
import { segmentChanges } from '../../review/changes.ts';
import { catalogAt } from '../../review/changes-pages.ts';
import { shortened } from '../../review/escape-markdown.ts';
import { readBoxes } from '../../review/pull-request-record-boxes.ts';
import { provedReplacement, replacementsNamed } from '../../review/pull-request-record-replacement.ts';
import type { FileChange } from '../../review/types.ts';
import type { CheckedMerge } from './check-types.ts';
import type { GitHubContext } from './context.ts';

export interface Claims extends Pick<Artifact, 'boxes' | 'replacement'> {
  readonly findings: readonly ArtifactFinding[];
}

/** Places that are told of a replacement that is none. */
const TOLD = 10;

export async function claimsOf(
  { repository }: GitHubContext,
  { facts, base, head }: CheckedMerge,
  files: readonly FileChange[],
): Promise<Claims> {
  const { title, body } = facts;
  const { machine, read } = readBoxes(body);
  const boxes = { machine: machine ?? null, read: read ?? null };
  const messages = (await repository.between(base, head)).map(({ message }) => message);
  const texts = [title, body, ...messages.toSorted()];
  const [named] = replacementsNamed(texts);
  const catalogs = files.filter(({ path, before, after }) => catalogAt(path) && before !== after);
  if (!named || catalogs.length === 0) return { boxes, replacement: null, findings: [] };
  const proved = provedReplacement(files, texts);
  const { old, new: by } = proved ?? named;
  const replacement = {
    old: shortened(old, LIMITS.line),
    new: shortened(by, LIMITS.line),
    proved: proved !== undefined,
    entries: segmentChanges(files).changes.length,
    places: proved?.places ?? 0,
  };
  if (proved) return { boxes, replacement, findings: [] };
  const substitution = newSubstitution(named, proseOf);
  const findings = catalogs
    .flatMap(({ path, before, after }) => provesReplacement(before, after, path, substitution).findings)
    .slice(0, TOLD)
    .map(({ rule, file, line, message }): ArtifactFinding => ({ severity: 'warning', rule, file, line, message }));
  return { boxes, replacement, findings };
}
