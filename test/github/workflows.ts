/**
 * What .github/workflows does for an event: which job it starts, with which permissions, in which clone, with which
 * command line. Kept beside those files by hand: they are YAML for GitHub's machines.
 */
import { bot, type JobResult } from './runner.ts';
import type { World } from './world.ts';
import { isObject, type Json } from './world-dress.ts';
import type { WorldEvent } from './world-events.ts';
import { zipOf } from './zip.ts';

export interface Ran extends JobResult {
  readonly workflow: 'check' | 'comment' | 'record' | 'on-comment' | 'missed' | 'sync';
}

const COMMANDS = ['/reviewed', '/accept', '/apply', '/award'];

export class Workflows {
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** Runs, one after the other, all that the events start that nobody has taken yet, and what these start. */
  async settle(): Promise<readonly Ran[]> {
    const ran: Ran[] = [];
    for (const event of this.world.events.take()) if (!event.silent) ran.push(...(await this.started(event)));
    return ran;
  }

  /** What one event starts; the same event twice is a duplicate delivery. */
  async started(event: WorldEvent): Promise<readonly Ran[]> {
    const { name, action = '', payload } = event;
    const pull = isObject(payload.pull_request) ? payload.pull_request : {};
    if (name === 'pull_request' && ['opened', 'synchronize', 'reopened', 'edited'].includes(action)) {
      const check = await this.check(event);
      return [check.ran, await this.comment(check.completed)];
    }
    if (name === 'pull_request' && action === 'closed' && pull.merged === true) return [await this.merged(event)];
    const comment = isObject(payload.comment) ? payload.comment : {};
    const isPerson = isObject(comment.user) && comment.user.type === 'User';
    const isCommand = COMMANDS.some((command) => String(comment.body).includes(command));
    if (name === 'issue_comment' && action === 'created' && isPerson && isCommand) return [await this.onComment(event)];
    if (name === 'workflow_dispatch' && String(payload.workflow).endsWith('/check.yml')) {
      const inputs = isObject(payload.inputs) ? payload.inputs : {};
      return this.started(await this.dispatched(Number(inputs['pull-request'])));
    }
    return [];
  }

  /** check.yml, job check. What it finds goes into an artifact. */
  async check(event: WorldEvent): Promise<{ readonly ran: Ran; readonly completed: WorldEvent }> {
    const pull = isObject(event.payload.pull_request) ? event.payload.pull_request : {};
    const artifact = '$RUNNER_TEMP/pgdoc-check.json';
    const result = await bot(this.world, {
      args: ['check', '--root', '$CLONE', '--payload', '$GITHUB_EVENT_PATH', '--artifact', artifact],
      event,
      ref: `refs/pull/${pull.number}/merge`,
    });
    const run = this.world.newRun();
    const text = result.left['pgdoc-check.json'];
    if (text !== undefined) this.world.addArtifact(run, 'pgdoc-check', zipOf({ 'pgdoc-check.json': text }));
    return { ran: { workflow: 'check', ...result }, completed: completed(run, event, result.code === 0) };
  }

  /** comment.yml */
  async comment(event: WorldEvent): Promise<Ran> {
    const args = ['comment', '--payload', '$GITHUB_EVENT_PATH'];
    return { workflow: 'comment', ...(await bot(this.world, { args, event, writes: ['pull_requests'] })) };
  }

  /** record.yml, job merged. */
  async merged(event: WorldEvent): Promise<Ran> {
    const args = ['record', String((event.payload.pull_request as Json).number)];
    const writes = ['actions', 'contents', 'pull_requests'] as const;
    return { workflow: 'record', ...(await bot(this.world, { args, event, writes })) };
  }

  /** record.yml, job comment. */
  async onComment(event: WorldEvent): Promise<Ran> {
    const args = ['on-comment', '--payload', '$GITHUB_EVENT_PATH'];
    const writes = ['actions', 'contents', 'issues', 'pull_requests'] as const;
    return { workflow: 'on-comment', ...(await bot(this.world, { args, event, writes })) };
  }

  /** record.yml, job missed. @param since a day, such as `2026-03-01` */
  async missed(since: string): Promise<Ran> {
    const writes = ['actions', 'contents', 'pull_requests'] as const;
    return { workflow: 'missed', ...(await bot(this.world, { args: ['record', '--since', since], writes })) };
  }

  /** sync.yml */
  async sync(): Promise<Ran> {
    const writes = ['actions', 'contents', 'issues', 'pull_requests'] as const;
    return { workflow: 'sync', ...(await bot(this.world, { args: ['sync'], writes })) };
  }

  /** check.yml started by hand, or by the bot for its own pull request: the payload is asked for. */
  private async dispatched(number: number): Promise<WorldEvent> {
    const { world } = this;
    const response = await fetch(`${world.api()}/repos/${world.repository}/pulls/${number}`);
    const pull: unknown = await response.json();
    const base = isObject(pull) && isObject(pull.base) ? pull.base : {};
    const payload = { action: 'synchronize', number, pull_request: pull, repository: base.repo };
    return { name: 'pull_request', action: 'synchronize', payload, silent: false };
  }
}

/** The event that a check has ended, as comment.yml gets it; of a fork's pull request it names none. */
function completed(run: number, { payload: checked }: WorldEvent, success: boolean): WorldEvent {
  const pull = isObject(checked.pull_request) ? checked.pull_request : {};
  const head = isObject(pull.head) ? pull.head : {};
  const workflow = {
    id: run,
    name: 'check',
    path: '.github/workflows/check.yml',
    event: 'pull_request',
    status: 'completed',
    conclusion: success ? 'success' : 'failure',
    head_branch: head.ref,
    head_sha: head.sha,
    head_repository: head.repo,
    pull_requests: [],
  };
  const { repository, sender } = checked;
  const payload = { action: 'completed', workflow_run: workflow, workflow: { name: 'check' }, repository, sender };
  return { name: 'workflow_run', action: 'completed', payload, silent: false };
}
