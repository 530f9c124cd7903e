/** Surroundings of commands in this process, in a clone of the pretended GitHub's repository: for tests of many steps. */
import { join } from 'node:path';
import type { GitHubContext } from '../../tools/commands/github/context.ts';
import { openGitHub } from '../../tools/io/github/open.ts';
import { openRepository } from '../../tools/io/repository/open.ts';
import { temporary } from '../commands/helpers/folder.ts';
import { type Recorded, record } from '../commands/helpers/record.ts';
import { checkout } from './runner.ts';
import type { World } from './world.ts';
import { BOT } from './world-people.ts';

export type Surroundings = GitHubContext & Pick<Recorded, 'printed' | 'told'>;

export async function surroundings(world: World, flags: { readonly json?: boolean } = {}): Promise<Surroundings> {
  const root = join(temporary(), 'clone');
  checkout(world, root);
  const recorded = record(root, flags);
  const env = {
    ...recorded.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GITHUB_TOKEN: world.token(BOT.login, 'contents', 'issues', 'pull_requests', 'actions'),
  };
  const now = () => Date.parse(world.clock.now) / 1000;
  const github = openGitHub({
    token: env.GITHUB_TOKEN,
    repository: world.repository,
    apiUrl: world.api(),
    now,
    tell: recorded.tell,
    // GitHub wants a second between writes; the pretended one does not.
    second: 0,
  });
  const repository = await openRepository(root, env);
  const server = 'https://github.com';
  return {
    ...recorded,
    env,
    name: world.repository,
    server,
    github: github.read,
    write: github.write,
    repository,
    now,
  };
}
