/**
 * Where targets are kept whose source no version has any more: translations/gone/<language>/<part>/<page>.md, in the
 * format of catalogs. Sync writes them; they are no pages.
 */
import { parseCatalog } from '../catalog/parse.ts';
import { serializeCatalog } from '../catalog/serialize.ts';
import type { Catalog, CatalogFinding } from '../catalog/types.ts';
import { Failure } from '../failure.ts';
import { readTexts } from '../io/files.ts';
import type { Project } from '../project/types.ts';
import { type Context, formatFinding } from './context.ts';
import { type CatalogFile, languageFolder, pageOfPath } from './workspace.ts';

export const goneFolder = (project: Project): string => `translations/gone/${project.language}`;

/** What is gone, in order of paths, for a command that only reads: entries that cannot be read are told. */
export async function readGone(context: Context, project: Project): Promise<readonly CatalogFile[]> {
  return (await parseGone(context, project)).files;
}

/**
 * The same, for a command that writes it anew.
 *
 * @throws Failure(1) when an entry cannot be read, each of which is told
 */
export async function readSoundGone(context: Context, project: Project): Promise<readonly CatalogFile[]> {
  const { files, broken } = await parseGone(context, project);
  if (broken > 0)
    throw new Failure(
      1,
      `${broken} broken entries below ${goneFolder(project)}; mend or delete them first. Nothing was written.`,
    );
  return files;
}

async function parseGone(context: Context, project: Project): Promise<{ files: CatalogFile[]; broken: number }> {
  const { files, findings } = goneOf(await readTexts(context.root, goneFolder(project), '.md'));
  for (const finding of findings) context.tell(formatFinding(finding));
  return { files, broken: findings.length };
}

/** What is gone, by the paths of its texts. */
export function goneOf(texts: ReadonlyMap<string, string>): {
  readonly files: CatalogFile[];
  readonly findings: readonly CatalogFinding[];
} {
  const parsed = [...texts].map(([path, text]) => ({ path, ...parseCatalog(text, path, pageOfPath(path)) }));
  return {
    files: parsed.map(({ path, catalog }) => ({ path, catalog })),
    findings: parsed.flatMap(({ findings }) => findings),
  };
}

/**
 * The files that hold what is gone now; null for one that has nothing left.
 *
 * @param pathOf path of the catalog that a page has or had
 */
export function goneFiles(
  project: Project,
  before: readonly CatalogFile[],
  now: readonly Catalog[],
  pathOf: (page: string) => string,
): ReadonlyMap<string, string | null> {
  const known = new Map(before.map(({ path, catalog }) => [catalog.page, path]));
  const files = new Map<string, string | null>(before.map(({ path }) => [path, null]));
  const [from, to] = [languageFolder(project), goneFolder(project)];
  for (const catalog of now)
    files.set(known.get(catalog.page) ?? pathOf(catalog.page).replace(from, to), serializeCatalog(catalog));
  return files;
}
