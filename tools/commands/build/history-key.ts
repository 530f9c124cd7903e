/** Which part of the workspace's history a site shows. */
import { mainlineTip } from '../../io/mainline.ts';
import { LEDGER_FOLDER } from '../../ledger/names.ts';
import type { Project } from '../../project/types.ts';
import type { Context } from '../context.ts';
import { LOCK_FILE, languageFolder } from '../workspace.ts';

export const historicPaths = (project: Project): readonly string[] => [
  languageFolder(project),
  LOCK_FILE,
  LEDGER_FOLDER,
];

/** Digest of all that is read from the history: a build without it would not see that something was committed. */
export async function historyKey({ root, env }: Context, project: Project): Promise<string> {
  return mainlineTip(root, historicPaths(project), env);
}
