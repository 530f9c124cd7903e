/** A repository that is read as ever, and to which nothing is written: each push is told instead. */
import type { NewCommit, Repository } from './types.ts';

/** Stands for a commit that was not made. */
export const NO_COMMIT = '0'.repeat(40);

export function dryRunPushes(repository: Repository, tell: (text: string) => void): Repository {
  const told = (branch: string, message: string, files: ReadonlyMap<string, string | undefined>): string => {
    tell(`would push to ${JSON.stringify(branch)}: ${JSON.stringify(message.split('\n')[0])}`);
    for (const [path, content] of files)
      tell(`  ${content === undefined ? 'delete' : 'write'} ${JSON.stringify(path)}${sizeOf(content)}`);
    return NO_COMMIT;
  };
  return {
    ...repository,
    async push({ branch, message, files }: NewCommit) {
      const tip = branch === repository.mainBranch ? await repository.fetch() : await tipOf(repository, branch);
      const changed = await differing(repository, tip, await files(tip));
      return changed.size === 0 ? undefined : told(branch, message, changed);
    },
    pushBranch: async (branch, message, files) => told(branch, message, files),
  };
}

async function tipOf(repository: Repository, branch: string): Promise<string> {
  const reference = `refs/heads/${branch}`;
  await repository.fetch(reference);
  return (await repository.commit(reference)).sha;
}

async function differing(repository: Repository, tip: string, files: ReadonlyMap<string, string | undefined>) {
  const changed = new Map<string, string | undefined>();
  for (const [path, content] of files) if ((await repository.textAt(tip, path)) !== content) changed.set(path, content);
  return changed;
}

const sizeOf = (content: string | undefined): string =>
  content === undefined ? '' : `, ${Buffer.byteLength(content)} bytes`;
