/** What GitHub tells workflows: webhook payloads, in the shape of GitHub's own, in the order in which things happened. */
import type { Json } from './world-dress.ts';

export interface WorldEvent {
  /** `pull_request`, `issue_comment` … */
  readonly name: string;
  readonly action: string | undefined;
  readonly payload: Json;
  /** Caused by a workflow's own token: GitHub starts no workflow for it, but for dispatches. */
  readonly silent: boolean;
}

export class Events {
  private readonly all: WorldEvent[] = [];
  private read = 0;

  add(event: WorldEvent): void {
    this.all.push(event);
  }

  /** Those that nobody has taken yet. */
  take(): readonly WorldEvent[] {
    const fresh = this.all.slice(this.read);
    this.read = this.all.length;
    return fresh;
  }

  /** The latest of a kind. @throws Error when there was none */
  latest(name: string, action?: string): WorldEvent {
    const found = this.all.findLast((event) => event.name === name && (action ?? event.action) === event.action);
    if (!found) throw new Error(`no event ${name} ${action ?? ''} has happened`);
    return found;
  }
}
