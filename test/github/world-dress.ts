/**
 * What the emulator answers, put right: people as they are called now, the world's moments, addresses, and of pull
 * requests what Git knows of them.
 */
import type { Clock } from './world-clock.ts';
import type { GitHost } from './world-git.ts';
import { type People, personJson } from './world-people.ts';
import { commitsOf, filesOf, type Pull } from './world-pulls.ts';

export type Json = { readonly [name: string]: unknown };

export interface Dresser {
  readonly people: People;
  readonly clock: Clock;
  readonly host: GitHost;
  readonly pulls: ReadonlyMap<number, Pull>;
  /** The API's own address. */
  api(): string;
  /** `owner/name` */
  readonly repository: string;
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param alone whether a pull request is asked for by its number: only then GitHub counts commits and files */
export function dress(dresser: Dresser, value: unknown, alone = false): unknown {
  if (Array.isArray(value)) return value.map((each) => dress(dresser, each));
  if (!isObject(value)) return value;
  const id = /^p(\d+)$/.exec(String(value.login))?.[1];
  if (id !== undefined) return personJson(dresser.people.byId(Number(id)), dresser.api());
  const plain: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) plain[name] = dressed(dresser, name, each);
  if (isObject(plain.user) && 'author_association' in plain) {
    const person = dresser.people.byId(Number(plain.user.id));
    plain.author_association = person.maintainer ? 'MEMBER' : 'CONTRIBUTOR';
  }
  if ('reactions' in plain) delete plain.reactions;
  const pull = 'head' in plain && 'merge_commit_sha' in plain ? dresser.pulls.get(Number(plain.number)) : undefined;
  return pull ? withGit(dresser, plain, pull, alone) : plain;
}

function dressed(dresser: Dresser, name: string, value: unknown): unknown {
  if (typeof value !== 'string') return dress(dresser, value);
  if (name.endsWith('_at')) return dresser.clock.worldOf(value);
  if (name.endsWith('html_url')) return humanAddress(value, dresser.pulls);
  return name.endsWith('url') ? value.replace('https://github.com/repos/', `${dresser.api()}/repos/`) : value;
}

/** A comment on a pull request stands on the pull request's page. */
const humanAddress = (address: string, pulls: ReadonlyMap<number, Pull>): string =>
  address.replace(/\/issues\/(\d+)(?=#|$)/, (whole, number) => (pulls.has(Number(number)) ? `/pull/${number}` : whole));

/** What GitHub says of one pull request, and not in a list of them. */
const ALONE = new Set(['commits', 'additions', 'deletions', 'changed_files', 'merged', 'merged_by', 'mergeable']);

function withGit(dresser: Dresser, json: Json, pull: Pull, alone: boolean): Json {
  const { host, people, repository, api } = dresser;
  const base = isObject(json.base) ? json.base : {};
  const baseRepository = isObject(base.repo) ? base.repo : {};
  const owner = people.byLogin(pull.head.owner);
  const own = pull.head.repository === repository;
  const fork = {
    ...baseRepository,
    id: 900_000 + pull.author,
    full_name: pull.head.repository,
    fork: true,
    owner: owner ? personJson(owner, api()) : null,
    url: `${api()}/repos/${pull.head.repository}`,
    html_url: `https://github.com/${pull.head.repository}`,
  };
  const counts = () => {
    const files = filesOf(host, pull);
    return {
      commits: commitsOf(host, pull).length,
      changed_files: files.length,
      additions: files.reduce((sum, file) => sum + file.additions, 0),
      deletions: files.reduce((sum, file) => sum + file.deletions, 0),
      mergeable: pull.open ? pull.mergeRef !== undefined : null,
      mergeable_state: pull.open ? (pull.mergeRef ? 'clean' : 'dirty') : 'unknown',
    };
  };
  const listed = Object.fromEntries(Object.entries(json).filter(([name]) => !ALONE.has(name)));
  return {
    ...listed,
    merge_commit_sha: pull.mergeCommit ?? pull.mergeRef ?? null,
    head: {
      label: `${pull.head.owner}:${pull.head.ref}`,
      ref: pull.head.ref,
      sha: pull.headSha,
      user: own ? (base.user ?? null) : owner ? personJson(owner, api()) : null,
      repo: own ? baseRepository : host.has(pull.head.repository) ? fork : null,
    },
    base: { ...base, label: `${repository.split('/')[0]}:main`, ref: 'main', sha: pull.baseSha },
    ...(alone ? { merged: json.merged, merged_by: json.merged_by, ...counts() } : {}),
  };
}
