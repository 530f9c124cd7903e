import { expect, it } from 'vitest';
import { verifyLedger } from '../../tools/commands/ledger.ts';
import { points } from '../../tools/commands/points.ts';
import { status } from '../../tools/commands/status.ts';
import { record } from '../commands/helpers/record.ts';
import { creditedWorkspace, toolRoot } from '../commands/helpers/shared.ts';

it('is sound, and reviews texts that the sample has', async () => {
  const root = await creditedWorkspace();
  const context = record(root, { json: true });
  expect(await verifyLedger(context), context.printed.join('\n')).toBe(0);
  await status(context, [], toolRoot);
  const { versions, pages } = JSON.parse(context.printed.at(-1) as string);
  for (const { segments } of versions) expect(segments.reviewed).toBeGreaterThan(50);
  const counts = (page: string) =>
    pages.find((each: { page: string; version: string }) => each.page === page && each.version === '3').segments;
  expect(counts('tutorial-jars')).toMatchObject({ translated: 0, stale: 2 });
  // A reviewer's correction stays reviewed, the other one waits.
  expect(counts('history').translated).toBe(1);
  expect(counts('sql-forget').reviewed).toBeLessThan(counts('sql-keep').reviewed);
  const until = '2026-07-01T00:00:00Z';
  expect(await points(context, { year: undefined, person: undefined, explain: false, until })).toBe(0);
  const { people, findings } = JSON.parse(context.printed.at(-1) as string);
  expect(findings).toEqual([]);
  expect(people.map(({ login }: { login: string }) => login).sort()).toEqual(
    ['Wen-Cup', 'guest-of-honor', 'luo-shelf', 'meng-lid', 'qiu-jar', 'su-row', 'tan-drawer'].sort(),
  );
});
