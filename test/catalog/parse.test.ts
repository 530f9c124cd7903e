import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryStatus } from '../../tools/catalog/entry-status.ts';
import { type Marker, parseMarker, serializeMarker } from '../../tools/catalog/marker.ts';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import { serializeCatalog } from '../../tools/catalog/serialize.ts';
import { keyOf, targetHash } from '../../tools/segment/key.ts';
import { catalogs, entry, machine, stale, unplaced } from './samples.ts';

const parse = (text: string) => parseCatalog(text, 'zh/sql-keep.md', 'sql-keep');
const key = '7c1e9a4012';

describe('the marker', () => {
  test.each<[string, Marker]>([
    [`${key}`, { key }],
    [`${key} 15 9.6`, { key, versions: ['15', '9.6'] }],
    [`${key} index`, { key, index: true }],
    [`${key} machine target=11aa22bb33`, { key, machine: { target: '11aa22bb33' } }],
    [`${key} same=11aa22bb33,00aa22bb33`, { key, same: ['11aa22bb33', '00aa22bb33'] }],
    [
      `${key} off=tokens:"said \\"so\\", \\\\ --&gt;" off=length-2:""`,
      {
        key,
        off: [
          { rule: 'tokens', reason: 'said "so", \\ -->' },
          { rule: 'length-2', reason: '' },
        ],
      },
    ],
  ])('%s', (words, marker) => {
    expect(parseMarker(words, undefined)).toEqual(marker);
    expect(serializeMarker(marker)).toBe(`<!-- @${words} -->`);
  });

  test('of a stale draft holds both flags and the old English', () => {
    const words = `${key} 15 index stale was=77a0b1c255 target=5e6f708122 machine target=11aa22bb33`;
    const marker = {
      key,
      versions: ['15'],
      index: true as const,
      stale: { was: '77a0b1c255', target: '5e6f708122', oldSource: 'a --> b' },
      machine: { target: '11aa22bb33' },
    };
    expect(parseMarker(words, 'a --&gt; b')).toEqual(marker);
    expect(serializeMarker(marker)).toBe(`<!-- @${words}\n> a --&gt; b\n-->`);
  });

  test.each([
    ['', undefined, 'expected 10 hex digits'],
    ['7c1e', undefined, 'expected 10 hex digits'],
    ['7C1E9A4012', undefined, 'expected 10 hex digits'],
    [`${key} reviewed`, undefined, 'the marker has "reviewed"'],
    [`${key} machine`, undefined, 'machine needs target=HASH after it'],
    [`${key} machine target=1`, undefined, 'the marker has "target=1"'],
    [`${key} target=11aa22bb33`, undefined, 'the marker has "target='],
    [`${key} stale was=77a0b1c255`, 'x', 'stale needs was=KEY target=HASH after it'],
    [`${key} stale was=77a0b1c255 target=11aa22bb33`, undefined, 'needs its old English'],
    [`${key}`, 'x', 'only a stale entry has old English'],
    [`${key} same=x`, undefined, 'the marker has "same=x"'],
    [`${key} off=tokens`, undefined, 'not of the form off=RULE:"reason"'],
    [`${key} off=tokens:"never closed`, undefined, 'cannot be read at'],
    [`${key} "`, undefined, 'cannot be read at'],
  ])('%s is refused', (words, oldSource, message) => {
    expect(parseMarker(words, oldSource)).toContain(message);
  });
});

describe('serialize and parse', () => {
  test('are each other’s inverse, byte by byte', () => {
    fc.assert(
      fc.property(catalogs, (catalog) => {
        const text = serializeCatalog(catalog);
        const { catalog: read, findings } = parse(text);
        expect(findings).toEqual([]);
        expect(unplaced(read)).toEqual(catalog);
        expect(serializeCatalog(read)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('a written catalog has source, marker and target on adjacent lines', () => {
    const draft = machine('Boil it.', '煮。');
    const text = serializeCatalog({
      page: 'sql-keep',
      items: [entry('Fill it.', '装满。\n然后等。'), entry('Wait.'), draft],
    });
    expect(text).toBe(
      `# sql-keep\n\n> Fill it.\n<!-- @${keyOf('Fill it.')} -->\n装满。\n然后等。\n\n> Wait.\n<!-- @${keyOf('Wait.')} -->\n\n> Boil it.\n<!-- @${draft.key} machine target=${targetHash('煮。')} -->\n煮。\n`,
    );
  });

  test('what editors add changes nothing: CRLF, a byte order mark, blank lines around a target', () => {
    const items = [entry('Fill it.', '装满。\n等。'), stale('Wait a day.', 'Wait.', '等。')];
    const text = serializeCatalog({ page: 'sql-keep', items });
    for (const edited of [
      `\uFEFF${text}`,
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n\n', '\n\n\n'),
      `${text}\n\n`,
    ]) {
      const { catalog, findings } = parse(edited);
      expect(findings).toEqual([]);
      expect(unplaced(catalog).items).toEqual(items);
    }
    expect(parse(text.replace('-->\n', '-->\n\n')).catalog.items[0]).toMatchObject({ target: '装满。\n等。' });
  });
});

describe('a broken entry damages itself only', () => {
  const [a, b, c] = ['Fill the pot.', 'Boil it.', 'Pour.'].map((source) => ({
    source,
    marker: `<!-- @${keyOf(source)} -->`,
  })) as [{ source: string; marker: string }, { source: string; marker: string }, { source: string; marker: string }];
  const whole = (lines: readonly string[]) =>
    [
      `# sql-keep`,
      '',
      `> ${a.source}`,
      a.marker,
      '装满。',
      '',
      ...lines,
      '',
      `> ${c.source}`,
      c.marker,
      '倒。',
      '',
    ].join('\n');
  const oldWords = `<!-- @${keyOf(b.source)} stale was=77a0b1c255 target=5e6f708122`;

  test.each<[what: string, lines: string[], line: number, rule: string]>([
    [
      'a conflict in the target',
      [`> ${b.source}`, b.marker, '<<<<<<< HEAD', '煮。', '=======', '烧。', '>>>>>>> sync'],
      9,
      'conflict',
    ],
    [
      'a conflict of whole entries',
      [
        '<<<<<<< HEAD',
        `> ${b.source}`,
        b.marker,
        '煮。',
        '=======',
        '> Boil.',
        `<!-- @${keyOf('Boil.')} -->`,
        '>>>>>>> sync',
      ],
      7,
      'conflict',
    ],
    ['a conflict left half', [`> ${b.source}`, b.marker, '煮。', '>>>>>>> sync'], 10, 'conflict'],
    ['a key twice', [`> ${a.source}`, a.marker, '灌。'], 7, 'doubled'],
    ['a damaged key', [`> ${b.source}`, '<!-- @zz -->', '煮。'], 8, 'marker'],
    ['a word too many in the marker', [`> ${b.source}`, b.marker.replace(' -->', ' done -->'), '煮。'], 8, 'marker'],
    ['a marker without end', [`> ${b.source}`, b.marker.replace(' -->', ''), '煮。'], 8, 'marker'],
    ['a stale marker without end', [`> ${b.source}`, oldWords, '> Old.', '煮。'], 8, 'marker'],
    ['a stale marker without old English', [`> ${b.source}`, oldWords, '-->', '煮。'], 8, 'marker'],
    ['a marker that is no marker', [`> ${b.source}`, b.marker.replace('@', ''), '煮。'], 7, 'no-marker'],
    ['a source without marker', [`> ${b.source}`, '煮。'], 7, 'no-marker'],
    ['a marker without source', [b.marker, '煮。'], 7, 'no-source'],
    ['a changed source', [`> ${b.source}!`, b.marker, '煮。'], 7, 'source-changed'],
  ])('%s', (_, lines, line, rule) => {
    const text = whole(lines);
    const { catalog, findings } = parse(text);
    expect(findings).toMatchObject([{ severity: 'error', file: 'zh/sql-keep.md', line, rule: `catalog/${rule}` }]);
    const alive = catalog.items.filter((item) => item.type === 'entry');
    expect(alive.map(({ source, target }) => [source, target])).toEqual([
      [a.source, '装满。'],
      [c.source, '倒。'],
    ]);
    expect(alive.map((each) => each.line)).toEqual([3, lines.length + 8]);
    expect(serializeCatalog(catalog)).toBe(text);
  });

  /** What grows with the square of the text's length would not end before the test does. */
  test.each([
    ['conflicts without an end', '\n<<<<<<< a'.repeat(500_000)],
    ['conflicts with one', '\n<<<<<<< a\n>>>>>>> b'.repeat(500_000)],
    ['a marker of spaces', `\n> ${a.source}\n<!-- @${' '.repeat(1_000_000)}x`],
    ['a marker with many ends', `\n> ${a.source}\n<!-- @${' -->'.repeat(300_000)}x`],
  ])('megabytes of %s are read as what they are', (_, text) => {
    expect(parse(`# sql-keep\n${text}\n`).catalog.items.every(({ type }) => type === 'junk')).toBe(true);
  });

  test('the end of a conflict is that of the next one', () => {
    const conflict = (text: string) => `<<<<<<< a\n> ${text}\n=======\n>>>>>>> b\n`;
    const text = `# sql-keep\n\n${conflict('x')}\n> ${a.source}\n${a.marker}\n装满。\n\n${conflict('y')}\n<<<<<<< c\n\n> Z.\n`;
    const { catalog, findings } = parse(text);
    expect(catalog.items.map(({ type }) => type)).toEqual(['junk', 'entry', 'junk', 'junk']);
    expect(findings.map(({ rule }) => rule)).toEqual(['catalog/conflict', 'catalog/conflict', 'catalog/no-marker']);
  });

  test('text before the first entry is reported at its line and kept', () => {
    const text = `# sql-keep\n\nHello.\n\n> ${a.source}\n${a.marker}\n装满。\n`;
    const { catalog, findings } = parse(text);
    expect(findings).toMatchObject([{ line: 3, rule: 'catalog/stray-text' }]);
    expect(catalog.items).toMatchObject([
      { type: 'junk', text: 'Hello.' },
      { type: 'entry', source: a.source },
    ]);
    expect(serializeCatalog(catalog)).toBe(text);
  });

  test.each(['', '\n\n', `# other\n\n> ${a.source}\n${a.marker}\n`, `> ${a.source}\n${a.marker}\n`])(
    'a wrong or missing title in %j is one finding',
    (text) => {
      expect(parse(text).findings).toMatchObject([{ line: 1, rule: 'catalog/header' }]);
    },
  );
});

describe('the status of an entry', () => {
  test('follows target and flags', () => {
    expect(entryStatus(entry('a'))).toBe('untranslated');
    expect(entryStatus(entry('a', '甲'))).toBe('translated');
    expect(entryStatus(machine('a', '甲'))).toBe('machine');
    expect(entryStatus(stale('b', 'a', '甲'))).toBe('stale');
    expect(entryStatus(stale('b', 'a', '甲', { machine: { target: targetHash('甲') } }))).toBe('stale');
  });

  test('a flag is lifted by a change of the text, not by what editors do to it, and comes back with the text', () => {
    const draft = machine('a', '甲 caf\u00E9');
    expect(entryStatus({ ...draft, target: '甲 caf\u00E9!' })).toBe('translated');
    expect(entryStatus({ ...draft, target: '甲 cafe\u0301\r\n' })).toBe('machine');
    const { target, ...rest } = stale('b', 'a', '甲');
    expect(entryStatus({ ...rest, target: '乙' })).toBe('translated');
    expect(entryStatus({ ...rest, target })).toBe('stale');
  });
});
