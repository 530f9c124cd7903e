/** What upstream, people and programs may do to a workspace, for lives in random order. */
import fc from 'fast-check';

const sentence = fc
  .array(fc.constantFrom('open', 'the', 'jar', 'lid', 'and', 'wax', 'seal', 'warm', 'cold', 'slowly'), {
    minLength: 3,
    maxLength: 9,
  })
  .map((words) => `${words.join(' ')}.`);
const paragraphs = fc.array(sentence, { minLength: 1, maxLength: 4 });
/** The English that a life begins with. */
export const manual = fc.record({ a: paragraphs, b: paragraphs, c: paragraphs });
export type Pages = Readonly<Record<'a' | 'b' | 'c', readonly string[]>>;

const place = fc.record({ page: fc.constantFrom('a', 'b', 'c'), at: fc.nat(20), words: sentence });
const edit = fc.record({
  kind: fc.constantFrom('reword', 'reword', 'markup', 'insert', 'remove', 'join', 'split', 'copy', 'back'),
  place,
});
export type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

const personal = fc.record({
  kind: fc.constantFrom('write', 'write', 'mend', 'back', 'accept', 'draft'),
  at: fc.nat(40),
});
export type Personal = typeof personal extends fc.Arbitrary<infer T> ? T : never;

/** What may happen next. */
export const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sync' as const), edits: fc.array(edit, { maxLength: 3 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('work' as const),
      works: fc.array(personal, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('fix' as const, 'replace' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('merge' as const),
      edits: fc.array(edit, { minLength: 1, maxLength: 2 }),
      works: fc.array(personal, { minLength: 1, maxLength: 3 }),
      conflicts: fc.constantFrom('given up', 'ours', 'theirs'),
    }),
  },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What upstream does to a paragraph; `back` returns the whole manual to what it was earlier. */
export function changed(history: readonly Pages[], { kind, place: { page, at, words } }: Edit): Pages {
  const now = history.at(-1) as Pages;
  if (kind === 'back') return history[at % history.length] as Pages;
  const texts = [...now[page as keyof Pages]];
  const here = at % texts.length;
  const text = texts[here] ?? '';
  const each = text.split(' ');
  if (kind === 'reword') texts[here] = each.with(at % each.length, words.split(' ')[0] as string).join(' ');
  if (kind === 'markup')
    texts[here] = each
      .with(
        0,
        `<emphasis>${each[0]}</emphasis>`
          .replace(/(<emphasis>)+/, '<emphasis>')
          .replace(/(<\/emphasis>)+/, '</emphasis>'),
      )
      .join(' ');
  if (kind === 'insert') texts.splice(here, 0, words);
  if (kind === 'remove' && texts.length > 1) texts.splice(here, 1);
  if (kind === 'join') texts.splice(here, 2, texts.slice(here, here + 2).join(' '));
  if (kind === 'split' && each.length > 5 && !text.includes('<'))
    texts.splice(here, 1, each.slice(0, 3).join(' '), each.slice(3).join(' '));
  if (kind === 'copy') texts.push(now.a[at % now.a.length] as string);
  return { ...now, [page]: texts };
}
