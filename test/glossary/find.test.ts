import fc from 'fast-check';
import { expect, test } from 'vitest';
import { glossaryOf } from '../../tools/glossary/find.ts';
import { parseGlossary } from '../../tools/glossary/parse.ts';

/** Terms as `term`, `term (pos)`, `term = form, form`, `term !` for exact capitals. */
function glossary(...entries: readonly string[]) {
  const items = entries.map((entry) => {
    const [, term, pos, forms, exact] = /^([^(=!]+?)(?: \((\w+)\))?(?: = ([^!]+?))?( !)?$/.exec(entry) ?? [];
    const keys = [
      `term: ${term}`,
      'target: x',
      pos && `pos: ${pos}`,
      forms && `forms: [${forms}]`,
      exact && 'case: exact',
    ];
    return `- ${keys.filter(Boolean).join('\n  ')}\n`;
  });
  return glossaryOf(parseGlossary(items.join(''), 'glossary.yml'));
}

/** What is found, as `words → term`. */
function found(entries: readonly string[], text: string): readonly string[] {
  return glossary(...entries)
    .find(text)
    .map(({ term, from, to }) => `${text.slice(from, to)} → ${term.term}`);
}

test('the longest term wins, and its words are not counted again', () => {
  expect(
    found(['index', 'index scan', 'bitmap index scan', 'scan'], 'A bitmap index scan, an index scan, a scan.'),
  ).toEqual(['bitmap index scan → bitmap index scan', 'index scan → index scan', 'scan → scan']);
});

test('a longer term that does not come to its end gives way to the shorter one', () => {
  expect(found(['sealed jar', 'sealed jar lid key', 'lid'], 'a sealed jar lid')).toEqual([
    'sealed jar → sealed jar',
    'lid → lid',
  ]);
});

test('terms are whole words', () => {
  expect(found(['index'], 'reindex, indexer, pg_index, index_name, Indexière; index.')).toEqual(['index → index']);
});

test.each([
  ['index (noun)', 'index indexes indices Index', 4],
  ['query (noun)', 'query queries', 2],
  ['analysis (noun)', 'analysis analyses', 2],
  ['matrix (noun)', 'matrix matrices', 2],
  ['lock', 'lock locks locked locking', 4],
  ['replicate (verb)', 'replicate replicates replicated replicating', 4],
  ['commit (verb)', 'commit commits committed committing', 4],
  ['copy (verb)', 'copy copies copied copying', 4],
  ['roll back (verb)', 'roll back, rolls back, rolled back, rolling back', 4],
  ['point of consistency (noun)', 'point of consistency, points of consistency', 2],
  ['write-ahead log (noun)', 'write-ahead log, write-ahead logs, write ahead logs, Write-Ahead\nLog', 4],
  ['OID (name) !', 'OID OIDs', 2],
  ['child (noun) = children', 'child children', 2],
  ['datum (noun) = data item', 'data items', 1],
])('finds the inflections of %s', (entry, text, times) => {
  expect(found([entry], text)).toHaveLength(times);
});

test.each([
  ['relation (noun)', 'relate relational relationship'],
  ['immutable (adjective)', 'immutables immutabled'],
  ['index (noun)', 'indexed indexing'],
  ['point of consistency (noun)', 'point; of consistency'],
  ['sealed jar', 'sealed, jar. sealed/jar sealed “jar'],
])('takes no other word for %s', (entry, text) => {
  expect(found([entry], text)).toEqual([]);
});

test('capitals matter only where the entry says so', () => {
  expect(found(['heap'], 'Heap HEAP')).toHaveLength(2);
  expect(found(['HOT !'], 'a hot day for HOT')).toEqual(['HOT → HOT']);
  expect(found(['set', 'SET !'], 'SET makes a set')).toEqual(['SET → SET', 'set → set']);
});

test('a term of its own goes before the inflection of another, wherever it stands in the file', () => {
  expect(found(['partition', 'partitioning'], 'partitioning a partition')).toEqual([
    'partitioning → partitioning',
    'partition → partition',
  ]);
});

test('a glossary without terms finds nothing', () => {
  expect(glossary().find('index')).toEqual([]);
});

const words = ['index', 'scan', 'index scan', 'write-ahead log', 'log', 'read/write', 'SET', 'child of index'];
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...words, 'logs', 'children', ' ', '-', '/', '\n', '\uFFFC', '行', 'é', '👍'),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''));

test('places lie in the text, in order, do not overlap, and begin and end at the ends of words', () => {
  const whole = glossary(...words.map((word) => (word === 'SET' ? 'SET !' : word)), 'child = children');
  fc.assert(
    fc.property(text, (prose) => {
      let end = 0;
      for (const { from, to } of whole.find(prose)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(prose.length);
        expect(prose.slice(0, from)).not.toMatch(/[\p{L}\p{N}_]$/u);
        expect(prose.slice(to)).not.toMatch(/^[\p{L}\p{N}_]/u);
        end = to;
      }
    }),
    { numRuns: 500 },
  );
});

test('every term is found in itself', () => {
  const whole = glossary(...words);
  for (const word of words) expect(whole.find(word).map(({ term }) => term.term)).toEqual([word]);
});

/** Least of several runs: other work on the machine only ever adds. */
function milliseconds(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

test.each([
  ['words that begin a long term again and again', 'read ', ['read read read read read read read write']],
  ['one word without end', 'r', ['r']],
  ['white space without end', ' ', ['read write']],
  ['joints without words', '-\n', ['read-write']],
  ['a word, then white space, again and again', `read${' '.repeat(50)}`, ['read read write']],
])('time grows with the text, no faster: %s', (_, unit, entries) => {
  const hostile = glossary(...entries);
  const short = unit.repeat(Math.ceil(50_000 / unit.length));
  const once = milliseconds(() => hostile.find(short));
  const tenfold = milliseconds(() => hostile.find(short.repeat(10)));
  expect(tenfold).toBeLessThan(10 * once * 3 + 50);
});
