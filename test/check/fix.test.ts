import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryStatus } from '../../tools/catalog/entry-status.ts';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import { serializeCatalog } from '../../tools/catalog/serialize.ts';
import type { Entry } from '../../tools/catalog/types.ts';
import { fixEntry } from '../../tools/check/fix.ts';
import { rewriteTargets } from '../../tools/check/rewrite.ts';
import { codeTokens } from '../../tools/check/rules/code-tokens.ts';
import { unbalancedMarkdown } from '../../tools/check/rules/unbalanced-markdown.ts';
import { newSubjects } from '../../tools/check/subject.ts';
import type { Rule } from '../../tools/check/types.ts';
import { compareTokens } from '../../tools/segment/compare-tokens.ts';
import { targetHash } from '../../tools/segment/key.ts';
import { readMarkdown } from '../../tools/segment/read.ts';
import { catalogs, entry, machine, stale } from '../catalog/samples.ts';
import { around, replacing } from './samples.ts';

const comma = replacing('comma', ',', '，');
const doubled = replacing('doubled', '，，', '，');
const active = (rules: readonly Rule[]) => rules.map((rule) => ({ rule, severity: rule.severity }));

function fix(item: Entry, rules: readonly Rule[] = [comma, doubled]) {
  const guards = active([codeTokens, unbalancedMarkdown]);
  const options = { rules: active(rules), known: rules, guards, surroundings: around() };
  return fixEntry('pot', item, options, newSubjects());
}

describe('one entry', () => {
  test('all fixes at once, each named with the text before and after', () => {
    const fixed = fix(entry('The pot, the lid, the spout.', '壶,盖,壶嘴。'));
    expect(fixed?.target).toBe('壶，盖，壶嘴。');
    expect(fixed?.fixes).toEqual([
      { rule: 'comma', line: 2, column: 2, before: '壶,盖,壶嘴。', after: '壶，盖,壶嘴。' },
      { rule: 'comma', line: 2, column: 4, before: '壶,盖,壶嘴。', after: '壶,盖，壶嘴。' },
    ]);
  });

  test('what one fix uncovers is mended too', () => {
    expect(fix(entry('The pot, the lid.', '壶,,盖。'))?.target).toBe('壶，盖。');
  });

  test('of two rules that want the same place, one has it', () => {
    const other = replacing('other', ',', '、');
    expect(fix(entry('The pot, the lid.', '壶,盖。'), [comma, other])?.target).toBe('壶，盖。');
  });

  test('nothing to do is nothing', () => {
    expect(fix(entry('The pot.', '壶。'))).toBeUndefined();
  });

  test.each([
    ['code', 'Call `f(a,b)`.', '调用 `f(a,b)`,好。', [comma], /change `f\(a,b\)`/],
    ['a link', 'The [pot](#a,b).', '[壶](#a,b)。', [comma], /change \(#a,b\)/],
    ['markup', 'The *pot*.', '*壶*', [replacing('star', '壶*', '壶')], /an error: .*\[unbalanced-markdown\]/],
    ['everything', 'The pot.', ',', [replacing('none', ',', '')], /nothing would be left/],
    ['the file', 'The pot.', '壶, 盖', [replacing('quote', '壶, ', '> ')], /start of another entry/],
  ])('refuses what would change %s, and says so', (_, source, target, rules, reason) => {
    const fixed = fix(entry(source, target), rules);
    expect(fixed).toMatchObject({ target, refused: expect.stringMatching(reason) });
  });

  test('rules that never agree are left alone', () => {
    const there = replacing('there', '甲', '乙');
    const back = replacing('back', '乙', '甲');
    expect(fix(entry('A.', '甲'), [there, back])).toMatchObject({
      target: '甲',
      refused: expect.stringMatching(/undo/),
    });
  });
});

describe('flags', () => {
  const status = (item: Entry) => {
    const text = serializeCatalog({ page: 'pot', items: [item] });
    const read = parseCatalog(text, 'pot.md', 'pot').catalog.items[0] as Entry;
    const fixed = fix(read);
    if (!fixed) throw new Error('nothing was fixed');
    const after = rewriteTargets(text, [fixed]);
    const again = parseCatalog(after, 'pot.md', 'pot');
    expect(again.findings).toEqual([]);
    const [now] = again.catalog.items as [Entry];
    return [entryStatus(read), entryStatus(now), now.target, fixed.refused] as const;
  };

  test('a draft stays a draft, a stale text stays stale', () => {
    expect(status(machine('Pot, lid.', '壶,盖。'))).toEqual(['machine', 'machine', '壶，盖。', undefined]);
    expect(status(stale('Pot, lid.', 'Pot and lid.', '壶,盖。'))).toEqual(['stale', 'stale', '壶，盖。', undefined]);
    const both = stale('Pot, lid.', 'Pot.', '壶,盖。', { machine: { target: targetHash('壶,盖。') } });
    expect(status(both)).toEqual(['stale', 'stale', '壶，盖。', undefined]);
  });

  test('a stale text is mended beside the English that it was made for', () => {
    const item = stale('Fill, `b`.', 'Fill, `a`.', '装,, `a`。');
    expect(status(item)).toEqual(['stale', 'stale', '装， `a`。', undefined]);
  });

  test('a lifted flag stays lifted', () => {
    const lifted = entry('Pot, lid.', '壶,盖。', { machine: { target: targetHash('别的') } });
    expect(status(lifted)).toEqual(['translated', 'translated', '壶，盖。', undefined]);
  });

  test('a fix does not put a flag back that a person has lifted', () => {
    const lifted = entry('Pot, lid.', '壶,盖。', { machine: { target: targetHash('壶，盖。') } });
    expect(status(lifted)).toEqual(['translated', 'translated', '壶,盖。', expect.stringMatching(/flag/)]);
  });
});

describe('the file', () => {
  const fixFile = (text: string): string => {
    const { catalog } = parseCatalog(text, 'pot.md', 'sql-keep');
    const fixed = catalog.items.flatMap((item) =>
      item.type === 'entry' && item.target !== '' ? (fix(item) ?? []) : [],
    );
    return rewriteTargets(
      text,
      fixed.filter(({ refused }) => refused === undefined),
    );
  };

  test('is the same byte for byte outside of the places', () => {
    const text = `\uFEFF# sql-keep\r\n\r\n${serializeCatalog({
      page: 'x',
      items: [entry('Pot, lid.', '壶,\n  盖,'), entry('Junk', ''), entry('The lid.', '盖。')],
    })
      .replace('# x\n\n', '')
      .replaceAll('\n', '\r\n')}\r\n\r\n<!-- @broken\r\n,,`;
    expect(fixFile(text)).toBe(text.replace('壶,', '壶，').replace('盖,', '盖，'));
  });

  test('a file without a line end at its end gets none', () => {
    const text = serializeCatalog({ page: 'sql-keep', items: [entry('Pot, lid.', '壶,盖')] }).trimEnd();
    expect(fixFile(text)).toBe(text.replace('壶,', '壶，'));
  });

  test('fixing never changes tokens, keys or flags, and a second time changes nothing', () => {
    const nasty = fc.array(fc.constantFrom(',', ',,', '`a,b`', '[x](#y,z)', '[[i]]', '*', '壶', ' ', '\n', '[^1]'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(catalogs, fc.array(nasty, { minLength: 8, maxLength: 8 }), (sample, targets) => {
        const items = sample.items.map((item, at) => {
          const target = (targets[at] ?? []).join('').replace(/\n\s*/g, '\n').trim();
          return item.type === 'entry' ? { ...item, target } : item;
        });
        const text = serializeCatalog({ ...sample, items });
        const before = parseCatalog(text, 'pot.md', 'sql-keep').catalog.items as Entry[];
        const fixed = fixFile(text);
        const read = parseCatalog(fixed, 'pot.md', 'sql-keep');
        expect(serializeCatalog(read.catalog)).toBe(fixed);
        expect(fixFile(fixed)).toBe(fixed);
        const after = read.catalog.items as Entry[];
        expect(after.map(({ key, source }) => [key, source])).toEqual(before.map(({ key, source }) => [key, source]));
        expect(after.map(entryStatus)).toEqual(before.map(entryStatus));
        for (const [at, { target }] of before.entries()) {
          const tokens = compareTokens(readMarkdown(target).inlines, readMarkdown(after[at]?.target ?? '').inlines);
          expect(tokens).toEqual({ missing: [], added: [] });
        }
      }),
    );
  });
});
