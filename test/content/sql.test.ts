/** What posts and answers say of SQL is true: each statement runs, and each output shown is psql's. */
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { documents, fencesOf } from './helpers/fences.ts';
import { postgresAbsence, serverPrograms } from './helpers/postgres.ts';
import { runDocument } from './helpers/run-document.ts';
import { Servers } from './helpers/servers.ts';

const root = join(import.meta.dirname, '../..');
const servers = new Servers();
const counts = { ran: 0, notRun: [] as string[] };

afterAll(() => servers.stop());

describe.skipIf(serverPrograms === undefined)(`a real PostgreSQL${postgresAbsence}`, () => {
  test.each(documents(root, ['docs/blog', 'docs/faq']))('does what %s says', async (file, text) => {
    const report = await runDocument(fencesOf(text, file), servers);
    expect(report.finding).toBeUndefined();
    counts.ran += report.ran;
    counts.notRun.push(...report.notRun);
  });

  test('nearly every statement was run', () => {
    for (const at of counts.notRun) console.log(`not run, for another version of PostgreSQL: ${at}`);
    console.log(`${counts.ran} statements run, ${counts.notRun.length} not`);
    expect(counts.notRun.length).toBeLessThan(0.1 * (counts.ran + counts.notRun.length));
  });
});
