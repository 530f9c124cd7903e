/** What people are called: a person is GitHub's number, and records know one login after the other. */
import { byEvent } from './order.ts';
import type { AdjustRecord, LedgerFile, LedgerRecord, Person } from './types.ts';

/** Programs are never credited. GitHub's Apps, and only they, have logins that end so. */
export const isBot = ({ login }: Person): boolean => login.endsWith('[bot]');

/** What a person is called now, as far as records know. */
export interface Called {
  readonly login: string;
  /** Other logins that earlier records know, in order of time. */
  readonly formerly: readonly string[];
}

/** Logins by person; records are added in the order of events. */
export class Logins {
  private readonly logins = new Map<number, string[]>();
  /** Ids by when they were last named, the latest last. */
  private readonly lastNamed = new Set<number>();

  add({ id, login }: Person): void {
    this.lastNamed.delete(id);
    this.lastNamed.add(id);
    const known = this.logins.get(id);
    if (known?.at(-1) === login) return;
    this.logins.set(id, [...(known ?? []).filter((each) => each !== login), login]);
  }

  addAll(record: LedgerRecord): void {
    for (const person of peopleOf(record)) this.add(person);
  }

  of(id: number): Called {
    const logins = this.logins.get(id) ?? [String(id)];
    return { login: logins.at(-1) ?? String(id), formerly: logins.slice(0, -1) };
  }

  knows(id: number): boolean {
    return this.logins.has(id);
  }

  /** Whoever was named last comes first. */
  latestFirst(): readonly Person[] {
    return [...this.lastNamed].reverse().map((id) => ({ id, login: this.of(id).login }));
  }
}

/** @param files in any order */
export function loginsOf(files: readonly LedgerFile[]): Logins {
  const logins = new Logins();
  for (const { record } of files.toSorted(byEvent)) logins.addAll(record);
  return logins;
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
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
