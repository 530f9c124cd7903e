/** What `check` reads: the workspace, what it knows of its language, and which rules run. */
import { nearest } from '../check/nearest.ts';
import { parseLanguageRules } from '../check/parse-language.ts';
import { rules } from '../check/rules/index.ts';
import { surroundingsOf } from '../check/surroundings.ts';
import { type ActiveRule, activeRules } from '../check/switches.ts';
import type { Severity, Surroundings } from '../check/types.ts';
import { Failure } from '../failure.ts';
import { glossaryOf } from '../glossary/find.ts';
import { readText } from '../io/files.ts';
import type { Project } from '../project/types.ts';
import { readGlossary } from './glossary.ts';
import { type Catalogs, languageFolder, PROJECT_FILE, readCatalogs, readWorkspace } from './workspace.ts';

export interface CheckInputs {
  readonly project: Project;
  readonly catalogs: Catalogs;
  readonly surroundings: Surroundings;
  /** Rules that are on, with their severities. */
  readonly active: readonly ActiveRule[];
}

export interface WantedRules {
  /** Only these, even those that are off. */
  readonly rules: readonly string[] | undefined;
  readonly severity: Severity | undefined;
}

/** @throws Failure(2) for a rule that there is not, or data of the language that cannot be read */
export async function readCheckInputs(root: string, wanted: WantedRules, toolRoot: string): Promise<CheckInputs> {
  const { project } = readWorkspace(root);
  for (const name of wanted.rules ?? []) requireRule(name, '--rule');
  for (const name of Object.keys(project.checks)) requireRule(name, `${PROJECT_FILE}: checks`);
  const catalogs = await readCatalogs(root, project);
  return {
    project,
    catalogs,
    surroundings: readSurroundings(root, project, catalogs, toolRoot),
    active: activeRules(rules, project.checks, { names: wanted.rules, severity: wanted.severity }),
  };
}

/** A workspace that has no rules of its language takes those that come with pgdoc. */
function readSurroundings(root: string, project: Project, catalogs: Catalogs, toolRoot: string): Surroundings {
  const file = `${languageFolder(project)}/checks.yml`;
  return surroundingsOf(
    catalogs.files.map(({ catalog }) => catalog),
    parseLanguageRules(readText(root, file) ?? readText(toolRoot, file) ?? '', file),
    readGlossary(root, project) ?? glossaryOf([]),
  );
}

function requireRule(name: string, where: string): void {
  const names = rules.map((rule) => rule.name);
  if (names.includes(name)) return;
  const near = nearest(name, names);
  const hint = near === undefined ? '.' : `; did you mean ${near}?`;
  throw new Failure(2, `${where}: there is no rule ${name}${hint} Rules: ${names.join(', ')}`);
}
