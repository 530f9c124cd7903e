/**
 * The calls that write, as data: one table for those that are made and those that a dry run prints. A call is
 * repeatable where GitHub does nothing the second time: the same text again, a label or a reaction that is there.
 */
import type { Call } from './connection.ts';
import type { GitHubWrite } from './types.ts';

type Arguments<Name extends keyof GitHubWrite> = Parameters<GitHubWrite[Name]>;

/** @param repository `owner/name` */
export function writeCalls(repository: string) {
  const base = `/repos/${repository}`;
  const once = (path: string, body: Call['body']): Call => call('POST', path, body, false);
  const post = (path: string, body: Call['body']): Call => call('POST', path, body, true);
  const patch = (path: string, body: Call['body']): Call => call('PATCH', path, body, true);
  const call = (method: Call['method'], path: string, body: Call['body'] = {}, isRepeatable: boolean): Call => ({
    method,
    path: `${base}/${path}`,
    body,
    isRepeatable,
  });
  return {
    addComment: (...[issue, body]: Arguments<'addComment'>) => once(`issues/${issue}/comments`, { body }),
    editComment: (...[id, body]: Arguments<'editComment'>) => patch(`issues/comments/${id}`, { body }),
    react: (...[id, content]: Arguments<'react'>) => post(`issues/comments/${id}/reactions`, { content }),
    openPullRequest: (...[request]: Arguments<'openPullRequest'>) => once('pulls', { ...request }),
    editPullRequest: (...[number, request]: Arguments<'editPullRequest'>) => patch(`pulls/${number}`, { ...request }),
    addLabels: (...[issue, labels]: Arguments<'addLabels'>) => post(`issues/${issue}/labels`, { labels: [...labels] }),
    addLabel: (...[label]: Arguments<'putLabel'>) => post('labels', { ...label }),
    editLabel: (...[{ name, color, description }]: Arguments<'putLabel'>) =>
      patch(`labels/${encodeURIComponent(name)}`, { color, description }),
    startWorkflow: (...[file, ref, inputs]: Arguments<'startWorkflow'>) =>
      once(`actions/workflows/${encodeURIComponent(file)}/dispatches`, { ref, inputs: { ...inputs } }),
  };
}
