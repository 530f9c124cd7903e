/** Surroundings of commands in this process, in a clone of the pretended GitHub's repository: for tests of many steps. */
import { join } from 'node:path';
import type { GitHubContext } from '../../tools/commands/github/context.ts';
import { openGitHubContext } from '../../tools/commands/github/open.ts';
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
    GITHUB_API_URL: world.api(),
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: world.repository,
  };
  const now = () => Date.parse(world.clock.now) / 1000;
  const context = await openGitHubContext({ ...recorded, env }, { now });
  return Object.assign(context, { printed: recorded.printed, told: recorded.told });
}
