/** GitHubRead over a connection. */
import type { Connection } from './connection.ts';
import { fieldOf, list } from './pages.ts';
import { Refusal } from './refusal.ts';
import type { GitHubRead } from './types.ts';

/** Of users and of apps; anything else is nobody's, and would be another address. */
const LOGIN = /^[A-Za-z0-9][\w-]{0,99}(?:\[bot\])?$/;

export function readThrough(connection: Connection): GitHubRead {
  const base = `/repos/${connection.api.repository}`;
  const all = (path: string): Promise<unknown[]> => list(connection, `${base}/${path}`);

  /** Undefined for what is not there (404) or was deleted (410). */
  const one = async (path: string): Promise<unknown> => {
    try {
      return (await connection.send({ method: 'GET', path, isRepeatable: true })).data;
    } catch (error) {
      if (error instanceof Refusal && (error.status === 404 || error.status === 410)) return undefined;
      throw error;
    }
  };

  return {
    pullRequest: (number) => one(`${base}/pulls/${number}`),
    async pullRequests({ state, since }) {
      const isOlder = (item: unknown): boolean => since !== undefined && momentOf(item) < Date.parse(since);
      // Latest first: what is updated meanwhile comes to the front, and pushes the rest back rather than past us.
      const path = `${base}/pulls?state=${state}&sort=updated&direction=desc`;
      const found = await list(connection, path, { isEnough: isOlder });
      return found.filter((item) => !isOlder(item));
    },
    commits: (number) => all(`pulls/${number}/commits`),
    reviews: (number) => all(`pulls/${number}/reviews`),
    files: (number) => all(`pulls/${number}/files`),
    events: (number) => all(`issues/${number}/events`),
    issue: (number) => one(`${base}/issues/${number}`),
    comments: (number) => all(`issues/${number}/comments`),
    comment: (id) => one(`${base}/issues/comments/${id}`),
    async commentsSince(moment) {
      // Read from the latest on, for the same reason.
      const found = await all(`issues/comments?since=${encodeURIComponent(moment)}&sort=updated&direction=desc`);
      return found.reverse().sort((a, b) => momentOf(a) - momentOf(b));
    },
    user: async (login) => (LOGIN.test(login) ? one(`/users/${encodeURIComponent(login)}`) : undefined),
    labels: () => all('labels'),
    artifacts: (run) => list(connection, `${base}/actions/runs/${run}/artifacts`, { field: 'artifacts' }),
    artifact: (id, most) => connection.download(`${base}/actions/artifacts/${id}/zip`, most),
  };
}

/** When an item was updated last, in milliseconds; of one that does not say, the end of time, so that it is not passed over. */
function momentOf(item: unknown): number {
  const moment = Date.parse(String(fieldOf(item, 'updated_at')));
  return Number.isNaN(moment) ? Number.MAX_SAFE_INTEGER : moment;
}
