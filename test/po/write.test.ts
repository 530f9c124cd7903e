import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { headerOf } from '../../tools/po/export.ts';
import { readPo } from '../../tools/po/read.ts';
import type { PoMessage } from '../../tools/po/types.ts';
import { writePo } from '../../tools/po/write.ts';
import { complaintsOf, gettextAbsence, gettextAtHand, rewrite } from './gettext.ts';

const folder = mkdtempSync(join(tmpdir(), 'pgdoc-po-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = headerOf('The Jar Manual', 'zh-CN');
const OLD = `The lid is turned ${'and turned '.repeat(20)}by hand, with \`turn_lid\` and a "spoon".`;

function message(at: number, texts: Partial<PoMessage> = {}): PoMessage {
  return {
    line: 0,
    context: `jar-lid:${String(at).padStart(10, '0')}`,
    source: `Sentence ${at}.`,
    target: '',
    plural: false,
    fuzzy: false,
    remarks: [],
    notes: ['pgdoc: target=e3b0c44298'],
    ...texts,
  };
}

const written = (messages: readonly PoMessage[]) => writePo(header, ['From jars.'], messages);

test('messages stand in the order given, also where sources look like numbers', () => {
  const sources = ['zebra', '12', 'apple', '3', '__proto__', 'constructor'];
  const text = written(sources.map((source, at) => message(9 - at, { source })));
  expect(readPo(text).messages.map(({ source }) => source)).toEqual(sources);
});

test('the header names language and character set, and bears no date', () => {
  const text = written([]);
  expect(Object.fromEntries(readPo(text).header)).toMatchObject({
    language: 'zh_CN',
    'content-type': 'text/plain; charset=utf-8',
    'project-id-version': 'The Jar Manual',
    'po-revision-date': '',
  });
});

test('a fuzzy message shows the source that it was made for', () => {
  const text = written([message(1, { fuzzy: true, previous: OLD, target: '盖子' })]);
  const previous = text.split('\n').filter((line) => line.startsWith('#| '));
  expect(previous.length).toBeGreaterThan(3);
  expect(readPo(`${previous.map((line) => line.slice(3)).join('\n')}\nmsgstr ""`).messages[0]?.source).toBe(OLD);
});

test('read again, every message is what was written', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('"', '\\', '\n', '\t', '\r', ' ', '盖', '’', '\u2028', '\u2029', '\u0085'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
  });
  fc.assert(
    fc.property(
      fc.array(fc.record({ source: text.map((each) => `s${each}`), target: text, fuzzy: fc.boolean() })),
      (all) => {
        const messages = all.map((texts, at) => message(at, texts));
        const { messages: back, problems } = readPo(written(messages));
        expect(problems).toEqual([]);
        expect(back.map((each) => ({ ...each, line: 0 }))).toEqual(messages);
      },
    ),
  );
});

test.skipIf(!gettextAtHand)(
  `gettext's own tools find nothing to complain of, and write the same${gettextAbsence}`,
  () => {
    const file = join(folder, 'all.po');
    const messages = [
      message(1, { source: 'A "lid" is\\not a jar.', target: '“盖子”不是罐子。\n第二行' }),
      message(2, {
        source: OLD,
        target: '拧'.repeat(120),
        reference: 'translations/zh-CN/front/jar.md',
        remarks: ['A jug?'],
      }),
      message(3, { source: 'Fill %d jars, 100% full', target: '装 %s 罐', fuzzy: true, previous: OLD }),
    ];
    writeFileSync(file, written(messages));
    expect(complaintsOf(file)).toBe('');
    const before = readFileSync(file, 'utf8');
    rewrite('msgcat', [], file);
    // gettext spells the character set in capitals; all else is the same byte for byte.
    expect(readFileSync(file, 'utf8').toLowerCase()).toBe(before.toLowerCase());
  },
);
