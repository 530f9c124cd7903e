/** What holds for every manual and every sequence of syncs, edits upstream and work on the catalogs. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryStatus } from '../../tools/catalog/entry-status.ts';
import { wordsOf } from '../../tools/catalog/similar.ts';
import type { Entry } from '../../tools/catalog/types.ts';
import { keyOf } from '../../tools/segment/key.ts';
import {
  apply,
  type Edit,
  edit,
  edited,
  entriesOf,
  type Files,
  isFinished,
  type Manuals,
  pagesOf,
  synced,
  type Truth,
  type Work,
  work,
  worked,
} from './manuals.ts';

type Step = { readonly edits: readonly Edit[]; readonly older: readonly Edit[]; readonly work: readonly Work[] };
const step: fc.Arbitrary<Step> = fc.record({
  edits: fc.array(edit, { maxLength: 4 }),
  older: fc.array(edit, { maxLength: 2 }),
  work: fc.array(work, { maxLength: 12 }),
});
/** Pages stay what they are: two that change names at once may take each other's place. */
const paragraphEdit = edit.filter(([kind]) => !['rename', 'repart', 'drop'].includes(kind));
const steps = fc.array(step, { minLength: 1, maxLength: 4 });

const wordsFor = (truth: Truth, target: string) => [...(truth.get(target) ?? [])].map(wordsOf);
const targetsOf = <E extends Entry>(entries: readonly E[]) => entries.filter(({ target }) => target !== '');

/** Two versions that drift apart, synced after each step; `check` sees the files before and after each sync. */
function run(
  start: ReadonlyMap<string, readonly string[]>,
  all: readonly Step[],
  check: (before: Files, after: Files, manuals: Manuals, truth: Truth) => void,
): void {
  const truth: Truth = new Map();
  let manuals: Manuals = new Map([
    ['18', start],
    ['16', start],
  ]);
  let files: Files = apply(new Map(), synced(manuals, new Map()));
  for (const { edits, older, work: done } of all) {
    for (const each of done) files = worked(files, each, truth);
    manuals = new Map([
      ['18', edits.reduce(edited, manuals.get('18') as typeof start)],
      ['16', older.reduce(edited, manuals.get('16') as typeof start)],
    ]);
    const after = apply(files, synced(manuals, files));
    check(files, after, manuals, truth);
    files = after;
  }
}

test('every target is found again: in the catalogs, or among what is gone', () => {
  fc.assert(
    fc.property(pagesOf, steps, (start, all) => {
      run(start, all, (before, after) => {
        const held = (files: Files) =>
          targetsOf([...entriesOf(files), ...entriesOf(files, true)]).map(({ target }) => target);
        const now = new Set(held(after));
        expect(held(before).filter((target) => !now.has(target))).toEqual([]);
      });
    }),
    { numRuns: 300 },
  );
});

test('nothing that is gone stands in the catalogs as well, unless its status here is better', () => {
  fc.assert(
    fc.property(pagesOf, steps, (start, all) => {
      run(start, all, (_, after) => {
        const textOf = (entry: Entry) => `${entry.key} ${entry.target} ${entryStatus(entry)}`;
        const living = new Set(targetsOf(entriesOf(after)).map(textOf));
        expect(entriesOf(after, true).filter((entry) => living.has(textOf(entry)))).toEqual([]);
      });
    }),
    { numRuns: 200 },
  );
});

test('a target counts as finished only for the words that it was written for', () => {
  fc.assert(
    fc.property(pagesOf, steps, (start, all) => {
      run(start, all, (_, after, __, truth) => {
        for (const { target, source } of entriesOf(after).filter(isFinished))
          expect([target, wordsFor(truth, target)]).toEqual([target, expect.arrayContaining([wordsOf(source)])]);
      });
    }),
    { numRuns: 300 },
  );
});

/** A stale target with its old source, piece by piece where neighbours were joined. */
function pairsOf(target: string, oldSource: string): readonly (readonly [string, string])[] {
  const sources = oldSource.split(' ¶ ');
  const pieces = target.split(' ');
  if (sources.length === 1) return [[target, oldSource]];
  return pieces.length === sources.length ? pieces.map((piece, at) => [piece, sources[at] as string]) : [];
}

test('a stale target names the source that it was written for', () => {
  fc.assert(
    fc.property(pagesOf, steps, (start, all) => {
      run(start, all, (_, after, __, truth) => {
        for (const entry of entriesOf(after)) {
          const { stale, target } = entry;
          if (!stale || entryStatus(entry) !== 'stale') continue;
          expect(stale.was).toBe(keyOf(stale.oldSource));
          // What was joined was written in pieces, each for its own source; as a whole a person may vouch for it later.
          for (const [piece, source] of pairsOf(target, stale.oldSource))
            if (truth.has(piece))
              expect([piece, wordsFor(truth, piece)]).toEqual([piece, expect.arrayContaining([wordsOf(source)])]);
        }
      });
    }),
    { numRuns: 200 },
  );
});

test('a second sync changes nothing, nor does laying out anew for the same version twice', () => {
  fc.assert(
    fc.property(pagesOf, steps, (start, all) => {
      run(start, all, (_, after, manuals) => {
        const again = synced(manuals, after);
        expect(again.pages).toEqual([]);
        expect([...apply(after, again)].sort()).toEqual([...after].sort());
        const anew = apply(after, synced(manuals, after, [], false));
        expect([...apply(anew, synced(manuals, anew))].sort()).toEqual([...anew].sort());
      });
    }),
    { numRuns: 200 },
  );
});

test('when upstream takes back what it did to paragraphs, every source has its target again, and what was finished is finished', () => {
  fc.assert(
    fc.property(pagesOf, steps, fc.array(paragraphEdit, { minLength: 1, maxLength: 5 }), (start, all, edits) => {
      let last: { files: Files; manuals: Manuals } | undefined;
      run(start, all, (_, files, manuals) => {
        last = { files, manuals };
      });
      if (!last) return;
      const { files, manuals } = last;
      const [newest, older] = [...manuals.values()] as [typeof start, typeof start];
      const away: Manuals = new Map([
        ['18', edits.reduce(edited, newest)],
        ['16', older],
      ]);
      const gone = apply(files, synced(away, files));
      const back = apply(gone, synced(manuals, gone));
      // Where one English has several targets, one of them may stand for another: each was written for these words.
      const wordsAndTargets = new Map<string, Set<string>>();
      for (const { source, stale, target } of targetsOf([...entriesOf(files), ...entriesOf(files, true)]))
        for (const words of [source, stale?.oldSource ?? source].map(wordsOf))
          wordsAndTargets.set(words, (wordsAndTargets.get(words) ?? new Set()).add(target));
      const now = new Map(entriesOf(back).map((entry) => [`${entry.page} ${entry.key}`, entry]));
      for (const entry of targetsOf(entriesOf(files))) {
        const returned = now.get(`${entry.page} ${entry.key}`);
        expect([...(wordsAndTargets.get(wordsOf(entry.source)) ?? [])]).toContain(returned?.target);
        if (isFinished(entry)) expect([entry.source, returned && isFinished(returned)]).toEqual([entry.source, true]);
      }
    }),
    { numRuns: 300 },
  );
});

test('one more version, older or newer than the others, moves no entry and changes none; dropping it takes only its own', () => {
  fc.assert(
    fc.property(pagesOf, steps, fc.array(edit, { maxLength: 5 }), fc.boolean(), (start, all, edits, between) => {
      run(start, all, (_, files, manuals) => {
        const [[newest, current], [oldest, older]] = [...manuals] as [[string, typeof start], [string, typeof start]];
        const extra: [string, typeof start] = [between ? '17' : '15', edits.reduce(edited, current)];
        const more: Manuals = new Map(
          between ? [[newest, current], extra, [oldest, older]] : [[newest, current], [oldest, older], extra],
        );
        const wide = apply(files, synced(more, files));
        const before = entriesOf(files);
        const places = new Set(before.map(({ page, key }) => `${page} ${key}`));
        const kept = entriesOf(wide).filter(({ page, key }) => places.has(`${page} ${key}`));
        const shape = ({ page, key, target, stale }: (typeof kept)[number]) => ({ page, key, target, stale });
        const filled = ({ target }: Entry) => target !== '';
        expect(kept.map(({ page, key }) => ({ page, key }))).toEqual(before.map(({ page, key }) => ({ page, key })));
        const full = new Set(before.filter(filled).map(({ page, key }) => `${page} ${key}`));
        expect(kept.filter(({ page, key }) => full.has(`${page} ${key}`)).map(shape)).toEqual(
          before.filter(filled).map(shape),
        );
        const plan = synced(manuals, wide, [...more.keys()]);
        const narrow = apply(wide, plan);
        expect(entriesOf(narrow).map(({ page, key }) => ({ page, key }))).toEqual(
          before.map(({ page, key }) => ({ page, key })),
        );
        expect(plan.dropped.map(({ version }) => version)).toEqual([extra[0]]);
      });
    }),
    { numRuns: 200 },
  );
});
