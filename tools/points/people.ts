/** People of records: who made something, in which order, and what they are called now and were called before. */
import type { AdjustRecord, Approval, LedgerRecord, Moment, Person, PullRequestRecord } from '../ledger/types.ts';
import { shareOut, shownFraction, type Units } from './amounts.ts';

/** Programs are never credited. GitHub's Apps, and only they, have logins that end so. */
export const isBot = ({ login }: Person): boolean => login.endsWith('[bot]');

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

/** Logins by person, as records know them one after the other. */
export class Names {
  private readonly logins = new Map<number, string[]>();

  add({ id, login }: Person): void {
    const known = this.logins.get(id);
    if (known?.at(-1) === login) return;
    this.logins.set(id, [...(known ?? []).filter((each) => each !== login), login]);
  }

  addAll(record: LedgerRecord): void {
    for (const person of peopleOf(record)) this.add(person);
  }

  of(id: number): { readonly login: string; readonly formerly: readonly string[] } {
    const logins = this.logins.get(id) ?? [String(id)];
    return { login: logins.at(-1) ?? String(id), formerly: logins.slice(0, -1) };
  }

  knows(id: number): boolean {
    return this.logins.has(id);
  }
}

/** Everybody that a record names, by moment. */
function peopleOf(record: LedgerRecord): readonly Person[] {
  if (record.type === 'review') return [record.reviewer];
  if (record.type === 'adjust') return ofAdjustment(record);
  const approvals = record.approvals.toSorted(
    (a, b) => compare(a.at, b.at) || a.id - b.id || compare(a.login, b.login),
  );
  return [...approvals, record.author, ...record.coAuthors.toSorted((a, b) => compare(a.login, b.login))];
}

const ofAdjustment = ({ award, by }: AdjustRecord): readonly Person[] => (award ? [award.to, by] : [by]);

/** By code unit, as moments and names are sorted. */
export function compare(a: Moment, b: Moment): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
