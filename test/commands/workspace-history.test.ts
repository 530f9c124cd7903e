/** The history of a workspace in real git repositories, as the pages of progress tell it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { serializeCatalog } from '../../tools/catalog/serialize.ts';
import type { Entry } from '../../tools/catalog/types.ts';
import { BuildCache } from '../../tools/commands/build/cache.ts';
import { historyKey } from '../../tools/commands/build/history-key.ts';
import type { SiteFacts } from '../../tools/commands/build/site-facts.ts';
import { readWorkspaceHistory } from '../../tools/commands/build/workspace-history.ts';
import { catalogsOf } from '../../tools/commands/workspace.ts';
import { reviewsOf } from '../../tools/ledger/reviews.ts';
import { serializeLock } from '../../tools/project/lock-file.ts';
import { counts, entry } from '../progress/made.ts';
import { temporary } from './helpers/folder.ts';
import { record } from './helpers/record.ts';

const FOLDER = 'translations/zh-CN/sql';
const DAY = 86_400;
const START = Date.UTC(2026, 0, 5) / 1000;
const project = { language: 'zh-CN' } as SiteFacts['inputs']['project'];

class Workspace {
  readonly root = temporary();
  /** Of the commits that come. */
  day = 0;
  readonly texts = new Map<string, string>();

  git(...args: string[]): string {
    const date = `${START + this.day * DAY} +0000`;
    const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@x', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@x' };
    const env = { ...process.env, ...who, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    return execFileSync('git', args, {
      cwd: this.root,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
    if (path.endsWith('.md')) this.texts.set(path, text);
  }

  page(page: string, ...items: Entry[]): void {
    this.write(`${FOLDER}/${page}.md`, serializeCatalog({ page, items }));
  }

  lock(release: string): void {
    const pin = { version: '18', ref: 'REL', commit: 'c'.repeat(40), release, date: '2026-01-01T00:00:00Z' };
    this.write('translations/upstream.lock.yml', serializeLock({ pins: [pin] }));
  }

  commit(day: number): string {
    this.day = day;
    this.git('add', '-A');
    this.git('commit', '-qm', `day ${day}`);
    return this.git('rev-parse', 'HEAD');
  }

  facts(): Omit<SiteFacts, 'history'> {
    const catalogs = catalogsOf(this.texts);
    const pages = catalogs.files.map(({ catalog }) => ({
      page: catalog.page,
      texts: catalog.items.flatMap((item) => (item.type === 'entry' ? [{ key: item.key }] : [])),
      segments: { text: { total: 1 }, releaseNotes: { total: 0 } },
    }));
    const surveys = [{ pin: { version: '18', commit: 'c' }, pages }];
    return { inputs: { project, ledger: [], reviews: reviewsOf([]) }, catalogs, surveys } as unknown as Omit<
      SiteFacts,
      'history'
    >;
  }

  history(root = this.root) {
    return readWorkspaceHistory(record(root), this.facts(), new BuildCache(root, join(root, 'out'), true));
  }
}

const [drawer, row, label] = [
  entry('The drawer is full.'),
  entry('A row is a row.', '行就是行。'),
  entry('Label it.', '贴标签。'),
];
const filled = { ...drawer, target: '抽屉满了。' };

function lived(): Workspace {
  const made = new Workspace();
  made.git('init', '-q', '-b', 'main');
  made.page('drawers', drawer, row);
  made.page('labels', label);
  made.lock('18.3');
  made.commit(0);
  made.page('drawers', filled, row);
  made.commit(8);
  return made;
}

test('every text waits since the commit that made it so, and the trend is what main was week by week', async () => {
  const made = lived();
  const history = await made.history();
  expect(history.since('drawers', drawer.key)).toBe(START + 8 * DAY);
  expect(history.since('drawers', row.key)).toBe(START);
  expect(history.since('labels', label.key)).toBe(START);
  expect(history.commit).toBe(made.git('rev-parse', 'HEAD').slice(0, 12));
  expect(history.trend).toMatchObject([
    { at: START, words: counts({ untranslated: 4, translated: 7 }) },
    { at: START + 8 * DAY, words: counts({ translated: 11 }) },
  ]);
});

test('a page that moves to another part takes its dates along; what is not committed has none', async () => {
  const made = lived();
  rmSync(join(made.root, FOLDER, 'labels.md'));
  made.texts.delete(`${FOLDER}/labels.md`);
  made.write('translations/zh-CN/admin/labels.md', serializeCatalog({ page: 'labels', items: [label] }));
  made.commit(20);
  expect((await made.history()).since('labels', label.key)).toBe(START);
  made.page('drawers', { ...filled, target: '满。' }, row);
  const history = await made.history();
  expect(history.since('drawers', drawer.key)).toBeUndefined();
  expect(history.commit).toBeUndefined();
});

test('a merge counts when it came to main, not when its branch was written', async () => {
  const made = lived();
  made.git('checkout', '-qb', 'side', 'HEAD~1');
  made.page('labels', { ...label, target: '请贴标签。' });
  made.commit(3);
  made.git('checkout', '-q', 'main');
  made.day = 30;
  made.git('merge', '-q', '--no-ff', '-m', 'merge', 'side');
  expect((await made.history()).since('labels', label.key)).toBe(START + 30 * DAY);
});

test('what upstream changed last: the release, the day, the pages with their new paragraphs', async () => {
  const made = lived();
  expect((await made.history()).upstream.get('18')).toMatchObject({ release: '18.3', from: undefined, pages: [] });
  made.lock('18.6');
  made.page('drawers', filled, row, entry('Drawers have keys now.'));
  const commit = made.commit(40);
  expect((await made.history()).upstream.get('18')).toEqual({
    version: '18',
    release: '18.6',
    from: '18.3',
    commit,
    at: START + 40 * DAY,
    pages: [{ page: 'drawers', paragraphs: 1 }],
  });
});

test('a clone without its older commits says so, and no repository says nothing; the key tells them apart', async () => {
  const made = lived();
  const clone = join(temporary(), 'clone');
  execFileSync('git', ['clone', '-q', '--depth=1', `file://${made.root}`, clone]);
  const shallow = await made.history(clone);
  expect(shallow.trend).toBe('shallow');
  expect(shallow.since('drawers', row.key)).toBeUndefined();
  const keys = [made.root, clone, temporary()].map((root) => historyKey(record(root), project));
  const [whole, cut, none] = await Promise.all(keys);
  expect(new Set([whole, cut, none]).size).toBe(3);
  expect(none).toBe('');
  expect((await made.history(temporary())).trend).toBe('none');
});

test('from the cache comes what was read before, and a commit more changes only what it changes', async () => {
  const made = lived();
  const cache = new BuildCache(made.root, join(made.root, 'out'), true);
  const first = await readWorkspaceHistory(record(made.root), made.facts(), cache);
  mkdirSync(join(made.root, 'out'));
  await cache.save('x');
  const again = await readWorkspaceHistory(
    record(made.root),
    made.facts(),
    new BuildCache(made.root, join(made.root, 'out'), false),
  );
  expect(again.trend).toEqual(first.trend);
  expect(again.since('drawers', drawer.key)).toBe(first.since('drawers', drawer.key));
  made.page('labels', { ...label, target: '请贴标签。' });
  made.commit(60);
  const later = await readWorkspaceHistory(
    record(made.root),
    made.facts(),
    new BuildCache(made.root, join(made.root, 'out'), false),
  );
  expect(later.trend).toHaveLength(3);
  expect(later.since('labels', label.key)).toBe(START + 60 * DAY);
  expect(later.since('drawers', drawer.key)).toBe(first.since('drawers', drawer.key));
});
