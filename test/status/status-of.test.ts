import { expect, test } from 'vitest';
import type { Entry } from '../../tools/catalog/types.ts';
import { targetHash } from '../../tools/segment/key.ts';
import type { Segment } from '../../tools/segment/types.ts';
import { countedTexts, countPage } from '../../tools/status/count.ts';
import { type ReviewedTexts, statusOf } from '../../tools/status/status-of.ts';

const KEY = 'aaaaaaaaaa';
const OLD = 'bbbbbbbbbb';
const entry = (more: Partial<Entry> = {}): Entry => ({
  type: 'entry',
  key: KEY,
  source: 'Put the lid on.',
  target: '盖上盖子。',
  line: 3,
  ...more,
});

/** One text is reviewed, on every page. */
const reviewed = (key: string, target: string): ReviewedTexts => ({
  has: (each) => each === key,
  of: (_, own, hash, same) => ([own, ...same].includes(key) && hash === targetHash(target) ? {} : undefined),
  isMachine: () => false,
});

/** One text is a draft that nobody has read, as the ledger has it. */
const unread = (target: string): ReviewedTexts => ({
  has: () => true,
  of: () => undefined,
  isMachine: (_, key, hash) => key === KEY && hash === targetHash(target),
});

const flag = { target: targetHash('盖上盖子。') };

test.each<[string, Entry, ReviewedTexts, string]>([
  ['an approved text', entry(), reviewed(KEY, '盖上盖子。'), 'reviewed'],
  ['a text that was changed since', entry({ target: '盖好盖子。' }), reviewed(KEY, '盖上盖子。'), 'translated'],
  [
    'an approved text with spaces around it',
    entry({ target: '盖上盖子。\r\n' }),
    reviewed(KEY, '盖上盖子。'),
    'reviewed',
  ],
  ['a text whose English got other markup', entry({ same: [OLD] }), reviewed(OLD, '盖上盖子。'), 'reviewed'],
  ['a text whose forerunner had another translation', entry({ same: [OLD] }), reviewed(OLD, '盖好。'), 'translated'],
  ['a draft that a person approved', entry({ machine: flag }), reviewed(KEY, '盖上盖子。'), 'reviewed'],
  ['a draft that nobody approved', entry({ machine: flag }), reviewed(OLD, '盖上盖子。'), 'machine'],
  [
    'a stale text',
    entry({ stale: { was: OLD, oldSource: 'Close it.', ...flag } }),
    reviewed(OLD, '盖上盖子。'),
    'stale',
  ],
  [
    'a stale text, whatever the ledger says',
    entry({ stale: { was: OLD, oldSource: 'Close it.', ...flag } }),
    reviewed(KEY, '盖上盖子。'),
    'stale',
  ],
  ['a text that its author has not read', entry(), unread('盖上盖子。'), 'machine'],
  ['a text in place of one that nobody had read', entry({ target: '盖好盖子。' }), unread('盖上盖子。'), 'translated'],
  [
    'a stale text that nobody has read',
    entry({ stale: { was: OLD, oldSource: 'Close it.', ...flag } }),
    unread('盖上盖子。'),
    'stale',
  ],
  ['no text', entry({ target: '' }), reviewed(KEY, ''), 'untranslated'],
])('%s is %s', (_, given, reviews, status) => {
  expect(statusOf('jars', given, reviews)).toBe(status);
});

test('a page counts what is reviewed, in segments and words', () => {
  const segment = { key: KEY, source: 'Put the lid on.', kind: 'text', file: 'jars.sgml' } as Segment;
  const { segments, words } = countPage('jars', countedTexts([segment]), () => entry(), reviewed(KEY, '盖上盖子。'));
  expect(segments.text).toMatchObject({ total: 1, translated: 0, reviewed: 1 });
  expect(words).toMatchObject({ total: 4, translated: 0, reviewed: 4 });
});
