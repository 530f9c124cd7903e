/** Reads the workspace's glossary. */
import { glossaryOf } from '../glossary/find.ts';
import { parseGlossary } from '../glossary/parse.ts';
import type { Glossary } from '../glossary/types.ts';
import { readText } from '../io/files.ts';
import type { Project } from '../project/types.ts';
import { languageFolder } from './workspace.ts';

export const glossaryFile = (project: Project): string => `${languageFolder(project)}/glossary.yml`;

/** @returns undefined where there is no file @throws Failure(2) that names every problem of the file */
export function readGlossary(root: string, project: Project): Glossary | undefined {
  const file = glossaryFile(project);
  const text = readText(root, file);
  return text === undefined ? undefined : glossaryOf(parseGlossary(text, file));
}
