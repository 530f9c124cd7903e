/**
 * Digests of everything that a site is made from, upstream by its pins. To take them is quick, so a build that finds
 * nothing changed reads no more than the bytes.
 */
import { listFiles, readBytes, readText } from '../../io/files.ts';
import { LEDGER_FOLDER } from '../../ledger/names.ts';
import { OFFICES_FILE } from '../../points/offices.ts';
import { RULES_FILE } from '../../points/parse-rules.ts';
import type { Project } from '../../project/types.ts';
import type { Context } from '../context.ts';
import { digestOf, toolDigest } from '../digest.ts';
import { VIEWS_FILE } from '../page-views.ts';
import { PULLS_FILE } from '../pulls-file.ts';
import { type LanguageWords, readWords } from '../words.ts';
import { LOCK_FILE, languageFolder, PROJECT_FILE, readWorkspace, type Workspace } from '../workspace.ts';
import { historyKey } from './history-key.ts';

export interface InputsDigest extends Workspace {
  readonly words: LanguageWords;
  /** Paths of the catalogs, of the ledger, and of docs/. */
  readonly files: readonly string[];
  /** Of what all pages depend on: the tool, the configuration, the words. */
  readonly common: string;
  /** Of the tool alone. */
  readonly tool: string;
  /** Of everything. */
  readonly whole: string;
}

/** @throws Failure(2) for the configuration */
export async function digestInputs(context: Context, toolRoot: string): Promise<InputsDigest> {
  const { root } = context;
  const { project, lock } = readWorkspace(root);
  const words = readWords(root, project.language, toolRoot);
  const texts = (paths: readonly string[]) => paths.map((path) => readText(root, path) ?? '');
  const tool = await toolDigest(toolRoot);
  const common = digestOf(tool, ...texts([PROJECT_FILE, LOCK_FILE]), JSON.stringify(words));
  const settings = texts([RULES_FILE, OFFICES_FILE, VIEWS_FILE, PULLS_FILE]);
  settings.push(await historyKey(context, project));
  const files = await filesOf(root, project);
  const whole = digestOf(common, ...settings, ...files.flatMap((file) => [file, readBytes(root, file) ?? '']));
  return { project, lock, words, files, common, tool, whole };
}

async function filesOf(root: string, project: Project): Promise<readonly string[]> {
  const sources = [languageFolder(project), LEDGER_FOLDER, 'docs'];
  return (await Promise.all(sources.map((folder) => listFiles(root, folder)))).flat();
}
