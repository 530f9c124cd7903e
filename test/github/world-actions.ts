/** What people and programs do on the pretended GitHub that Git has a part in. */
import { isObject, type Json } from './world-dress.ts';
import { type MergeMethod, mergePull, type Pull, updateHeadRef, updateMergeRef } from './world-pulls.ts';
import { type Access, ask, askList, backend, remember, type State, tell } from './world-state.ts';

export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface OpenRequest {
  readonly title: string;
  readonly body: string;
  /** `branch` of the repository itself, or `owner:branch` of that person's fork. */
  readonly head: string;
}

export async function openPull(state: State, access: Access, { title, body, head }: OpenRequest): Promise<Pull> {
  const { host, repository, pulls } = state;
  const [ours, name] = repository.split('/') as [string, string];
  const [owner, ref] = head.includes(':') ? (head.split(':') as [string, string]) : [ours, head];
  const from = owner === ours ? repository : `${owner}/${name}`;
  const headSha = host.tip(ref, from);
  if (headSha === undefined) throw new Refused(422, `Validation Failed: head ${head} is invalid`);
  if ([...pulls.values()].some((pull) => pull.open && pull.head.repository === from && pull.head.ref === ref))
    throw new Refused(422, `Validation Failed: A pull request already exists for ${owner}:${ref}.`);
  const request = { title, body, head: `head-${pulls.size + 1}`, base: 'main' };
  const { number } = await ask(state, 'POST', '/pulls', access.person, request);
  const pull: Pull = {
    number: Number(number),
    head: { repository: from, ref, owner },
    author: access.person.id,
    headSha,
    baseSha: host.tip('main')!,
    mergeRef: undefined,
    open: true,
  };
  pulls.set(pull.number, pull);
  updateHeadRef(host, pull);
  testMerge(state, pull);
  await tell(state, 'pull_request', 'opened', access, { number: pull.number });
  return pull;
}

/** Looks whether branches of open pull requests have moved, and does what GitHub does then. */
export async function notePushes(state: State, by?: Access): Promise<void> {
  for (const pull of state.pulls.values()) {
    if (!pull.open) continue;
    const tip = state.host.tip(pull.head.ref, pull.head.repository);
    if (tip === undefined || tip === pull.headSha) continue;
    const before = pull.headSha;
    pull.headSha = tip;
    pull.baseSha = state.host.tip('main')!;
    updateHeadRef(state.host, pull);
    testMerge(state, pull);
    const access = by ?? { person: state.people.byId(pull.author), writes: new Set() };
    if (state.dismissesStale) await dismissStale(state, pull, access);
    await tell(state, 'pull_request', 'synchronize', access, { number: pull.number, before, after: tip });
  }
}

/** GitHub's test whether it can be merged, against main as it is now. */
export function testMerge(state: State, pull: Pull): void {
  if (pull.open && !state.quiet) updateMergeRef(state.host, pull);
}

async function dismissStale(state: State, pull: Pull, access: Access): Promise<void> {
  for (const { id, state: was, user } of await reviewsOf(state, pull.number, access)) {
    if (was !== 'APPROVED') continue;
    await ask(state, 'PUT', `/pulls/${pull.number}/reviews/${id}/dismissals`, access.person, { message: '' });
    remember(state, pull.number, 'review_dismissed', access.person, {
      dismissed_review: {
        state: 'approved',
        review_id: id,
        dismissal_message: null,
        dismissal_commit_id: pull.headSha,
      },
    });
    await tell(state, 'pull_request_review', 'dismissed', access, {
      number: pull.number,
      review: { id, state: 'dismissed', user },
    });
  }
}

const reviewsOf = (state: State, number: number, { person }: Access): Promise<readonly Json[]> =>
  askList(state, `/pulls/${number}/reviews?per_page=100`, person);

export async function merge(state: State, access: Access, number: number, how: MergeMethod): Promise<string> {
  const pull = pullOf(state, number);
  if (!pull.open) throw new Refused(405, 'Pull Request is not mergeable');
  const { json } = await backend(state, 'GET', `/pulls/${number}`, access.person);
  const who = {
    merger: access.person,
    author: state.people.byId(pull.author),
    title: isObject(json) ? String(json.title) : '',
    at: state.clock.now,
  };
  let sha: string;
  try {
    sha = mergePull(state.host, pull, how, who);
  } catch (error) {
    throw new Refused(405, error instanceof Error ? error.message : 'Pull Request is not mergeable');
  }
  await ask(state, 'PUT', `/pulls/${number}/merge`, access.person, { merge_method: how });
  pull.mergeCommit = sha;
  pull.open = false;
  remember(state, number, 'merged', access.person, { commit_id: sha });
  remember(state, number, 'closed', access.person);
  await tell(state, 'pull_request', 'closed', access, { number });
  return sha;
}

export async function review(state: State, access: Access, number: number, body: Json): Promise<Json> {
  const pull = pullOf(state, number);
  if (pull.author === access.person.id && body.event !== 'COMMENT')
    throw new Refused(422, `Can not ${String(body.event).toLowerCase()} your own pull request`);
  const given = await ask(state, 'POST', `/pulls/${number}/reviews`, access.person, {
    ...body,
    commit_id: body.commit_id ?? pull.headSha,
  });
  const inPayload = { ...given, state: String(given.state).toLowerCase() };
  await tell(state, 'pull_request_review', 'submitted', access, { number, review: inPayload });
  return given;
}

export async function dismiss(
  state: State,
  access: Access,
  number: number,
  id: number,
  message: string,
): Promise<Json> {
  const [was] = (await reviewsOf(state, number, access)).filter((each) => each.id === id);
  if (!was) throw new Refused(404, 'Not Found');
  const path = `/pulls/${number}/reviews/${id}/dismissals`;
  const dismissed = await ask(state, 'PUT', path, access.person, { message });
  remember(state, number, 'review_dismissed', access.person, {
    dismissed_review: { state: String(was.state).toLowerCase(), review_id: id, dismissal_message: message },
  });
  await tell(state, 'pull_request_review', 'dismissed', access, {
    number,
    review: { ...dismissed, state: 'dismissed' },
  });
  return dismissed;
}

export function pullOf(state: State, number: number): Pull {
  const pull = state.pulls.get(number);
  if (!pull) throw new Refused(404, 'Not Found');
  return pull;
}
