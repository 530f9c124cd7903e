/**
 * What git shows the remote. A clone that has credentials of its own (a helper, a header that a checkout has left) uses
 * them. Else the token of the environment goes to GitHub's own address alone, through git's environment: it is never
 * among arguments, on disk, or in a message.
 */
import { GitError, type GitOptions, git } from '../git.ts';

interface Where {
  readonly root: string;
  readonly env: GitOptions['env'];
  readonly remote: string;
}

/** Variables that give git the token, if it is for this remote and nothing else is. */
export async function credentials({ root, env, remote }: Where): Promise<Readonly<Record<`GIT_${string}`, string>>> {
  const token = env.GITHUB_TOKEN?.trim() ?? '';
  const server = env.GITHUB_SERVER_URL || 'https://github.com';
  if (token === '' || !URL.canParse(server)) return {};
  const ask = async (...args: readonly string[]) => {
    try {
      return (await git(args, { env, cwd: root, offline: true })).toString('utf8').trim();
    } catch (error) {
      if (error instanceof GitError) return '';
      throw error;
    }
  };
  const { origin } = new URL(server);
  for (const address of [await ask('remote', 'get-url', remote), await ask('remote', 'get-url', '--push', remote)])
    if (!URL.canParse(address) || new URL(address).origin !== origin) return {};
  if ((await ask('config', '--get-urlmatch', 'http.extraheader', `${origin}/`)) !== '') return {};
  const header = `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${origin}/.extraheader`,
    GIT_CONFIG_VALUE_0: header,
  };
}
