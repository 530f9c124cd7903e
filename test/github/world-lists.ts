/** Lists that the pretended GitHub puts together itself. */
import { pullOf } from './world-actions.ts';
import { isObject, type Json } from './world-dress.ts';
import type { CommitData } from './world-git.ts';
import { personJson } from './world-people.ts';
import { commitsOf } from './world-pulls.ts';
import type { Call, Reply } from './world-routes.ts';
import { backend } from './world-state.ts';

/** The emulator takes this address for that of an issue called `comments`. */
export async function allComments({ state, access, query }: Call): Promise<Reply> {
  const found: Json[] = [];
  for (const id of state.comments) {
    const { status, json } = await backend(state, 'GET', `/issues/comments/${id}`, access.person);
    if (status === 200 && isObject(json)) found.push(json);
  }
  const field = query.get('sort') === 'updated' ? 'updated_at' : 'created_at';
  const since = query.get('since') ?? '';
  const list = found
    .filter((comment) => String(comment.updated_at) >= since)
    .sort((a, b) => (String(a[field]) < String(b[field]) ? -1 : 1));
  return { list: query.get('direction') === 'desc' ? list.reverse() : list };
}

export function commitsJson(call: Call): readonly Json[] {
  const { state } = call;
  const who = (email: string) => {
    const person = state.people.byEmail(email);
    return person ? personJson(person, state.api()) : null;
  };
  return commitsOf(state.host, pullOf(state, Number(call.found[0]))).map((commit: CommitData) => ({
    sha: commit.sha,
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree },
      verification: { verified: false, reason: 'unsigned' },
    },
    html_url: `https://github.com/${state.repository}/commit/${commit.sha}`,
    author: who(commit.author.email),
    committer: who(commit.committer.email),
    parents: commit.parents.map((sha) => ({ sha })),
  }));
}
