/**
 * The people of a pull request: who made which commit, by their accounts. Programs are never credited, and who cannot be
 * known is named in a note.
 */
import type { Person } from '../ledger/types.ts';
import { accountOf, coAuthorsOf } from './attribution-trailers.ts';
import type { Actor, CommitFacts } from './types.ts';

/** GitHub's account of those who are gone. */
export const GONE: Actor = { login: 'ghost', id: 10137, bot: false };

export interface People {
  /** Ids of those who made a commit; empty when a program did, or nobody that is known. */
  of(commit: CommitFacts): readonly number[];
  /** Whether a program made a commit, and nobody else. */
  isProgram(commit: CommitFacts): boolean;
  person(id: number): Person;
  readonly notes: readonly string[];
}

export const isBot = ({ login, bot }: { readonly login: string; readonly bot?: boolean }): boolean =>
  bot === true || login.endsWith('[bot]');

/**
 * @param author who opened the pull request, undefined when the account is gone. A commit whose author GitHub does not
 *   know counts as theirs: they vouched for it
 */
export function peopleOf(author: Actor | undefined, commits: readonly CommitFacts[]): People {
  const notes = new Set<string>();
  const byId = new Map<number, Actor>();
  const byEmail = new Map<string, Actor>();
  const known = [author, ...commits.map((commit) => commit.author)].filter((each) => each !== undefined);
  for (const actor of known.toSorted(byLogin)) if (!byId.has(actor.id)) byId.set(actor.id, actor);
  for (const commit of commits.toSorted((a, b) => (a.author?.id ?? 0) - (b.author?.id ?? 0)))
    if (commit.author) byEmail.set(commit.authorEmail.toLowerCase(), commit.author);
  const named = commits
    .flatMap(({ message }) => coAuthorsOf(message))
    .flatMap(({ email }) => accountOf(email) ?? [])
    .map((person): Actor => ({ ...person, bot: isBot(person) }));
  for (const actor of named.toSorted(byLogin)) if (!byId.has(actor.id)) byId.set(actor.id, actor);

  const actors = new Map(commits.map((commit) => [commit.sha, actorsOf(commit)]));
  return {
    of: ({ sha }) => {
      const people = (actors.get(sha) ?? []).filter((actor) => !isBot(byId.get(actor.id) ?? actor));
      return [...new Set(people.map(({ id }) => id))].sort((a, b) => a - b);
    },
    isProgram: ({ sha }) => (actors.get(sha) ?? []).length > 0 && (actors.get(sha) ?? []).every(isBot),
    person: (id) => ({ login: byId.get(id)?.login ?? GONE.login, id }),
    notes: [...notes],
  };

  function actorsOf(commit: CommitFacts): Actor[] {
    const made = commit.author ?? byEmail.get(commit.authorEmail.toLowerCase());
    const short = commit.sha.slice(0, 10);
    if (!made)
      notes.add(
        author
          ? `commit ${short}: GitHub knows no account of its author ${told(commit.authorName)}; it counts as ${author.login}'s`
          : `commit ${short}: the account of its author ${told(commit.authorName)} is gone or was never known; nobody is credited`,
      );
    const others = coAuthorsOf(commit.message).flatMap(({ name, email }) => {
      const id = accountOf(email)?.id;
      const actor = id === undefined ? byEmail.get(email) : byId.get(id);
      if (!actor)
        notes.add(
          `commit ${short}: the co-author ${told(name)} is not credited; the address names no account (ID+LOGIN@users.noreply.github.com does)`,
        );
      return actor ?? [];
    });
    return [...((made ?? author) ? [made ?? (author as Actor)] : []), ...others];
  }
}

/** Text of somebody else, in a sentence of ours: on one line, and short. */
const told = (text: string): string => JSON.stringify(text.slice(0, 60));

const byLogin = (a: Actor, b: Actor): number => (a.login < b.login ? -1 : a.login > b.login ? 1 : 0);
