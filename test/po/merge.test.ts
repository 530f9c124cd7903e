import { describe, expect, test } from 'vitest';
import { entryStatus } from '../../tools/catalog/entry-status.ts';
import type { Catalog, Entry } from '../../tools/catalog/types.ts';
import { exportCatalog, headerOf } from '../../tools/po/export.ts';
import { mergePo } from '../../tools/po/merge.ts';
import { readPo } from '../../tools/po/read.ts';
import type { PoMessage } from '../../tools/po/types.ts';
import { writePo } from '../../tools/po/write.ts';
import { keyOf, targetHash } from '../../tools/segment/key.ts';

const SOURCE = 'Turn the lid until it clicks.';
const OLD = 'Turn the lid until it stops.';

type Kind = 'translated' | 'machine' | 'stale' | 'empty';

function entry(target: string, kind: Kind = 'translated', source = SOURCE): Entry {
  const hash = targetHash(target);
  return {
    type: 'entry',
    key: keyOf(source),
    source,
    ...(kind === 'stale' ? { stale: { was: keyOf(OLD), target: hash, oldSource: OLD } } : {}),
    ...(kind === 'machine' ? { machine: { target: hash } } : {}),
    target,
    line: 0,
  };
}

const catalog = (entries: readonly Entry[], page = 'jar-lid'): Catalog => ({ page, items: entries });

/** What an export of this entry is when it comes back after an edit. */
function returned(exported: Entry, edit: Partial<PoMessage> = {}, page = 'jar-lid'): PoMessage {
  const [message] = exportCatalog(catalog([exported], page), `translations/zh-CN/front/${page}.md`, new Map());
  return { ...(message as PoMessage), ...edit };
}

function merge(catalogs: readonly Catalog[], messages: readonly PoMessage[]) {
  const po = readPo(writePo(headerOf('Jars', 'zh-CN'), [], messages));
  const result = mergePo(catalogs, [{ file: 'jar-lid.po', page: 'jar-lid', po }]);
  const entries = result.catalogs.flatMap(({ items }) => items.filter((item) => item.type === 'entry'));
  return { ...result, entries, kinds: result.notes.map(({ kind }) => kind) };
}

/** One entry, exported in one state, merged into the state that it has now. */
function mergeOne(now: Entry, exported: Entry, edit: Partial<PoMessage>) {
  const result = merge([catalog([now])], [returned(exported, edit)]);
  const [after] = result.entries as [Entry, ...Entry[]];
  return { ...result, after, status: entryStatus(after), isSame: result.catalogs[0]?.items[0] === now };
}

const STRIPPED = { notes: [] };

describe('an entry that nobody has touched here', () => {
  test.each<[string, Entry, Partial<PoMessage>, string, string]>([
    ['a translation mended outside is taken', entry('拧紧'), { target: '拧到响' }, '拧到响', 'translated'],
    ['a translation of an empty one is taken', entry(''), { target: '拧' }, '拧', 'translated'],
    [
      'a draft mended outside is a translation',
      entry('拧紧', 'machine'),
      { target: '拧', fuzzy: false },
      '拧',
      'translated',
    ],
    ['a stale one mended outside is fresh', entry('拧紧', 'stale'), { target: '拧', fuzzy: false }, '拧', 'translated'],
    ['a draft accepted outside is a translation', entry('拧紧', 'machine'), { fuzzy: false }, '拧紧', 'translated'],
    ['a stale one accepted outside is fresh', entry('拧紧', 'stale'), { fuzzy: false }, '拧紧', 'translated'],
    ['a draft changed but still fuzzy stays a draft', entry('拧紧', 'machine'), { target: '拧' }, '拧', 'machine'],
    ['a stale one changed but still fuzzy stays stale', entry('拧紧', 'stale'), { target: '拧' }, '拧', 'stale'],
    ['a fuzzy text for an empty one is a draft', entry(''), { target: '拧', fuzzy: true }, '拧', 'machine'],
    [
      'line ends and blank lines become those of a catalog',
      entry(''),
      { target: '\n甲\r\n\n乙 \n' },
      '甲\n乙',
      'translated',
    ],
  ])('%s', (_, now, edit, target, status) => {
    const result = mergeOne(now, now, edit);
    expect([result.after.target, result.status, result.kinds]).toEqual([target, status, []]);
    // Whoever imports the same file again changes nothing.
    const again = merge(result.catalogs, [returned(now, edit)]);
    expect(again.catalogs[0]).toBe(result.catalogs[0]);
    expect(again.kinds).toEqual([]);
  });

  test.each(['translated', 'machine', 'stale'] as const)('a %s one comes back as it went', (kind) => {
    const now = entry('拧紧', kind);
    expect(mergeOne(now, now, {}).isSame).toBe(true);
    expect(mergeOne(now, now, {}).counts.same).toBe(1);
  });

  test('a stale one keeps the source that its target was made for', () => {
    const now = entry('拧紧', 'stale');
    expect(mergeOne(now, now, { target: '拧' }).after.stale).toEqual({
      was: keyOf(OLD),
      target: targetHash('拧'),
      oldSource: OLD,
    });
  });

  test.each<[string, Partial<PoMessage>, string]>([
    ['emptied', { target: '' }, 'emptied'],
    ['marked as fuzzy', { fuzzy: true }, 'unfinished'],
    ['replaced by a fuzzy text', { target: '拧', fuzzy: true }, 'unfinished'],
  ])('a finished one that is %s outside stays, and is named', (_, edit, kind) => {
    const result = mergeOne(entry('拧紧'), entry('拧紧'), edit);
    expect([result.isSame, result.kinds]).toEqual([true, [kind]]);
  });
});

describe('an entry that was changed here since the export', () => {
  test('keeps its text, and names both, when it was changed outside too', () => {
    const { isSame, notes } = mergeOne(entry('此处'), entry('旧'), { target: '外面' });
    expect(isSame).toBe(true);
    expect(notes).toMatchObject([{ kind: 'conflict', here: '此处', outside: '外面', source: SOURCE, page: 'jar-lid' }]);
  });

  test.each<[string, Entry, Entry, Partial<PoMessage>]>([
    ['was not changed outside', entry('此处'), entry('旧'), {}],
    ['got the same text outside', entry('此处'), entry('旧'), { target: '此处' }],
    ['lost its flag here', entry('旧'), entry('旧', 'machine'), {}],
    ['was filled here', entry('此处'), entry(''), {}],
    ['was emptied here', entry(''), entry('旧'), {}],
    ['was accepted outside in its old text', entry('此处'), entry('旧', 'stale'), { fuzzy: false }],
  ])('stays as it is when it %s', (_, now, exported, edit) => {
    const result = mergeOne(now, exported, edit);
    expect([result.isSame, result.kinds]).toEqual([true, []]);
  });

  test('keeps a flag that it got for another reason than the one accepted outside', () => {
    const result = mergeOne(entry('旧', 'stale'), entry('旧', 'machine'), { fuzzy: false });
    expect([result.status, result.kinds]).toEqual(['stale', ['unlifted']]);
  });
});

describe('a file whose comments were stripped', () => {
  test.each<[string, Entry, Partial<PoMessage>, string[]]>([
    ['the same text says nothing', entry('拧紧'), {}, []],
    ['an empty one says nothing', entry('拧紧'), { target: '' }, []],
    ['another text is a conflict', entry('拧紧'), { target: '拧' }, ['conflict']],
    ['a flag that is gone may have been stripped as well', entry('拧紧', 'stale'), { fuzzy: false }, ['unlifted']],
  ])('%s', (_, now, edit, kinds) => {
    const result = mergeOne(now, now, { ...edit, ...STRIPPED });
    expect([result.isSame, result.kinds]).toEqual([true, kinds]);
  });

  test('still fills what is empty', () => {
    const result = mergeOne(entry(''), entry(''), { target: '拧', ...STRIPPED });
    expect([result.after.target, result.status]).toEqual(['拧', 'translated']);
  });
});

describe('a text for an older source', () => {
  const exported = entry('旧', 'translated', OLD);

  test('makes the entry stale, never fresh', () => {
    const { after, status, counts } = mergeOne(entry('旧', 'stale'), exported, { target: '拧到底' });
    expect([after.target, status, counts.older]).toEqual(['拧到底', 'stale', 1]);
    expect(after.stale).toMatchObject({ was: keyOf(OLD), oldSource: OLD });
  });

  test('fills the similar sentence of now as stale', () => {
    const { after, status } = mergeOne(entry(''), entry('', 'empty', OLD), { target: '拧到底' });
    expect([after.target, status, after.stale?.oldSource]).toEqual(['拧到底', 'stale', OLD]);
  });

  test('does not replace what was mended for the new source', () => {
    const { isSame, kinds } = mergeOne(entry('拧到响'), exported, { target: '拧到底' });
    expect([isSame, kinds]).toEqual([true, ['conflict']]);
  });

  test('says nothing when it was not changed outside', () => {
    expect(mergeOne(entry('拧到响'), exported, {}).notes).toEqual([]);
  });

  test('is a text for the new one where only markup differs', () => {
    const source = 'Turn the *lid* until it clicks.';
    const now = entry('拧紧', 'translated', source);
    const result = merge([catalog([now])], [returned(entry('拧紧'), { target: '拧*盖*' })]);
    expect(result.entries).toMatchObject([{ target: '拧*盖*' }]);
  });

  test('is found by the forerunners that the entry names', () => {
    const now: Entry = { ...entry('拧紧', 'translated', 'Lids.'), same: [keyOf(SOURCE)] };
    const result = merge([catalog([now])], [returned(entry('拧紧'), { target: '拧' })]);
    expect(result.entries).toMatchObject([{ target: '拧', same: [keyOf(SOURCE)] }]);
  });

  test('goes behind one for the new source', () => {
    const now = entry('旧', 'stale');
    const messages = [returned(exported, { target: '外旧' }), returned(now, { target: '外新', fuzzy: false })];
    const { entries, kinds } = merge([catalog([now])], messages);
    expect([entries[0]?.target, kinds]).toEqual(['外新', ['conflict']]);
  });
});

describe('messages of no entry', () => {
  const known = catalog([entry('拧紧')]);

  test('are named with their text', () => {
    const { notes } = merge([known], [returned(entry('', 'empty', 'Spoons are sold apart.'), { target: '勺' })]);
    expect(notes).toMatchObject([{ kind: 'unknown', file: 'jar-lid.po', outside: '勺' }]);
    expect(notes[0]?.line).toBeGreaterThan(1);
  });

  test('whose page is gone fill the same sentence on other pages', () => {
    const { entries, notes } = merge([catalog([entry('')])], [returned(entry(''), { target: '拧' }, 'jar-cover')]);
    expect([entries[0]?.target, notes]).toEqual(['拧', []]);
  });

  test('whose page is a path name no file', () => {
    const { notes } = merge([known], [returned(entry('', 'empty', OLD), { target: 'x' }, '../../etc/passwd')]);
    expect(notes).toMatchObject([{ kind: 'unknown', message: expect.stringContaining('../../etc/passwd') }]);
  });

  test('without a context are of the page that the file is named after', () => {
    const { context: _, ...bare } = returned(entry(''), { target: '拧' });
    expect(merge([catalog([entry('')])], [{ ...bare, context: undefined }]).entries[0]?.target).toBe('拧');
  });

  test.each<[string, Partial<PoMessage>, string]>([
    ['whose English was changed', { source: 'Turn the lid.', target: '拧' }, 'broken'],
    ['of another program', { context: 'Menu', target: '拧' }, 'unknown'],
  ])('%s are named', (_, edit, kind) => {
    const { kinds, catalogs } = merge([known], [returned(entry('拧紧'), edit)]);
    expect([kinds, catalogs[0]]).toEqual([[kind], known]);
  });
});

test.each([
  ['a control character', '拧\u0007紧', /U\+0007/],
  ['a marker', '拧\n<!-- @0123456789 -->\n紧', /part of the catalog/],
  ['the marks of a conflict', '<<<<<<< ours\n拧\n=======\n紧\n>>>>>>> theirs', /part of the catalog/],
])('%s in a text is refused, and the entry stays', (_, target, message) => {
  const { isSame, notes } = mergeOne(entry('旧'), entry('旧'), { target });
  expect(isSame).toBe(true);
  expect(notes).toMatchObject([{ kind: 'broken', message: expect.stringMatching(message), outside: target }]);
});

test('of two texts for one entry none is taken, and both are named; twice the same is one', () => {
  const now = entry('旧');
  const [a, b] = [returned(now, { target: '甲' }), returned(now, { target: '乙' })];
  const po = (messages: readonly PoMessage[]) => readPo(messages.map((each) => writePo({}, [], [each])).join('\n'));
  const files = (messages: readonly PoMessage[]) => [{ file: 'a.po', page: 'a', po: po(messages) }];
  const both = mergePo([catalog([now])], files([a, b]));
  expect(both.catalogs[0]?.items[0]).toBe(now);
  expect(both.notes.map(({ kind, outside }) => [kind, outside])).toEqual([
    ['broken', '甲'],
    ['broken', '乙'],
  ]);
  expect(mergePo([catalog([now])], files([a, a])).catalogs[0]?.items).toMatchObject([{ target: '甲' }]);
});

test('comments that people wrote are named, and cost nothing', () => {
  const { kinds, counts, notes } = mergeOne(entry('旧'), entry('旧'), { remarks: ['Lid or cover?'] });
  expect([kinds, counts.same, notes[0]?.message]).toEqual([['remark'], 1, 'Lid or cover?']);
});
