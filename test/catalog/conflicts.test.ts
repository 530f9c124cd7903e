import { describe, expect, test } from 'vitest';
import { applyEverywhere, findConflicts } from '../../tools/catalog/conflicts.ts';
import { entryStatus } from '../../tools/catalog/entry-status.ts';
import type { Catalog, Entry } from '../../tools/catalog/types.ts';
import { targetHash } from '../../tools/segment/key.ts';
import { entry, machine, stale } from './samples.ts';

const files = (pages: Readonly<Record<string, readonly Entry[]>>) =>
  Object.entries(pages).map(([page, items]) => ({
    path: `translations/xx/part/${page}.md`,
    catalog: { page, items: items.map((item) => ({ ...item, line: 3 })) } satisfies Catalog,
  }));

const entryOf = (changed: ReturnType<typeof applyEverywhere>, page: string) =>
  changed.find(({ catalog }) => catalog.page === page)?.catalog.items[0] as Entry | undefined;

describe('which there are', () => {
  test('the most frequent target first, with its pages and statuses', () => {
    const found = findConflicts(
      files({
        a: [entry('Stop.', '停')],
        b: [machine('Stop.', '停止')],
        c: [entry('Stop.', '停止')],
        d: [entry('Stop.')],
        e: [entry('Go.', '走')],
        f: [entry('Go.', '走')],
      }),
    );
    expect(found.map(({ source, variants }) => [source, variants.map(({ target }) => target)])).toEqual([
      ['Stop.', ['停止', '停']],
    ]);
    expect(found[0]?.variants[0]?.places.map(({ page, status }) => [page, status])).toEqual([
      ['b', 'machine'],
      ['c', 'translated'],
    ]);
  });

  test('targets that an editor wrote otherwise, but are the same, are one', () => {
    expect(findConflicts(files({ a: [entry('Go.', 'allé')], b: [entry('Go.', 'alle\u0301')] }))).toEqual([]);
  });

  test('an entry that is switched off with a reason has its own target; without a reason it does not count', () => {
    const off = (reason: string) => ({ off: [{ rule: 'same-source', reason }] });
    const pages = (reason: string) => files({ a: [entry('Go.', '走')], b: [entry('Go.', '去', off(reason))] });
    expect(findConflicts(pages('a command here'))).toEqual([]);
    expect(findConflicts(pages(' '))).toHaveLength(1);
  });

  test('an index term is one only where it is one everywhere', () => {
    const index = { index: true } as const;
    const of = (b: object) => findConflicts(files({ a: [entry('Go.', '走', index)], b: [entry('Go.', '去', b)] }));
    expect([of(index)[0]?.index, of({})[0]?.index]).toEqual([true, false]);
  });
});

describe('one for all', () => {
  test('flags of the chosen target go along', () => {
    const draft = machine('Go.', '走');
    const old = stale('Go.', 'Go now.', '走吧');
    const pages = files({ a: [draft], b: [entry('Go.', '去')], c: [old], d: [entry('Go.')] });
    const drafted = applyEverywhere(pages, draft);
    expect(drafted.map(({ catalog }) => catalog.page)).toEqual(['b', 'c', 'd']);
    for (const page of ['b', 'c', 'd']) expect(entryStatus(entryOf(drafted, page) as Entry)).toBe('machine');
    const aged = applyEverywhere(pages, old);
    for (const page of ['a', 'b', 'd']) expect(entryOf(aged, page)).toMatchObject({ target: '走吧', stale: old.stale });
  });

  test('an entry that has the target already keeps what is said of it', () => {
    const good = entry('Go.', '走');
    const changed = applyEverywhere(files({ a: [good], b: [machine('Go.', '走')], c: [entry('Go.', '去')] }), good);
    expect(changed.map(({ catalog }) => catalog.page)).toEqual(['c']);
  });

  test('a flag on the old text lapses, and holds again when the old text comes back', () => {
    const good = entry('Go.', '走');
    const changed = entryOf(applyEverywhere(files({ a: [good], b: [machine('Go.', '去')] }), good), 'b') as Entry;
    expect(entryStatus(changed)).toBe('translated');
    expect(entryStatus({ ...changed, target: '去' })).toBe('machine');
  });

  test('versions, switches and place of the entry stay; forerunners of both are kept', () => {
    const good = entry('Go.', '走', { same: ['aaaaaaaaaa'] });
    const other = entry('Go.', '去', {
      versions: ['15'],
      off: [{ rule: 'length', reason: 'short' }],
      same: ['bbbbbbbbbb'],
    });
    expect(entryOf(applyEverywhere(files({ a: [good], b: [other] }), good), 'b')).toMatchObject({
      versions: ['15'],
      off: other.off,
      same: ['aaaaaaaaaa', 'bbbbbbbbbb'],
      line: 3,
    });
  });

  test('of equal targets the one with the better status is the model', () => {
    const [found] = findConflicts(
      files({ a: [machine('Go.', '走')], b: [entry('Go.', '走')], c: [entry('Go.', '去')] }),
    );
    expect(found?.variants[0]?.model.machine).toBeUndefined();
    expect(targetHash(found?.variants[0]?.model.target ?? '')).toBe(targetHash('走'));
  });
});
