/** People of records: who made something, who approved it, and what share of it is whose. */
import { isBot } from '../ledger/logins.ts';
import type { Approval, Moment, Person, PullRequestRecord } from '../ledger/types.ts';
import { shareOut, shownFraction, type Units } from './amounts.ts';

/** The people of a pull request, its author first, then by id, without programs. */
export function authorsOf({ author, coAuthors }: PullRequestRecord): readonly Person[] {
  return [author, ...coAuthors.toSorted((a, b) => a.id - b.id)].filter((person) => !isBot(person));
}

export interface Reviewed {
  readonly who: Person;
  readonly at: Moment;
}

/** Who approved a pull request, by moment, then by id; each once; never its author, and no program. */
export function reviewersOf(
  { author, approvals }: PullRequestRecord,
  isMeant: (approval: Approval) => boolean = () => true,
): readonly Reviewed[] {
  if (approvals.length === 0) return [];
  const found = new Map<number, Reviewed>();
  for (const approval of approvals.toSorted((a, b) => compare(a.at, b.at) || a.id - b.id)) {
    const { id, login, at } = approval;
    if (id === author.id || isBot(approval) || found.has(id) || !isMeant(approval)) continue;
    found.set(id, { who: { id, login }, at });
  }
  return [...found.values()];
}

export interface Maker extends Person {
  /** 100 for who made it. */
  readonly weight: number;
}

export interface Share {
  readonly person: number;
  readonly units: Units;
  /** ` x 1/2 (shared with bob)`; empty of who made it alone. */
  readonly told: string;
}

/** What each maker has of a worth. */
export function sharesOf(makers: readonly Maker[], worth: Units): readonly Share[] {
  const [only, ...more] = makers;
  if (only && more.length === 0) return [{ person: only.id, units: worth, told: '' }];
  const weights = makers.map(({ weight }) => weight);
  const all = weights.reduce((a, b) => a + b, 0);
  const units = shareOut(worth, weights);
  return makers.map(({ id, weight }, at) => {
    const others = makers.filter((other) => other.id !== id && other.weight > 0).map(({ login }) => login);
    const whom = others.length > 3 ? `${others.length} others` : others.join(', ');
    const told = others.length === 0 ? '' : ` x ${shownFraction(weight, all)} (shared with ${whom})`;
    return { person: id, units: units[at] ?? 0, told };
  });
}

/** By code unit, as moments and names are sorted. */
export function compare(a: Moment, b: Moment): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
