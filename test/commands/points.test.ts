/** `pgdoc points` on a workspace: the list, an account, JSON, and what it says when something is wrong. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type PointsOptions, points } from '../../tools/commands/points.ts';
import type { LedgerRecord } from '../../tools/ledger/types.ts';
import { ada, adjust, approval, bob, eve, pull, segment } from '../ledger/records.ts';
import { RULES } from '../points/sample.ts';
import { syntheticLedger } from '../points/synthetic.ts';
import { pgdoc } from './helpers/cli.ts';
import { contentsOf, temporary } from './helpers/folder.ts';
import { putRecord } from './helpers/ledger.ts';
import { failureOf, record } from './helpers/record.ts';
import { writeProject } from './helpers/upstream.ts';

const options: PointsOptions = { year: undefined, person: undefined, explain: false, until: '2027-06-30T23:59:59Z' };

const LEDGER: readonly LedgerRecord[] = [
  pull(1, ada, {
    coAuthors: [bob],
    segments: [segment('jars:a:1', { words: 31 }), segment('lids:b:1', { words: 1200, by: [ada.id] })],
    approvals: [approval(eve)],
  }),
  pull(400, { ...ada, login: 'countess' }, { segments: [segment('jars:c:1', { words: 100 })] }),
  adjust(1, { by: eve, award: { to: bob, kind: 'wish', count: 1 }, reason: 'A search that finds lids.' }),
];

function workspace(records: readonly LedgerRecord[] = LEDGER, files: Readonly<Record<string, string>> = {}): string {
  const root = temporary();
  writeProject(root, 'upstream');
  for (const each of records) putRecord(root, each);
  for (const [path, text] of Object.entries({ 'translations/points.yml': RULES, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

async function run(root: string, more: Partial<PointsOptions> = {}, json = false) {
  const context = record(root, { json });
  const outcome = await points(context, { ...options, ...more });
  return { outcome, text: context.printed.join('\n'), told: context.told.join('\n') };
}

test('lists everybody by points, and writes nothing', async () => {
  const root = workspace();
  const before = contentsOf(root);
  const { outcome, text, told } = await run(root);
  expect([outcome, told]).toEqual([0, '']);
  expect(text.split('\n')).toEqual([
    'Points by 2027-06-30:',
    '',
    '   person    level        points  texts  reviews  content  awards  offices',
    '1  countess  Contributor   13.16  13.16',
    '2  bob       newcomer       5.15   0.15                      5.00',
    '3  eve       newcomer       4.10            4.10',
    '',
    '3 people, 22.41 points. `pgdoc points --person NAME` says what for, `--explain` text by text.',
  ]);
  expect(contentsOf(root)).toEqual(before);
});

test('of one year, with all years beside it; people of other years are left out', async () => {
  const { text } = await run(workspace(), { year: '2027' });
  expect(text).toMatch(/^Points of 2027, by 2027-06-30:/);
  expect(text).toMatch(/^1 {2}countess {2}Contributor {4}1\.00 .* 13\.16$/m);
  expect(text).not.toContain('bob');
  expect((await run(workspace(), { year: '1999' })).text).toBe('Nobody has points of 1999, by 2027-06-30 yet.');
});

test.each(['countess', 'ADA', '11'])('the account of one person, found as %s, line by line', async (person) => {
  const { text } = await run(workspace(), { person });
  expect(text.split('\n')).toEqual([
    'countess, formerly ada (id 11): 13.16 points by 2027-06-30, rank 1',
    'Contributor',
    '  2026-01-01  pr-1    translated  12.16  1 text, 1200 words x 0.01; 1 text, 31 words x 0.01 x 1/2 (shared with bob)',
    '  2027-02-04  pr-400  translated   1.00  1 text, 100 words x 0.01',
  ]);
});

test('explained, each text stands below its line', async () => {
  const { text } = await run(workspace(), { person: 'bob', explain: true });
  expect(text.split('\n').slice(1)).toEqual([
    'newcomer, 4.85 points to Contributor',
    '  2026-01-01  pr-1      translated  0.15  1 text, 31 words x 0.01 x 1/2 (shared with ada)',
    '      jars:aaaaaaaaaa  0.15  31 words x 0.01 x 1/2 (shared with ada)',
    '  2026-07-20  adjust-1  award       5.00  wish: 1 x 5.00: A search that finds lids.',
    '      wish  5.00  1 x 5.00: A search that finds lids.',
  ]);
});

test('as JSON, an explanation of everybody adds up', async () => {
  const records = syntheticLedger({ pulls: 200, people: 40, years: 3, texts: 12 }).filter(
    (each) => each.type !== 'adjust' || each.award?.kind !== 'medal',
  );
  const { text } = await run(workspace(records), { explain: true, until: '2099-01-01T00:00:00Z' }, true);
  const { people } = JSON.parse(text) as {
    people: { points: number; lifetime: number; lines: { points: number; parts: { points: number }[] }[] }[];
  };
  const sum = (items: readonly { points: number }[]) =>
    items.reduce((total, each) => total + Math.round(each.points * 100), 0);
  expect(people.length).toBeGreaterThan(30);
  for (const person of people) {
    expect(sum(person.lines)).toBe(Math.round(person.points * 100));
    for (const line of person.lines) expect(sum(line.parts)).toBe(Math.round(line.points * 100));
  }
});

test('without rules nobody has points, and it says so', async () => {
  const root = workspace();
  rmSync(join(root, 'translations/points.yml'));
  const { outcome, told, text } = await run(root);
  expect([outcome, text]).toEqual([0, '']);
  expect(told).toContain('There is no translations/points.yml, so nobody has points.');
  expect(JSON.parse((await run(root, {}, true)).text)).toMatchObject({ people: [], findings: [] });
});

test('rules and offices that are wrong are findings with their lines, and nothing is counted', async () => {
  const root = workspace(LEDGER, {
    'translations/points.yml': 'repeated: { days: many, reason: not in slices }\n',
    'translations/offices.yml': '- { office: website, id: 11, login: ada, from: soon }\n',
  });
  const { outcome, told, text } = await run(root);
  expect([outcome, text]).toEqual([1, '']);
  expect(told.split('\n')).toEqual([
    'translations/points.yml:1: error: repeated.days: a number of days expected [points/format]',
    'translations/offices.yml:1: error: [1].from: a month such as 2026-01 expected [points/format]',
  ]);
  expect(JSON.parse((await run(root, {}, true)).text).findings).toHaveLength(2);
});

test('what is wrong in the ledger is told, and the rest is counted', async () => {
  const medal = adjust(2, { award: { to: bob, kind: 'medal', count: 1 } });
  const root = workspace([...LEDGER, medal], { 'translations/ledger/2026/pr-9.yml': 'type: pull-request\n' });
  const { outcome, told, text } = await run(root);
  expect(outcome).toBe(1);
  expect(told).toMatch(/^translations\/ledger\/2026\/pr-9\.yml:1: error: .*\[ledger\/format\]$/m);
  expect(told).toMatch(/^translations\/ledger\/2026\/adjust-2\.yml:1: error: the award medal .*\[points\/award\]$/m);
  expect(text).toContain('countess');
});

test('a person whom nobody knows is a mistake of the command', async () => {
  const failure = await failureOf(points(record(workspace()), { ...options, person: 'nobody' }));
  expect([failure.exitCode, failure.message]).toEqual([2, '--person: nobody called nobody has points by 2027-06-30']);
});

test('as typed', async () => {
  const root = workspace();
  const { code, stdout } = await pgdoc(['points', '--root', root, '--until', '2026-01-31', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ until: '2026-01-31T23:59:59Z', year: null, findings: [] });
  expect(JSON.parse(stdout).people[0]).toMatchObject({ login: 'ada', points: 12.16, kinds: { translated: 12.16 } });
  const refused = await pgdoc(['points', '--root', root, '--until', '2026-02-30']);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('expected a day, such as 2026-11-24')]);
  expect((await pgdoc(['points', '--year', '26'])).code).toBe(2);
});
