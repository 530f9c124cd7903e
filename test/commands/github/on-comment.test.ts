/** Commands in comments that are carried out, where the stories do not go: duplicates, races, late deliveries. */
import { describe, expect, test } from 'vitest';
import { parseCatalog } from '../../../tools/catalog/parse.ts';
import { dryRunWrites } from '../../../tools/io/github/dry-run.ts';
import { dryRunPushes } from '../../../tools/io/repository/dry-run.ts';
import { serializeRecord } from '../../../tools/ledger/serialize.ts';
import { entriesOf, write } from '../../github/catalog-edits.ts';
import { adjustRecord, ledgerFiles, reviewRecord } from '../../github/ledger.ts';
import { NAPS, ROWS, rows } from '../../github/words.ts';
import { commenting, work } from './commenting.ts';

const { now, says, writes, carryOut, answers, reactionsTo, factsOf, lands } = commenting();
const [A, B] = Object.keys(rows) as [string, string];

describe('a record', () => {
  test('of several lines is one; the same texts twice are in it once', async () => {
    const comment = await says(
      now.story.max,
      `/reviewed locking-rows ${A}\n/reviewed locking-rows ${A} ${B}\n/reviewed config-naps`,
    );
    const { segments, entitledBy } = reviewRecord(now.story.world, comment);
    expect(entitledBy).toBe('*');
    expect(segments.filter(({ page }) => page === 'locking-rows').map(({ key }) => key)).toEqual([A, B].sort());
    expect(new Set(segments.map(({ page }) => page))).toEqual(new Set(['locking-rows', 'config-naps']));
    expect(reactionsTo(comment)).toEqual(['+1']);
    expect(now.story.world.dispatches.map(({ file }) => file)).toEqual(['publish.yml']);
  });

  test('is written once, whatever comes twice or late', async () => {
    const comment = await says(now.story.eve, '/reviewed locking-rows');
    const main = now.story.world.host.tip('main');
    expect(await carryOut(comment)).toBe(0);
    now.story.world.rename('eve', 'eva');
    expect(await carryOut(comment)).toBe(0);
    expect(now.story.world.host.tip('main')).toBe(main);
    expect(now.story.world.dispatches).toHaveLength(1);
  });

  test('is of the texts that main had when the comment was written, however late it is read', async () => {
    const comment = await writes(now.story.eve, `/reviewed locking-rows ${A}`);
    const then = now.story.world.host.tip('main');
    now.story.world.clock.pass(60);
    const before = entriesOf(ROWS, now.story.text(ROWS)).find(({ key }) => key === A)!;
    lands({ [ROWS]: write(ROWS, now.story.text(ROWS), { [A]: `${before.target}！` }) });
    await carryOut(comment);
    expect(reviewRecord(now.story.world, comment)).toMatchObject({ commit: then });
    expect(await work.recordOf(now.context, await factsOf(comment), [])).toMatchObject({
      record: reviewRecord(now.story.world, comment),
    });
  });

  test('of an older commit has the texts of that commit', async () => {
    const then = now.story.world.host.tip('main')!;
    lands({ [ROWS]: write(ROWS, now.story.text(ROWS), rows) });
    now.story.world.clock.pass();
    const comment = await says(now.story.eve, `/reviewed locking-rows ${A} at ${then.slice(0, 9)}`);
    expect(reviewRecord(now.story.world, comment).commit).toBe(then);
  });

  test('that somebody has written otherwise stays as it is, and that is told', async () => {
    const comment = await says(now.story.eve, '/reviewed locking-rows');
    const [path, text] = [...ledgerFiles(now.story.world)][0]!;
    const forged = text.replace('entitled-by: "sql"', 'entitled-by: "*"');
    lands({ [path]: forged });
    expect(await carryOut(comment)).toBe(1);
    expect(now.context.told.join('\n')).toContain(`${path} holds something else`);
    expect(ledgerFiles(now.story.world).get(path)).toBe(forged);
  });

  test('survives a race with somebody else who pushes to main', async () => {
    const { push } = now.context.repository;
    let raced = false;
    const slow = {
      ...now.context,
      repository: {
        ...now.context.repository,
        push: (commit: Parameters<typeof push>[0]) =>
          push({
            ...commit,
            files: async (tip) => {
              if (!raced) lands({ 'docs/meanwhile.md': '# Meanwhile\n' });
              raced = true;
              return commit.files(tip);
            },
          }),
      },
    };
    const comment = await writes(now.story.eve, '/reviewed locking-rows');
    await work.carryOut(slow, { comment });
    expect(reviewRecord(now.story.world, comment).segments.length).toBeGreaterThan(2);
    expect(now.story.text('docs/meanwhile.md')).toContain('Meanwhile');
  });
});

describe('/accept', () => {
  const staleKeys = () =>
    entriesOf(NAPS, now.story.text(NAPS))
      .filter((entry) => entry.stale)
      .map(({ key }) => key);

  test('lifts flags; the other entries stay, byte for byte', async () => {
    const [first, second] = staleKeys() as [string, string];
    await says(now.story.max, `/accept config-naps ${first}`);
    expect(staleKeys()).toEqual([second]);
    await says(now.story.max, `/accept ${second}`);
    expect(staleKeys()).toEqual([]);
    expect(parseCatalog(now.story.text(NAPS), NAPS, 'config-naps').findings).toEqual([]);
  });

  test('leaves a flag whose text has changed since, and says so', async () => {
    const [first] = staleKeys() as [string];
    const comment = await writes(now.story.max, `/accept ${first}`);
    now.story.world.clock.pass(60);
    lands({ [NAPS]: write(NAPS, now.story.text(NAPS), { [first]: '别人刚写的。' }) });
    const naps = now.story.text(NAPS);
    await carryOut(comment);
    expect(now.story.text(NAPS)).toBe(naps);
    expect(await answers()).toEqual([expect.stringContaining(`These have changed since you wrote`)]);
  });
});

test('/award to the author of the now.issue, or to whom it names; each comment is a record of its own', async () => {
  const one = await says(now.story.max, '/award report: the sentence said the opposite');
  const two = await says(now.story.max, '/award wish @ada 3: three `fine` ideas\r\n');
  expect(adjustRecord(now.story.world, one).award).toEqual({
    to: { id: 1005, login: 'reader' },
    kind: 'report',
    count: 1,
  });
  expect(adjustRecord(now.story.world, two)).toMatchObject({
    reason: 'three `fine` ideas',
    url: expect.stringContaining(`issuecomment-${two}`),
    award: { to: { id: 1002, login: 'ada' }, count: 3 },
  });
  expect(serializeRecord(adjustRecord(now.story.world, two))).toBe([...ledgerFiles(now.story.world).values()].at(-1));
});

test('a conversation that is locked meanwhile loses no record', async () => {
  const comment = await writes(now.story.eve, '/reviewed locking-rows');
  now.story.world.faults.add({ method: 'POST', path: /reactions/, times: 50, answer: 'gone' });
  expect(await carryOut(comment)).toBe(0);
  expect(reviewRecord(now.story.world, comment).reviewer.id).toBe(1004);
});

test('a dry run says what it would do, and does none of it', async () => {
  const comment = await writes(now.story.eve, '/reviewed locking-rows');
  const main = now.story.world.host.tip('main');
  const dry = {
    ...now.context,
    dryRun: true,
    repository: dryRunPushes(now.context.repository, now.context.print),
    write: dryRunWrites(now.context.print, now.context.name),
  };
  await work.carryOut(dry, { comment });
  expect(now.context.printed.join('\n')).toMatch(
    /would push to "main"[\s\S]*review-\d+\.yml[\s\S]*publish\.yml[\s\S]*reactions/,
  );
  expect([now.story.world.host.tip('main'), now.story.world.reactions]).toEqual([main, []]);
});
