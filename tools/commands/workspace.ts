/** Reads a workspace: its configuration and its catalogs. */
import { parseCatalog } from '../catalog/parse.ts';
import type { Catalog, CatalogFinding } from '../catalog/types.ts';
import { Failure } from '../failure.ts';
import { readText, readTexts } from '../io/files.ts';
import { parseLock } from '../project/lock-file.ts';
import { parseProject } from '../project/parse-project.ts';
import type { Lock, Project } from '../project/types.ts';
import { type Context, formatFinding } from './context.ts';

export const PROJECT_FILE = 'translations/project.yml';
export const LOCK_FILE = 'translations/upstream.lock.yml';

export interface Workspace {
  readonly project: Project;
  readonly lock: Lock;
}

export interface CatalogFile {
  /** Path in the workspace. */
  readonly path: string;
  readonly catalog: Catalog;
}

export interface Catalogs {
  /** In order of their paths. */
  readonly files: readonly CatalogFile[];
  readonly byPage: ReadonlyMap<string, CatalogFile>;
  readonly findings: readonly CatalogFinding[];
}

/** @throws Failure(2) when there is no workspace or its configuration is wrong */
export function readWorkspace(root: string): Workspace {
  const project = readText(root, PROJECT_FILE);
  if (project === undefined)
    throw new Failure(
      2,
      `${root} is no workspace: it has no ${PROJECT_FILE}. \`pgdoc init DIR\` makes one; --root DIR names another.`,
    );
  return {
    project: parseProject(project, PROJECT_FILE),
    lock: parseLock(readText(root, LOCK_FILE) ?? '', LOCK_FILE),
  };
}

/** Folder of a language's catalogs. */
export const languageFolder = (project: Project): string => `translations/${project.language}`;

/** Path of a page's catalog. */
export function catalogPath(project: Project, part: string, page: string): string {
  return `${languageFolder(project)}/${part}/${page}.md`;
}

/** The page whose catalog stands at a path. */
export const pageOfPath = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.md'.length);

/** Which pages came from which imported translation. */
export const originsFile = (project: Project): string => `${languageFolder(project)}/origins.yml`;

/**
 * Catalogs for a command that writes them.
 *
 * @throws Failure(1) when one has a broken entry, each of which is told: to write over what is not understood loses it
 */
export async function readSoundCatalogs(context: Context, project: Project): Promise<Catalogs> {
  const catalogs = await readCatalogs(context.root, project);
  const broken = catalogs.findings.filter(({ severity }) => severity === 'error');
  for (const finding of broken) context.tell(formatFinding(finding));
  if (broken.length > 0)
    throw new Failure(1, `${broken.length} broken entries in the catalogs; mend them first. Nothing was written.`);
  return catalogs;
}

/** Reads every catalog of the workspace's language. */
export async function readCatalogs(root: string, project: Project): Promise<Catalogs> {
  return catalogsOf(await readTexts(root, languageFolder(project), '.md'));
}

/** Catalogs by the paths of their texts. Two catalogs of one page are an error. */
export function catalogsOf(texts: ReadonlyMap<string, string>): Catalogs {
  const files: CatalogFile[] = [];
  const byPage = new Map<string, CatalogFile>();
  const findings: CatalogFinding[] = [];
  for (const [path, text] of texts) {
    const page = pageOfPath(path);
    const parsed = parseCatalog(text, path, page);
    findings.push(...parsed.findings);
    const file = { path, catalog: parsed.catalog };
    const twin = byPage.get(page);
    if (twin)
      findings.push({
        severity: 'error',
        rule: 'catalog/twin',
        file: path,
        line: 1,
        message: `the page ${page} has another catalog, ${twin.path}; delete one of the two`,
      });
    else byPage.set(page, file);
    files.push(file);
  }
  return { files, byPage, findings };
}
