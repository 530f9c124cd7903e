/** The guide says what the program does: its examples, and the numbers of the rules that come with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shown } from '../../tools/points/amounts.ts';
import { parseOffices } from '../../tools/points/offices.ts';
import { parseRules } from '../../tools/points/parse-rules.ts';
import { ada, bob, eve, pull, review, segment } from '../ledger/records.ts';
import { linesOf } from './sample.ts';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'docs/guide/points.md'), 'utf8');
const rules = parseRules(readFileSync(join(root, 'translations/points.yml'), 'utf8'));

test('the example of an account', () => {
  const segments = [segment('jars:a:1', { words: 31, by: [ada.id] }), segment('lids:b:1', { words: 31 })];
  const [line] = linesOf(ada, pull(1, ada, { coAuthors: [bob], segments }));
  expect(guide).toContain(`translated  ${shown(line?.points ?? 0)}  ${line?.because}\n`);
  expect(line?.parts).toHaveLength(2);
  for (const part of line?.parts ?? []) expect(guide).toContain(`  ${shown(part.points)}  ${part.because}\n`);
  const read = review(40, eve, ['jars:c:1']);
  const [waited] = linesOf(eve, pull(1, ada, { segments: [segment('jars:c:1', { words: 300 })] }), {
    ...read,
    segments: read.segments.map((text) => ({ ...text, words: 300 })),
  });
  expect(guide).toContain(`reviewed  ${shown(waited?.points ?? 0)}  ${waited?.because}\n`);
});

test('the example of offices', () => {
  const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  expect(parseOffices(text).map(({ login }) => login)).toEqual(['eve', 'ada']);
});

test('the worths that the guide names', () => {
  const of = (points: number | undefined) => shown(points ?? -1);
  const { texts, content, awards, offices, replacement, caps } = rules;
  expect(guide).toContain(`| a text translated | ${of(texts.get('translated')?.per100Words)} for 100 words`);
  expect(guide).toContain(`its flag lifted | ${of(texts.get('kept')?.per100Words)} for 100 words`);
  expect((texts.get('updated')?.per100Words ?? 0) * 2).toBe(texts.get('translated')?.per100Words);
  const [blog, faq, guides] = [content.get('blog'), content.get('faq'), content.get('guide')];
  expect(guide).toContain(`| ${of(blog?.points)}, ${of(faq?.points)}, ${of(guides?.points)}, once for each path`);
  expect(guide).toContain(`public account ${of(blog?.chosen)} in all`);
  const [wish, report, suggestion] = [awards.get('wish'), awards.get('report'), awards.get('suggestion')];
  expect(guide).toContain(`| ${of(wish?.points)}, ${of(report?.points)}, ${of(suggestion?.points)}, given by`);
  expect(guide).toContain(`| ${of(offices.get('website')?.points)} for each full month |`);
  expect(guide).toContain(`| ${of(replacement?.points)} instead of its texts`);
  expect(guide).toContain(`earn ${of(caps[0]?.points)} in a calendar month`);
  expect([rules.repeated.days, rules.reviews?.share, rules.reviews?.allReviewers]).toEqual([30, [1, 3], [2, 3]]);
});
