/** The pull request of a sync, as a maintainer reads it. */
import { expect, test } from 'vitest';
import type { Change } from '../../../tools/catalog/merge.ts';
import { LONGEST_BODY, syncTold } from '../../../tools/commands/github/sync-pull-request-body.ts';
import type { PageChanges, SyncPlan, VersionCounts } from '../../../tools/commands/sync-changes.ts';
import { keyOf } from '../../../tools/segment/key.ts';
import { liveIn } from '../../review/rendered.ts';

const change = (kind: Change['kind'], source: string, more: Partial<Change> = {}): Change => ({
  kind,
  key: keyOf(source),
  source,
  ...more,
});
const page = (name: string, changes: readonly Change[], more: Partial<PageChanges> = {}): PageChanges => ({
  page: name,
  path: `translations/zh-CN/sql/${name}.md`,
  state: 'changed',
  versions: [],
  changes,
  ...more,
});
const counts = (version: string, segments: Partial<VersionCounts['segments']>): VersionCounts => ({
  version,
  pages: { added: 0, removed: 0, changed: 1 },
  segments: { kept: 0, rekeyed: 0, stale: 0, filled: 0, new: 0, gone: 0, ...segments },
});
const plan = (pages: readonly PageChanges[], versions: readonly VersionCounts[] = []): SyncPlan => ({
  files: new Map(),
  pages,
  versions,
  dropped: [],
});
const moves = [
  { version: '18', from: '18.5', to: '18.6' },
  { version: '17', from: '17.9', to: '17.9' },
];
const jars = page('jars', [
  change('stale', 'Open the jar.', { oldSource: 'Open a jar.', target: '打开罐子' }),
  change('new', 'Seal it.'),
  change('rekeyed', 'Stop!', { oldSource: 'Stop.' }),
  change('kept', 'Go.'),
]);

test('the title says what it follows, what is left for people, and how much was kept', () => {
  const versions = [counts('18', { kept: 998, stale: 1, new: 1 }), counts('17', { kept: 500 })];
  expect(syncTold(moves, plan([jars], versions)).title).toBe('Sync: 18.6 (2 paragraphs for people, 99 % kept)');
});

test('release notes are counted apart', () => {
  const notes = page('release-18-6', [change('new', 'A.'), change('new', 'B.')], { state: 'added' });
  const { title, body } = syncTold(moves, plan([jars, notes]));
  expect(title).toContain('(2 paragraphs for people');
  expect(body).toContain('Release notes: 2.');
});

test('a page says which words changed, and what its translation was', () => {
  const { body } = syncTold(moves, plan([jars]));
  expect(body).toContain('<code>jars</code>: 1 stale, 1 new</summary>');
  expect(body).toContain(
    `- stale \`${keyOf('Open the jar.')}\` \`Open \`<wbr><del>\`a \`</del><wbr><ins>\`the \`</ins><wbr>\`jar.\``,
  );
  expect(body).toContain('打开罐子');
  expect(body).not.toContain(keyOf('Stop!'));
  expect(body.match(/^- \[ \] /gm)).toHaveLength(3);
});

test('nothing that upstream or a translator wrote is read as Markdown or HTML, and nobody is called', () => {
  const hostile = 'x ``` </details> @everyone <script> [a](javascript:b)';
  const { body } = syncTold(
    moves,
    plan([page('jars', [change('new', hostile), change('stale', 'S', { target: hostile })])]),
  );
  expect(body).toContain('@everyone');
  expect(liveIn(body).join('\n')).not.toMatch(/everyone|script/);
});

test('a body never grows beyond what GitHub takes, and names what it leaves out', () => {
  const pages = Array.from({ length: 1_200 }, (_, at) =>
    page(
      `page-${at}`,
      Array.from({ length: 40 }, (_, index) => change('new', `${'Sentence '.repeat(20)}${at} ${index}`)),
    ),
  );
  const { body } = syncTold(moves, plan(pages));
  expect(body.length).toBeLessThanOrEqual(LONGEST_BODY);
  expect(body).toContain('<code>page-0</code>');
  expect(body).toMatch(/Not shown here: `page-\d+`.* and \d+ more\./);
});

test('one page that is too long hides no other', () => {
  const long = Array.from({ length: 30 }, (_, at) => change('new', `${at} ${'long '.repeat(390)}`));
  const { body } = syncTold(
    moves,
    plan([page('first', long), page('second', long), page('jars', [change('new', 'Seal it.')])]),
  );
  expect(body.length).toBeLessThanOrEqual(LONGEST_BODY);
  expect(body).toContain('Not shown here: `second`.');
  expect(body).toContain('Seal it.');
});
