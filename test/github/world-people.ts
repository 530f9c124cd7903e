/** People of the pretended GitHub: who they are is a number; they may be renamed, and go. */
import type { Signature } from './world-git.ts';

export interface PersonSeed {
  readonly id: number;
  readonly login: string;
  /** As in the commits that they make. */
  readonly name?: string;
  /** An address that GitHub knows to be theirs, besides the one that it makes for everybody. */
  readonly email?: string;
  /** May write to the repository. */
  readonly maintainer?: true;
  readonly bot?: true;
}

export interface Person extends PersonSeed {
  login: string;
  gone: boolean;
}

export const BOT: PersonSeed = { id: 41898282, login: 'github-actions[bot]', bot: true };

/** What GitHub shows of a person. Accounts that are gone are shown as nobody. */
export function personJson({ id, login, bot, gone }: Person, api: string): Readonly<Record<string, unknown>> | null {
  if (gone) return null;
  return {
    login,
    id,
    node_id: Buffer.from(`04:User${id}`).toString('base64'),
    avatar_url: `https://avatars.example/u/${id}?v=4`,
    gravatar_id: '',
    url: `${api}/users/${encodeURIComponent(login)}`,
    html_url: bot ? `https://github.com/apps/${login.replace('[bot]', '')}` : `https://github.com/${login}`,
    type: bot ? 'Bot' : 'User',
    site_admin: false,
  };
}

/** The address that GitHub makes for everybody. */
export const noReply = ({ id, login }: Person): string => `${id}+${login}@users.noreply.github.com`;

export const signatureOf = (person: Person): Signature => ({
  name: person.name ?? person.login,
  email: person.email ?? noReply(person),
});

export class People {
  readonly all: readonly Person[];

  constructor(seeds: readonly PersonSeed[]) {
    this.all = [BOT, ...seeds].map((seed) => ({ ...seed, gone: false }));
  }

  /** @throws Error for an unknown one */
  byId(id: number): Person {
    const found = this.all.find((person) => person.id === id);
    if (!found) throw new Error(`nobody has the number ${id}`);
    return found;
  }

  byLogin(login: string): Person | undefined {
    return this.all.find((person) => person.login === login && !person.gone);
  }

  /** Whose address it is; an address that GitHub made keeps its number when its owner is renamed. */
  byEmail(email: string): Person | undefined {
    const number = /^(\d+)\+.*@users\.noreply\.github\.com$/.exec(email)?.[1];
    return this.all.find((person) => !person.gone && (person.email === email || String(person.id) === number));
  }
}
