import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Deed } from '../../tools/render/deeds.ts';
import { englishPageWords as words } from '../../tools/render/page-words.ts';
import { changeList, factsTemplate, keysOf, type ParagraphFacts } from '../../tools/render/paragraph-facts.ts';
import { pagePeople, peopleLine } from '../../tools/render/people.ts';

const person = (login: string) => ({ login, path: `people/${login.toLowerCase()}` });
const deed = (what: Deed['what'], login: string, more: Partial<Deed> = {}): Deed => ({
  what,
  people: [person(login)],
  record: { url: 'https://github.com/example/manual/pull/7', number: 7 },
  day: '2026-03-01',
  ...more,
});
const [A, B, C] = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'];
const of = (facts: Readonly<Record<string, ParagraphFacts>>) => (key: string) => facts[key];

test('keys of an article stand once each, in its order', () => {
  const html = `<p data-key="${B}">x</p><p lang="en" data-key="${B}">x</p><h2 data-key="${A}">data-key="${C}"</h2>`;
  expect(keysOf(html.replace(`data-key="${C}"`, `data-key=&quot;${C}&quot;`))).toEqual([B, A]);
});

test('lines and deeds follow the keys; the same deeds are written once', () => {
  const made = [deed('translated', 'Ada')];
  const html = factsTemplate(
    [A, B, C],
    of({ [A]: { line: 3, deeds: made }, [B]: { line: 7, deeds: [] }, [C]: { line: 11, deeds: made } }),
    words,
  );
  expect(html).toContain('data-lines="3 7 11"');
  expect(html).toContain('data-deeds="1 0 1"');
  expect(html.match(/<ul>/g)).toHaveLength(1);
  expect(html).toContain('<a href="../../people/ada.html">Ada</a>');
  expect(html).toContain('<a href="https://github.com/example/manual/pull/7" rel="noopener">#7</a> 2026-03-01');
});

test('a page without catalog and ledger carries nothing', () => {
  expect(factsTemplate([A, B], () => undefined, words)).toBe('');
  expect(changeList([A, B], () => undefined, 'zh-CN', words)).toBe('');
  expect(peopleLine(pagePeople([]), 'zh-CN', words)).toBe('');
});

test('changed English reads as what went and what came, under the words of its paragraph', () => {
  const pieces = [
    { kind: 'same', text: 'The ' },
    { kind: 'removed', text: 'old ' },
    { kind: 'added', text: 'new & <b>' },
    { kind: 'same', text: ' lid' },
  ] as const;
  const html = changeList([A], of({ [A]: { line: 3, deeds: [], change: { quote: '盖<子', pieces } } }), 'zh-CN', words);
  expect(html).toContain('<summary>盖&lt;子</summary>');
  expect(html).toContain('<p lang="en">The <del>old</del> <ins>new &amp; &lt;b&gt;</ins> lid</p>');
});

test('whatever stands in a record, no markup and no script comes of it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, url) => {
      const bad = deed('reviewed', 'x', {
        people: [{ login: `<i>${text}`, path: 'people/id-1' }],
        record: { url, number: undefined },
      });
      const facts = {
        line: 1,
        deeds: [bad],
        change: { quote: `<i>${text}`, pieces: [{ kind: 'added', text: `<i>${text}` }] },
      } as const;
      const html = factsTemplate([A], of({ [A]: facts }), words) + changeList([A], of({ [A]: facts }), 'zh-CN', words);
      expect(html).not.toContain('<i>');
      expect(html).not.toMatch(/href="[^"]*javascript:/i);
    }),
  );
  const script = deed('translated', 'x', { record: { url: 'javascript:alert(1)', number: 3 } });
  expect(factsTemplate([A], of({ [A]: { line: 1, deeds: [script] } }), words)).not.toContain('javascript:');
});

test('people of a page: most words first, each once, the last change by day', () => {
  const people = pagePeople([
    {
      words: 5,
      deeds: [deed('translated', 'ada'), deed('corrected', 'bob', { day: '2026-05-02' }), deed('reviewed', 'eve')],
    },
    { words: 9, deeds: [deed('translated', 'bob'), deed('corrected', 'bob', { day: '2026-04-01' })] },
    { words: 1, deeds: [deed('kept', 'zoe', { day: '2026-09-09' }), deed('reviewed', 'eve', { day: '2026-10-10' })] },
  ]);
  expect(people.translators.map(({ login }) => login)).toEqual(['bob', 'ada', 'zoe']);
  expect(people.reviewers.map(({ login }) => login)).toEqual(['eve']);
  expect(people.changed).toBe('2026-05-02');
});

test('a heading that stands on many pages makes its translator only theirs who translated it there', () => {
  const far = deed('translated', 'far', { elsewhere: true });
  const near = deed('translated', 'near');
  const logins = (words: number) => pagePeople([{ words, deeds: [far, near] }]).translators.map(({ login }) => login);
  expect(logins(2)).toEqual(['near']);
  expect(logins(12)).toEqual(['far', 'near']);
});

test('a page of many names a few and counts the others, who are there to be opened', () => {
  const names = ['ada', 'bob', 'eve', 'max', 'zoe', 'kim'];
  const people = pagePeople(names.map((name, at) => ({ words: 20 - at, deeds: [deed('translated', name)] })));
  const html = peopleLine(people, 'zh-CN', words);
  const [shown, folded] = html.split('<details>');
  for (const name of names.slice(0, 3)) expect(shown).toContain(`>${name}</a>`);
  expect(folded).toContain('<summary>and 3 others</summary>');
  for (const name of names.slice(3)) expect(folded).toContain(`>${name}</a>`);
});
