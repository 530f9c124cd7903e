/** The review desk: sittings, and comments that the bot takes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentOf, type DeskPage, type DeskPiece, SITTING, SITTINGS, sittingsOf } from '../../tools/progress/desk.ts';
import { deskIndex, deskSitting } from '../../tools/progress/desk-pages.ts';
import { versionFacts } from '../../tools/progress/facts.ts';
import { parseCommands } from '../../tools/review/command.ts';
import { countWords } from '../../tools/segment/words.ts';
import { around, entry, stale, surveyed } from './made.ts';

const head = { version: '18', release: '18.6', date: undefined, current: true };
const DAY = 86_400;

function deskPage(name: string, sources: readonly string[], since?: number, more: Partial<DeskPiece> = {}): DeskPage {
  const facts = versionFacts(head, [surveyed(name, { translated: 1 })]).parts[0]?.pages[0];
  if (!facts) throw new Error('no page');
  const pieces = sources.map((source) => {
    const made = entry(source, `译：${source}`);
    return { entry: made, words: countWords(source), isMachine: false, since, anchor: 'SQL-FROM', ...more };
  });
  return { page: facts, file: `translations/zh-CN/sql/${name}.md`, version: '18', pieces };
}

const sentence = (n: number, words: number) => Array.from({ length: words }, (_, at) => `w${n}x${at}`).join(' ');
const anyPages = fc
  .array(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 45 })
  .map((pages) =>
    pages.map((sizes, at) =>
      deskPage(
        `page-${at}`,
        sizes.map((size, n) => sentence(at * 100 + n, size)),
      ),
    ),
  );

test('sittings are short enough, and together hold what waits, each paragraph once and in order', () => {
  fc.assert(
    fc.property(anyPages, (pages) => {
      const sittings = sittingsOf(pages, Number.POSITIVE_INFINITY);
      for (const { words, paragraphs, pages: some } of sittings) {
        expect(words <= SITTING.words || paragraphs === 1).toBe(true);
        expect(paragraphs).toBeLessThanOrEqual(SITTING.paragraphs);
        expect(some.length).toBeLessThanOrEqual(SITTING.pages);
        expect(some.flatMap(({ pieces }) => pieces).length).toBe(paragraphs);
      }
      const keys = (list: readonly DeskPage[]) => list.flatMap(({ pieces }) => pieces.map((piece) => piece.entry.key));
      expect(keys(sittings.flatMap((sitting) => sitting.pages))).toEqual(keys(pages));
      expect(sittingsOf(pages)).toEqual(sittings.slice(0, SITTINGS));
    }),
    { numRuns: 40 },
  );
});

test('the comment of any sitting is understood by the bot, and names exactly what was shown', () => {
  fc.assert(
    fc.property(anyPages, fc.constantFrom(undefined, '1f0c2a9b7e55'), (pages, commit) => {
      for (const sitting of sittingsOf(pages))
        expect(parseCommands(commentOf(sitting, commit))).toEqual(
          sitting.pages.map(({ page, pieces }) => ({
            type: 'reviewed',
            page: page.name,
            keys: pieces.map((piece) => piece.entry.key),
            ...(commit === undefined ? {} : { at: commit }),
          })),
        );
    }),
    { numRuns: 40 },
  );
});

test('what waits longest comes first, release notes last; within a day the order is the book’s', () => {
  const notes = deskPage('release-18', ['Old news.'], DAY);
  const pages = [
    deskPage('b', ['Second of the day.'], 9 * DAY + 5),
    deskPage('a', ['First of the day.'], 9 * DAY),
    deskPage('c', ['Long ago.'], 2 * DAY),
    deskPage('d', ['Nobody knows when.']),
    { ...notes, page: { ...notes.page, isNotes: true } },
  ];
  const order = sittingsOf(pages).flatMap((sitting) => sitting.pages.map(({ page }) => page.name));
  expect(order).toEqual(['c', 'b', 'a', 'd', 'release-18']);
});

test('a paragraph shows both languages, its places, and how its English has changed', () => {
  const made = entry(
    'Keep `LOCK` <now> in [the drawer](#DRAWER).',
    '把 `LOCK` 放好。',
    stale('旧的译文。', 'Keep `LOCK` in the drawer.'),
  );
  const page = deskPage('locks', []);
  const piece: DeskPiece = { entry: made, words: 5, isMachine: true, since: 20 * DAY, anchor: 'SQL-FROM' };
  const pages = [{ ...page, pieces: [piece] }];
  const folder = { id: 'sql', title: 'The <b>Language</b>', words: 5, since: undefined, sittings: sittingsOf(pages) };
  const html = deskSitting({ folder, at: 0, commit: undefined }, around);
  expect(html).toContain('<p lang="en" id="k-locks-');
  expect(html).toContain('<code>LOCK</code> &lt;now&gt; in <u>the drawer</u>');
  expect(html).toContain('Keep `LOCK` <ins>&lt;now&gt;</ins> in ');
  expect(html).toContain('machine draft');
  expect(html).toContain('href="../docs/18/locks.html#SQL-FROM"');
  expect(html).toContain(
    'href="https://github.com/example/manual/blob/main/translations/zh-CN/sql/locks.md?plain=1#L3"',
  );
  expect(html).toContain('1970-01-21');
});

test('no text of a contributor becomes markup, and no link leads astray', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '"><img src=x onerror=alert(1)>',
    '<javascript:alert(1)>',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string()), { minLength: 1, maxLength: 6 }),
      (texts) => {
        const page = deskPage('locks', []);
        const pieces = texts.map((text, at) => ({
          entry: { ...entry(`S${at} ${text}`, `译 ${text}`), ...stale('旧', text) },
          words: 1,
          isMachine: false,
          since: undefined,
          anchor: undefined,
        }));
        const folder = {
          id: 'sql',
          title: 'SQL',
          words: 1,
          since: undefined,
          sittings: sittingsOf([{ ...page, pieces }]),
        };
        const html = deskSitting({ folder, at: 0, commit: undefined }, around);
        expect(html).not.toMatch(/<(?:script|img)|href="\s*javascript:/i);
      },
    ),
  );
});

test('where nothing waits, the desk says so', () => {
  expect(deskIndex([], undefined, around)).toContain('Nothing waits for a review.');
});
