/**
 * Whether the catalogs are laid out for the version that project.yml calls the current one. An entry names its versions
 * only where the current one lacks it, so a catalog that names the current version was laid out for another.
 */
import { entriesOf } from '../catalog/entries.ts';
import { Failure } from '../failure.ts';
import type { Project } from '../project/types.ts';
import type { Catalogs } from './workspace.ts';

const currentOf = (project: Project): string => project.versions.find(({ current }) => current)?.name ?? '';

/** @throws Failure(2) when a sync would lay all catalogs out anew, naming the command that does */
export function requireLayout(project: Project, pinned: readonly string[], catalogs: Catalogs): void {
  if (catalogs.files.length === 0) return;
  const current = currentOf(project);
  if (pinned.length > 0 && !pinned.includes(current))
    throw new Failure(
      2,
      `translations/project.yml makes ${current} the current version, but the catalogs do not have it yet. Let the current version be the one that it was, run \`pgdoc sync\`, then \`pgdoc current ${current}\``,
    );
  const witness = catalogs.files.find(({ catalog }) =>
    entriesOf(catalog).some(({ versions }) => versions?.includes(current)),
  );
  if (witness)
    throw new Failure(
      2,
      `translations/project.yml makes ${current} the current version, but the catalogs are laid out for another one (${witness.path} names ${current}). Run \`pgdoc current ${current}\` to lay them out anew, or let the current version be the one that it was`,
    );
}
