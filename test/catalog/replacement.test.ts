import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import {
  newSubstitution,
  type ReplacementSpec,
  replaceInCatalog,
  specProblem,
} from '../../tools/catalog/replacement.ts';
import { provesReplacement } from '../../tools/catalog/replacement-proof.ts';
import { serializeCatalog } from '../../tools/catalog/serialize.ts';
import type { Catalog, Entry } from '../../tools/catalog/types.ts';
import { proseOf } from '../../tools/check/scan.ts';
import { targetHash } from '../../tools/segment/key.ts';
import { readMarkdown } from '../../tools/segment/read.ts';
import { catalog, entry, machine, stale } from './samples.ts';

const FILE = 'translations/zh-CN/reference/sql-keep.md';

const replaced = (target: string, spec: ReplacementSpec, source = 'Fill the jar.') =>
  newSubstitution(spec, proseOf)(entry(source, target)).entry.target;

const spec = (old: string, replacement: string, more: Partial<ReplacementSpec> = {}): ReplacementSpec => ({
  old,
  new: replacement,
  ...more,
});

function run(before: Catalog, of: ReplacementSpec) {
  const after = replaceInCatalog(before, newSubstitution(of, proseOf)).catalog;
  return { before: serializeCatalog(before), after: serializeCatalog(after), catalog: after };
}

const prove = (before: string | undefined, after: string | undefined, of: ReplacementSpec) =>
  provesReplacement(before, after, FILE, newSubstitution(of, proseOf));

describe('what is replaced', () => {
  test('prose only: code, addresses, references, marks and tags stay', () => {
    const before =
      'a `a` [a](#a) [a](https://a.example/a) [[a]] <code>a <var>a</var></code> <https://a.example/> 10<sub>a</sub> *a*';
    const after = replaced(before, spec('a', 'ä'));
    expect(after).toBe(
      'ä `a` [ä](#a) [ä](https://a.example/a) [[a]] <code>a <var>a</var></code> <https://a.example/> 10<sub>ä</sub> *ä*',
    );
  });

  test('every place of a target, and only it', () => {
    expect(replaced('罐子和罐子盖', spec('罐子', '坛子'))).toBe('坛子和坛子盖');
    expect(replaced('aaaa', spec('aa', 'b'))).toBe('bb');
  });

  test('what is part of the right word already is left alone', () => {
    expect(replaced('视图和物化视图', spec('视图', '物化视图'))).toBe('物化视图和物化视图');
    expect(replaced('索引页面与索引页', spec('索引页', '页面'))).toBe('索引页面与页面');
  });

  test.each([
    ['sealed jar', 'A SEALED jar is full.', true],
    ['sealed jar', 'Unsealed jars.', false],
    ['jar', 'The ajar door.', false],
    ['jar', 'jar_lid and jars', false],
    ['jar', 'The (jar).', true],
    ['c++ (new)', 'In C++ (new) it is full.', true],
    ['.*', 'Anything', false],
  ])('--where-source %s in %s: %s', (whereSource, source, expected) => {
    expect(replaced('罐子', spec('罐子', '坛子', { whereSource }), source)).toBe(expected ? '坛子' : '罐子');
  });

  test('whole words: a longer word of the same script is another word, a neighbour without spaces is not', () => {
    const vue = spec('vue', 'aperçu', { wholeWords: true });
    expect(replaced('La vue, une revue, des vues; vue', vue)).toBe('La aperçu, une revue, des vues; aperçu');
    expect(replaced('打开vue视图', vue)).toBe('打开aperçu视图');
    expect(replaced('revue', spec('vue', 'aperçu'))).toBe('reaperçu');
  });

  test('characters that mean something elsewhere are themselves', () => {
    expect(replaced('a.c abc a(c', spec('a.c', '$&$1'))).toBe('$&$1 abc a(c');
    expect(replaced('x^y', spec('^', '$'))).toBe('x$y');
    expect(replaced('50 (%)', spec('(%)', '(‰)'))).toBe('50 (‰)');
  });

  test('flags that hold go on holding, lapsed ones stay lapsed', () => {
    const drafted = machine('Fill the jar.', '装满罐子');
    const edited = { ...machine('Seal the jar.', '封罐子'), target: '封上罐子' };
    const old = stale('Open the jar.', 'Open a jar.', '打开罐子');
    const { catalog: after } = run(catalog(drafted, edited, old), spec('罐子', '坛子'));
    const [first, second, third] = after.items as Entry[];
    expect(first?.machine?.target).toBe(targetHash('装满坛子'));
    expect(second).toMatchObject({ target: '封上坛子', machine: edited.machine });
    expect(third?.stale).toEqual({ ...old.stale, target: targetHash('打开坛子') });
  });

  test('an entry whose markup would be read otherwise is left alone, and named', () => {
    const result = newSubstitution(spec('甲', '&'), proseOf)(entry('Fill.', '甲amp;乙'));
    expect(result).toMatchObject({ places: 0, refused: true, entry: { target: '甲amp;乙' } });
  });
});

test.each([
  ['', 'b', /OLD is empty/],
  [' \t', 'b', /OLD is empty/],
  ['a', '', /NEW is empty/],
  ['a', 'a', /the same/],
  ['e\u0301', 'é', /the same/],
  ['a\nb', 'c', /OLD has a line end/],
  ['a', '\uD800', /NEW has a line end or a control character/],
  ['a', '`b`', /NEW has characters that Markdown reads as markup/],
  ['a', '> b', /NEW has characters/],
  ['*', 'b', /OLD has characters/],
  ['a', '<b>', /NEW has characters/],
])('cannot replace %j by %j', (old, replacement, message) => {
  expect(specProblem(spec(old, replacement))).toMatch(message);
});

const word = fc.constantFrom('甲', '乙', '甲乙', '乙甲', 'a', 'b', 'ab', 'aba', '丙');
const target = fc
  .array(fc.constantFrom('甲', '乙', 'a', 'b', ' ', '`甲乙`', '*ab*', '[甲](#a)', '[[ab]]', '丙', '\n甲', '<', '\\*'), {
    minLength: 1,
    maxLength: 10,
  })
  .map((pieces) => pieces.join('').trim())
  .filter((text) => text !== '' && !/^\s*$/m.test(text));
const specs = fc
  .record({ old: word, new: word, wholeWords: fc.boolean() })
  .filter((each) => specProblem(each) === undefined);
const catalogsOf = fc
  .array(fc.tuple(target, fc.constantFrom('', 'machine', 'stale', 'lapsed')), { minLength: 1, maxLength: 4 })
  .map((all) =>
    catalog(
      ...all.map(([text, flag], at) => {
        const source = `Jar ${at}`;
        if (flag === 'machine') return machine(source, text);
        if (flag === 'stale') return stale(source, `Old jar ${at}`, text);
        if (flag === 'lapsed') return { ...machine(source, `${text}.`), target: text };
        return entry(source, text);
      }),
    ),
  );

describe('properties', () => {
  test('a second run changes nothing', () => {
    fc.assert(
      fc.property(catalogsOf, specs, (before, of) => {
        const once = run(before, of).catalog;
        expect(run(once, of).after).toBe(serializeCatalog(once));
      }),
      { numRuns: 500 },
    );
  });

  test('markup stays what it was', () => {
    const shape = (text: string) => JSON.stringify(readMarkdown(text).inlines).replace(/"value":"[^"]*"/g, '');
    fc.assert(
      fc.property(target, specs, (text, of) => {
        expect(shape(replaced(text, of))).toBe(shape(text));
      }),
    );
  });

  test('a replacement is proved, and its approvals are carried from the old hash to the new', () => {
    fc.assert(
      fc.property(catalogsOf, specs, (before, of) => {
        const { before: old, after, catalog: now } = run(before, of);
        const proof = prove(old, after, of);
        expect(proof.findings).toEqual([]);
        const changed = (before.items as Entry[]).flatMap((was, at) => {
          const is = now.items[at] as Entry;
          const [from, to] = [targetHash(was.target), targetHash(is.target)];
          return was.target === is.target ? [] : [{ page: 'sql-keep', key: was.key, from, to }];
        });
        expect(proof.carried).toEqual(changed);
      }),
      { numRuns: 300 },
    );
  });

  test('any other change of one character makes it fail', () => {
    const character = fc.constantFrom('x', '甲', ' ', '\n', '', 'a', '>', '0');
    fc.assert(
      fc.property(catalogsOf, specs, fc.nat(), character, fc.boolean(), (before, of, place, put, instead) => {
        const { before: old, after } = run(before, of);
        const at = place % (after.length + 1);
        const damaged = after.slice(0, at) + put + after.slice(at + (instead ? 1 : 0));
        // Taking a whole entry back to what it was is no change of it.
        const page = (text: string) => parseCatalog(text, FILE, 'sql-keep');
        const [was, is] = [page(old), page(damaged)];
        const texts = (items: typeof was) =>
          items.catalog.items.map((each) => serializeCatalog({ page: '', items: [each] }));
        const good = texts(page(after));
        const same = texts(is).every((text, nth) => text === good[nth] || text === texts(was)[nth]);
        fc.pre(damaged !== after && damaged !== old && !(same && serializeCatalog(is.catalog) === damaged));
        expect(prove(old, damaged, of).findings).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
