/** What the pretended GitHub leaves to the emulator, and what workflows are told of it. */
import { notePushes } from './world-actions.ts';
import { isObject, type Json } from './world-dress.ts';
import type { Call, Reply } from './world-routes.ts';
import { ask, backend, remember, tell } from './world-state.ts';

export async function forward(
  method: string,
  path: string,
  { state, access, query, body }: Omit<Call, 'found'>,
): Promise<Reply & { readonly link?: string }> {
  if (path === '/pulls') await notePushes(state);
  const asked = new URLSearchParams(query);
  const since = asked.get('since');
  if (since !== null) asked.set('since', state.clock.wallOf(since));
  const head = asked.get('head');
  asked.delete('head');
  const before = method === 'DELETE' && /comments\/\d+$/.test(path) ? await ask(state, 'GET', path, access.person) : {};
  const suffix = asked.size > 0 ? `?${asked}` : '';
  const answer = await backend(state, method, `${path}${suffix}`, access.person, method === 'GET' ? undefined : body);
  // The emulator does not say why.
  if (method === 'POST' && path === '/labels' && answer.status === 422)
    return { status: 422, json: { message: 'Validation Failed', errors: [ALREADY_THERE] } };
  if (method !== 'GET' && answer.status < 300)
    await tellOf(
      method,
      path,
      { state, access, query, body },
      { ...before, ...(isObject(answer.json) ? answer.json : {}) },
    );
  const json =
    head !== null && Array.isArray(answer.json)
      ? answer.json.filter((pull: Json) => isObject(pull.head) && pull.head.label === head)
      : answer.json;
  return { status: answer.status, json, ...(answer.link === undefined ? {} : { link: answer.link }) };
}

const ALREADY_THERE = { resource: 'Label', code: 'already_exists', field: 'name' };

async function tellOf(
  method: string,
  path: string,
  { state, access, body }: Omit<Call, 'found'>,
  json: Json,
): Promise<void> {
  const ofIssue = /^\/issues\/(\d+)(\/comments|\/labels)?$/.exec(path);
  const action = { POST: 'created', PATCH: 'edited', DELETE: 'deleted' }[method] ?? method;
  if (path === '/issues') await tell(state, 'issues', 'opened', access, { number: Number(json.number) });
  else if (ofIssue?.[2] === '/comments') {
    state.comments.push(Number(json.id));
    await tell(state, 'issue_comment', action, access, { number: Number(ofIssue[1]), comment: json });
  } else if (ofIssue?.[2] === '/labels') {
    const labels = Array.isArray(body.labels) ? body.labels : [];
    for (const name of labels) {
      remember(state, Number(ofIssue[1]), 'labeled', access.person, { label: { name } });
      await tell(state, state.pulls.has(Number(ofIssue[1])) ? 'pull_request' : 'issues', 'labeled', access, {
        number: Number(ofIssue[1]),
        label: { name },
      });
    }
  } else if (ofIssue)
    await tell(state, 'issues', body.state === 'closed' ? 'closed' : 'edited', access, { number: Number(ofIssue[1]) });
  else if (/^\/issues\/comments\/\d+$/.test(path))
    await tell(state, 'issue_comment', action, access, {
      number: Number(/\d+$/.exec(String(json.issue_url))?.[0]),
      comment: json,
    });
}
