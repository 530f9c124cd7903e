/** GitHubWrite of a dry run: says what would be sent, and sends nothing. */
import type { Call } from './connection.ts';
import type { GitHubWrite } from './types.ts';
import { writeCalls } from './write-calls.ts';

/** Characters of a body that are shown. */
const MOST = 160;

/**
 * Each call is one line, such as `would POST /repos/example/manual/issues/1/comments {"body":"Thank you…`. Numbers of
 * what would be made are 0.
 *
 * @param repository `owner/name`
 */
export function dryRunWrites(tell: (text: string) => void, repository: string): GitHubWrite {
  const calls = writeCalls(repository);
  const show = async ({ method, path, body }: Call): Promise<void> =>
    tell(`would ${method} ${path} ${inShort(JSON.stringify(body))}`);
  return {
    async addComment(issue, body) {
      await show(calls.addComment(issue, body));
      return 0;
    },
    async openPullRequest(request) {
      await show(calls.openPullRequest(request));
      return 0;
    },
    editComment: (id, body) => show(calls.editComment(id, body)),
    react: (comment, content) => show(calls.react(comment, content)),
    editPullRequest: (number, request) => show(calls.editPullRequest(number, request)),
    addLabels: (issue, labels) => show(calls.addLabels(issue, labels)),
    putLabel: (label) => show(calls.addLabel(label)),
    startWorkflow: (file, ref, inputs) => show(calls.startWorkflow(file, ref, inputs)),
  };
}

/** JSON has no line ends; what else steers a terminal is written out, as the text comes from strangers. */
function inShort(json: string): string {
  const safe = json.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
  return safe.length > MOST ? `${safe.slice(0, MOST)}…` : safe;
}
