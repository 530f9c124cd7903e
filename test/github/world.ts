/**
 * A pretended GitHub with one repository and its forks: an API over HTTP in front of a stateful emulator, and real Git
 * repositories on disk. All that the API says of commits is what those repositories hold; the clock is the world's own.
 */
import { mkdirSync } from 'node:fs';
import { Clock } from './world-clock.ts';
import { startEmulator } from './world-emulator.ts';
import { Events } from './world-events.ts';
import { Faults } from './world-faults.ts';
import { startFront } from './world-front.ts';
import { type Edits, GitHost } from './world-git.ts';
import { People, type PersonSeed, signatureOf } from './world-people.ts';
import type { Access, LoggedCall, Permission, State } from './world-state.ts';

export interface WorldSeed {
  /** Empty folder for the repositories. */
  readonly folder: string;
  /** `owner/name` */
  readonly repository: string;
  readonly people: readonly PersonSeed[];
  /** What the first commit holds. */
  readonly files: Edits;
  /** When it begins. */
  readonly at: string;
}

export interface World extends State {
  /** Makes a token; a person's own may write what that person may. */
  token(login: string, ...writes: readonly (Permission | 'talk')[]): string;
  rename(login: string, to: string): void;
  /** The account goes; what it wrote stays, and is nobody's. */
  forget(login: string): void;
  /** Somebody commits to main itself. */
  pushToMain(login: string, message: string, edits: Edits): string;
  /** Number of a new run of a workflow. */
  newRun(): number;
  /** What a workflow's run leaves behind. */
  addArtifact(run: number, name: string, zip: Uint8Array): number;
  /** Calls over HTTP since the last time that it was asked for. */
  newCalls(): readonly LoggedCall[];
  close(): Promise<void>;
}

export async function startWorld({ folder, repository, people: seeds, files, at }: WorldSeed): Promise<World> {
  const clock = new Clock(at);
  const people = new People(seeds);
  mkdirSync(folder, { recursive: true });
  const host = new GitHost(folder, repository, clock);
  const back = await startEmulator(repository, people.all);
  let reported = 0;
  let runs = 0;
  const front = await startFront(() => world);
  const world: World = {
    people,
    clock,
    host,
    repository,
    backend: back,
    api: () => front.address,
    pulls: new Map(),
    events: new Events(),
    faults: new Faults(),
    tokens: new Map(),
    log: [],
    history: new Map(),
    comments: [],
    artifacts: [],
    reactions: [],
    dispatches: [],
    dismissesStale: false,
    quiet: false,
    token(login, ...writes) {
      const token = `token-${world.tokens.size + 1}`;
      const access: Access = { person: personOf(login), writes: new Set(writes) };
      world.tokens.set(token, access);
      return token;
    },
    rename(login, to) {
      personOf(login).login = to;
    },
    forget(login) {
      personOf(login).gone = true;
    },
    pushToMain(login, message, edits) {
      const author = signatureOf(personOf(login));
      return host.commit({ repository, branch: 'main', from: host.tip('main'), message, author, edits });
    },
    newRun() {
      runs += 1;
      return 80_000 + runs;
    },
    addArtifact(run, name, zip) {
      const id = 5001 + world.artifacts.length;
      world.artifacts.push({ id, run, name, zip });
      return id;
    },
    newCalls() {
      const fresh = world.log.slice(reported);
      reported = world.log.length;
      return fresh;
    },
    async close() {
      await front.close();
      await back.close();
    },
  };
  const personOf = (login: string) => {
    const person = people.byLogin(login);
    if (!person) throw new Error(`there is nobody called ${login}`);
    return person;
  };
  world.pushToMain(people.all[1]!.login, 'The manual, and its translation so far', files);
  return world;
}
