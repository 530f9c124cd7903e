/** The test of the documents finds what it is there to find: wrong output, statements that fail or do not, slips. */
import { afterAll, describe, expect, test } from 'vitest';
import { fencesOf } from './helpers/fences.ts';
import { matches } from './helpers/output.ts';
import { postgresAbsence, serverPrograms } from './helpers/postgres.ts';
import { runDocument } from './helpers/run-document.ts';
import { Servers } from './helpers/servers.ts';
import { statementsOf } from './helpers/statements.ts';

const fence = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\`\n\n`;

describe('statements', () => {
  test('end at semicolons that no quote or comment hides', () => {
    const script = `SELECT ';' AS "a;b"; -- no; end\nDO $x$ BEGIN NULL; END $x$;\n\\d t\nSELECT E'\\';' /* ; */;`;
    expect(statementsOf(script)).toEqual([
      `SELECT ';' AS "a;b";`,
      '-- no; end\nDO $x$ BEGIN NULL; END $x$;',
      '\\d t',
      `SELECT E'\\';' /* ; */;`,
    ]);
  });

  test('have to end', () => {
    expect(() => statementsOf('SELECT 1')).toThrow('semicolon');
    expect(statementsOf('SELECT 1; -- done')).toEqual(['SELECT 1;']);
  });
});

describe('words behind a fence', () => {
  test('that mean nothing are refused, so that no slip switches a test off', () => {
    expect(() => fencesOf(fence('sql eror=23505', 'SELECT 1;'), 'a.md')).toThrow('a.md:1: the word "eror=23505"');
    expect(() => fencesOf(fence('text outptu', 'x'), 'a.md')).toThrow('outptu');
  });

  test('mark what is run; other code is not', () => {
    const text = fence('sh', 'rm -rf /') + fence('sh run', 'pg_dump') + fence('text', 'x') + fence('yaml', 'a: 1');
    expect(fencesOf(text, 'a.md').map(({ kind, text }) => [kind, text])).toEqual([['sh', 'pg_dump']]);
  });
});

describe('output', () => {
  test('may leave out tags, but neither rows nor their order', () => {
    const printed = 'INSERT 0 1\n a \n---\n 1\n 2\n(2 rows)\n\n';
    expect(matches(' a\n---\n 1\n 2\n(2 rows)', printed, false)).toBe(true);
    expect(matches(' a\n---\n 2\n 1\n(2 rows)', printed, false)).toBe(false);
    expect(matches(' a\n---\n 1\n(2 rows)', printed, false)).toBe(false);
    expect(matches(' a\n…\n(2 rows)', printed, false)).toBe(true);
  });

  test('with any numbers still holds every word', () => {
    const printed = ' Seq Scan on t  (actual time=0.01..12.5 rows=10)\n   Filter: (a = 1)\n';
    expect(matches(' Seq Scan on t  (actual time=9..9 rows=9)\n   Filter: (a = 1)', printed, true)).toBe(true);
    expect(matches(' Index Scan on t  (actual time=9..9 rows=9)\n   Filter: (a = 1)', printed, true)).toBe(false);
  });
});

describe.skipIf(serverPrograms === undefined)(`a document${postgresAbsence}`, () => {
  const servers = new Servers();
  afterAll(() => servers.stop());
  const finding = async (text: string) => (await runDocument(fencesOf(text, 'a.md'), servers)).finding;

  test('that shows what is not so is found, with its place', async () => {
    const text = fence('sql', 'SELECT 1 AS a;') + fence('text output', ' a \n---\n 2\n(1 row)');
    expect(await finding(text)).toMatch(/^a\.md:5: shown is/);
  });

  test('whose statement fails is found, and so is one that does not fail as promised', async () => {
    expect(await finding(fence('sql', 'SELECT 1/0;'))).toContain('failed with 22012');
    expect(await finding(fence('sql error=22012', 'SELECT 1/1;'))).toContain('no error');
    expect(await finding(fence('sql error=23505', 'SELECT 1/0;'))).toContain('got 22012');
    expect(await finding(fence('sql error=22012', 'SELECT 1/0;'))).toBeUndefined();
    expect(await finding(fence('sql', '\\nosuch'))).toContain('invalid command');
    expect(await finding(fence('sh run', 'psql -c "SELECT 1/0"'))).toContain('division by zero');
  });

  test('may hold sessions that wait for each other', async () => {
    const table = fence('sql', 'CREATE TABLE t (a int); INSERT INTO t VALUES (1); BEGIN; UPDATE t SET a = 2;');
    const waiting = fence('sql session=b waits', 'UPDATE t SET a = a + 1 RETURNING a;');
    const shown = (value: number) => fence('text output', ` a \n---\n ${value}\n(1 row)`);
    const commit = fence('sql', 'COMMIT;');
    expect(await finding(table + waiting + shown(3) + commit)).toBeUndefined();
    expect(await finding(table + waiting + shown(4) + commit)).toContain('shown is');
    expect(await finding(fence('sql waits', 'SELECT 1;'))).toContain('was to wait');
  });

  test('finds nothing of the document before: no table, role, setting or database', async () => {
    const leaves = 'CREATE TABLE t (a int); CREATE ROLE r; CREATE DATABASE d; ALTER ROLE postgres SET work_mem = 128;';
    expect(await finding(fence('sql', leaves))).toBeUndefined();
    expect(await finding(fence('sql', leaves))).toBeUndefined();
    expect(await finding(fence('sql', 'SHOW work_mem;') + fence('text output', '…\n 4MB\n(1 row)'))).toBeUndefined();
  });

  test('of another version is named and not run', async () => {
    const report = await runDocument(
      fencesOf(fence('sql version>=99', 'SELECT nothing(); SELECT 1;'), 'a.md'),
      servers,
    );
    expect(report).toEqual({ finding: undefined, ran: 0, notRun: ['a.md:1', 'a.md:1'] });
  });
});
