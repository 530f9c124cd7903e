/** Lists of people by points, of a year or of all time, with their levels: what the most valuable people are chosen from. */
import type { Person } from '../ledger/types.ts';
import type { Account, Hundredths, Level, PointKind } from './types.ts';

export interface Standing {
  /** From 1; people with the same points have the same rank, and the next rank is left out. */
  readonly rank: number;
  readonly person: Person;
  /** Of the year, or of all time. */
  readonly points: Hundredths;
  /** Of all time. */
  readonly lifetime: Hundredths;
  /** By the points of all time; undefined below the first level. */
  readonly level: Level | undefined;
  readonly byKind: ReadonlyMap<PointKind, Hundredths>;
  readonly account: Account;
}

/** @param year such as `2026`; all time without it. People without a line in it are left out. */
export function standings(accounts: readonly Account[], levels: readonly Level[], year?: string): readonly Standing[] {
  const rows = accounts.flatMap((account) => {
    const lines = year === undefined ? account.lines : account.lines.filter(({ at }) => at.startsWith(`${year}-`));
    if (lines.length === 0) return [];
    const byKind = new Map<PointKind, Hundredths>();
    for (const { kind, points } of lines) byKind.set(kind, (byKind.get(kind) ?? 0) + points);
    const points = [...byKind.values()].reduce((sum, each) => sum + each, 0);
    return [
      {
        person: account.person,
        points,
        lifetime: account.points,
        level: levelOf(account.points, levels),
        byKind,
        account,
      },
    ];
  });
  rows.sort((a, b) => b.points - a.points || a.person.id - b.person.id);
  return rows.map((row) => ({ ...row, rank: rows.findIndex(({ points }) => points === row.points) + 1 }));
}

/** The highest level that these points have come to. @param levels by points, rising */
export function levelOf(points: Hundredths, levels: readonly Level[]): Level | undefined {
  return levels.findLast(({ from }) => points >= from);
}

/** What people read. */
export const levelName = ({ level, name }: Level): string => name ?? level;
