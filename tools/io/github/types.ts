/**
 * GitHub's REST API as far as pgdoc uses it, reading and writing apart, so that what only reads cannot write. Answers
 * are GitHub's JSON, not looked at here: review/facts.ts reads it. Lists are whole: all pages are fetched.
 */

/** Reads one repository. Every call throws Failure(3) for what GitHub refuses for good, with the call and its answer. */
export interface GitHubRead {
  /** GET /pulls/{number}; undefined when there is none. */
  pullRequest(number: number): Promise<unknown>;
  /** GET /pulls?state=…, the latest first; `since` (ISO 8601) ends it at pull requests that were not updated since. */
  pullRequests(query: { readonly state: 'open' | 'closed'; readonly since?: string }): Promise<readonly unknown[]>;
  /** GET /pulls/{number}/commits, in order; GitHub lists 250 at most. */
  commits(number: number): Promise<readonly unknown[]>;
  /** GET /pulls/{number}/reviews, in order. */
  reviews(number: number): Promise<readonly unknown[]>;
  /** GET /pulls/{number}/files; GitHub lists 3,000 at most. */
  files(number: number): Promise<readonly unknown[]>;
  /** GET /issues/{number}/events: dismissed reviews among them. */
  events(number: number): Promise<readonly unknown[]>;
  /** GET /issues/{number}; undefined when there is none. */
  issue(number: number): Promise<unknown>;
  /** GET /issues/{number}/comments. */
  comments(number: number): Promise<readonly unknown[]>;
  /** GET /issues/comments/{id}; undefined when it was deleted. */
  comment(id: number): Promise<unknown>;
  /** GET /issues/comments?since=…, by the time they were changed. */
  commentsSince(moment: string): Promise<readonly unknown[]>;
  /** GET /users/{login}; undefined when there is none. */
  user(login: string): Promise<unknown>;
  /** GET /labels. */
  labels(): Promise<readonly unknown[]>;
  /** GET /actions/runs/{id}/artifacts. */
  artifacts(run: number): Promise<readonly unknown[]>;
  /**
   * GET /actions/artifacts/{id}/zip.
   *
   * @throws Failure(1) when it is larger than `most` bytes; no more than that is read
   */
  artifact(id: number, most: number): Promise<Uint8Array>;
}

/** Writes to one repository. */
export interface GitHubWrite {
  /** POST /issues/{number}/comments; resolves to its id. */
  addComment(issue: number, body: string): Promise<number>;
  /** PATCH /issues/comments/{id} */
  editComment(id: number, body: string): Promise<void>;
  /** POST /issues/comments/{id}/reactions; to have reacted already is no error. */
  react(comment: number, content: '+1' | '-1' | 'confused' | 'eyes' | 'rocket'): Promise<void>;
  /** POST /pulls; resolves to its number. */
  openPullRequest(request: {
    readonly title: string;
    readonly body: string;
    readonly head: string;
    readonly base: string;
  }): Promise<number>;
  /** PATCH /pulls/{number} */
  editPullRequest(
    number: number,
    request: { readonly title?: string; readonly body?: string; readonly state?: 'closed' },
  ): Promise<void>;
  /** POST /issues/{number}/labels */
  addLabels(issue: number, labels: readonly string[]): Promise<void>;
  /** POST /labels or PATCH /labels/{name} */
  putLabel(label: { readonly name: string; readonly color: string; readonly description: string }): Promise<void>;
  /** POST /actions/workflows/{file}/dispatches; a push made with a workflow's own token starts no workflow. */
  startWorkflow(file: string, ref: string, inputs: Readonly<Record<string, string>>): Promise<void>;
}
