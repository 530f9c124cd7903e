/** What a person does on the pretended GitHub: commits on a fork with Git, and everything else over the API. */

import type { World } from './world.ts';
import { notePushes } from './world-actions.ts';
import { isObject, type Json } from './world-dress.ts';
import type { Edits } from './world-git.ts';
import { noReply, type Person, signatureOf } from './world-people.ts';
import type { MergeMethod } from './world-pulls.ts';

export interface PullRequestIdea {
  readonly title: string;
  readonly body?: string;
  readonly edits: Edits;
  /** `work-N` by default. */
  readonly branch?: string;
  readonly message?: string;
}

export class Hand {
  readonly world: World;
  readonly person: Person;
  private readonly token: string;
  private branches = 0;

  constructor(world: World, login: string) {
    const person = world.people.byLogin(login);
    if (!person) throw new Error(`there is nobody called ${login}`);
    this.world = world;
    this.person = person;
    const more = person.maintainer ? (['contents', 'issues', 'pull_requests', 'actions'] as const) : [];
    this.token = world.token(login, 'talk', ...more);
  }

  get id(): number {
    return this.person.id;
  }

  get login(): string {
    return this.person.login;
  }

  /** The repository that this person pushes to. */
  get repository(): string {
    return this.person.maintainer ? this.world.repository : `${this.login}/${this.world.repository.split('/')[1]}`;
  }

  /** A line at the end of a commit's message that says that this person had a part in it. */
  get trailer(): string {
    return `Co-authored-by: ${this.person.name ?? this.login} <${noReply(this.person)}>`;
  }

  /** @throws Error when GitHub refuses */
  async call(method: string, path: string, body?: Json): Promise<Json> {
    const { status, json } = await this.ask(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
    return isObject(json) ? json : {};
  }

  async ask(method: string, path: string, body?: Json): Promise<{ readonly status: number; readonly json: unknown }> {
    const response = await fetch(`${this.world.api()}/repos/${this.world.repository}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, json: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }

  /** Commits on a branch of this person's fork, from main where there is no such branch yet. */
  commits(branch: string, message: string, edits: Edits): string {
    const { host } = this.world;
    const { repository } = this;
    if (!host.has(repository)) host.fork(repository);
    const from = host.tip(branch, repository) ?? host.tip('main');
    return host.commit({ repository, branch, from, message, author: signatureOf(this.person), edits });
  }

  /** @returns its number */
  async opens({ title, body = '', edits, branch, message = title }: PullRequestIdea): Promise<number> {
    this.branches += 1;
    const name = branch ?? `work-${this.branches}`;
    this.commits(name, message, edits);
    const head = this.person.maintainer ? name : `${this.login}:${name}`;
    const { number } = await this.call('POST', '/pulls', { title, body, head, base: 'main' });
    return Number(number);
  }

  /** Another commit on the branch of a pull request, whoever's it is. */
  async pushes(number: number, message: string, edits: Edits): Promise<string> {
    const { host, pulls } = this.world;
    const { head, headSha } = pulls.get(number)!;
    const author = signatureOf(this.person);
    const sha = host.commit({ repository: head.repository, branch: head.ref, from: headSha, message, author, edits });
    await notePushes(this.world, { person: this.person, writes: new Set() });
    return sha;
  }

  /** @returns the review's number */
  async approves(number: number, commit?: string): Promise<number> {
    return this.reviews(number, 'APPROVE', '', commit);
  }

  async reviews(
    number: number,
    event: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT',
    body = '',
    commit?: string,
  ): Promise<number> {
    const request = { event, body, ...(commit === undefined ? {} : { commit_id: commit }) };
    return Number((await this.call('POST', `/pulls/${number}/reviews`, request)).id);
  }

  async dismisses(number: number, review: number, message: string): Promise<void> {
    await this.call('PUT', `/pulls/${number}/reviews/${review}/dismissals`, { message });
  }

  /** @returns the commit that main has afterwards */
  async merges(number: number, how: MergeMethod = 'merge'): Promise<string> {
    return String((await this.call('PUT', `/pulls/${number}/merge`, { merge_method: how })).sha);
  }

  async opensIssue(title: string, body: string, ...labels: readonly string[]): Promise<number> {
    return Number((await this.call('POST', '/issues', { title, body, labels })).number);
  }

  /** @returns the comment's number */
  async comments(issue: number, body: string): Promise<number> {
    return Number((await this.call('POST', `/issues/${issue}/comments`, { body })).id);
  }

  async edits(comment: number, body: string): Promise<void> {
    await this.call('PATCH', `/issues/comments/${comment}`, { body });
  }

  async deletes(comment: number): Promise<void> {
    await this.call('DELETE', `/issues/comments/${comment}`);
  }
}

/** Bodies of the comments of an issue or pull request that a program wrote, in order. */
export async function botComments(reader: Hand, issue: number): Promise<readonly string[]> {
  const { json } = await reader.ask('GET', `/issues/${issue}/comments?per_page=100`);
  const comments = Array.isArray(json) ? json.filter(isObject) : [];
  return comments.flatMap(({ user, body }) => (isObject(user) && user.type === 'Bot' ? [String(body)] : []));
}
