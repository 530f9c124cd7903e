/**
 * Years of a translation in random order: upstream edits, syncs, people who write, put back and accept, programs that
 * draft, fixes, replacements and merges of branches. No status is ever better than the truth.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryStatus } from '../../tools/catalog/entry-status.ts';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import { serializeCatalog } from '../../tools/catalog/serialize.ts';
import type { Entry } from '../../tools/catalog/types.ts';
import { accept } from '../../tools/commands/accept.ts';
import { check } from '../../tools/commands/check.ts';
import { withDraft } from '../../tools/commands/draft-plan.ts';
import { replace } from '../../tools/commands/replace.ts';
import { sync } from '../../tools/commands/sync.ts';
import { targetHash } from '../../tools/segment/key.ts';
import { digestOf, listOf, temporary } from './helpers/folder.ts';
import { canon, Ghost } from './helpers/ghost.ts';
import { handmade } from './helpers/handmade.ts';
import { record } from './helpers/record.ts';
import { editFile, toolRoot } from './helpers/shared.ts';
import { type SmallManual, writeManual } from './helpers/small-manual.ts';
import { writeProject } from './helpers/upstream.ts';

const sentence = fc
  .array(fc.constantFrom('open', 'the', 'jar', 'lid', 'and', 'wax', 'seal', 'warm', 'cold', 'slowly'), {
    minLength: 3,
    maxLength: 9,
  })
  .map((words) => `${words.join(' ')}.`);
const paragraphs = fc.array(sentence, { minLength: 1, maxLength: 4 });
const manual = fc.record({ a: paragraphs, b: paragraphs, c: paragraphs });
type Pages = Readonly<Record<'a' | 'b' | 'c', readonly string[]>>;

const place = fc.record({ page: fc.constantFrom('a', 'b', 'c'), at: fc.nat(20), words: sentence });
const edit = fc.record({
  kind: fc.constantFrom('reword', 'reword', 'markup', 'insert', 'remove', 'join', 'split', 'copy', 'back'),
  place,
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

const personal = fc.record({
  kind: fc.constantFrom('write', 'write', 'mend', 'back', 'accept', 'draft'),
  at: fc.nat(40),
});
type Personal = typeof personal extends fc.Arbitrary<infer T> ? T : never;

const step = fc.oneof(
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
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What upstream does to a paragraph; `back` returns the whole manual to what it was earlier. */
function changed(history: readonly Pages[], { kind, place: { page, at, words } }: Edit): Pages {
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

class Life {
  readonly root = temporary();
  private readonly upstream = temporary();
  private readonly ghost = new Ghost();
  private readonly history: Pages[];
  private readonly repository = handmade({}, this.root);
  /** Every target that somebody has written, oldest first. */
  private readonly written: string[] = [];

  constructor(first: Pages) {
    this.history = [first];
    writeProject(this.root, this.upstream, '  - { name: "1", ref: REL_1_STABLE }');
    writeFileSync(join(this.root, '.gitignore'), '.cache/\n');
    this.repository.git('init', '-q', '-b', 'main');
  }

  async sync(edits: readonly Edit[] = []): Promise<void> {
    for (const each of edits) this.history.push(changed(this.history, each));
    writeManual(this.upstream, { start: this.history.at(-1) } as unknown as SmallManual);
    await this.keeping(async () => void (await sync(record(this.root), { pins: new Map() })));
    const once = digestOf(this.root);
    await sync(record(this.root), { pins: new Map() });
    expect(digestOf(this.root)).toEqual(once);
  }

  /** A person writes where nothing is, mends, puts an earlier text back, or accepts; or a program drafts. */
  async work({ kind, at }: Personal): Promise<void> {
    const isWanted = ({ target, stale }: Entry) =>
      kind === 'write' || kind === 'draft'
        ? target === ''
        : target !== '' && (kind !== 'accept' || stale !== undefined);
    const all = this.catalogs().flatMap(({ path, page, entries }) => entries.map((entry) => ({ path, page, entry })));
    const wanted = all.filter(({ entry }) => isWanted(entry) && (kind !== 'accept' || entryStatus(entry) === 'stale'));
    const chosen = wanted[at % Math.max(wanted.length, 1)];
    if (!chosen) return;
    const { path, page, entry } = chosen;
    if (kind === 'accept') {
      await accept(record(this.root), page, [entry.key]);
      // A draft of an older source is a draft of the new one then, not a person's text.
      if (entry.machine?.target === targetHash(entry.target)) this.ghost.drafted(entry.target, entry.source);
      else this.ghost.written(entry.target, entry.source);
      return;
    }
    // Mending keeps the first line: git sees a change of the last one only.
    const first = kind === 'mend' ? (entry.target.split('\n')[0] as string) : `译${this.written.length}  盖子`;
    const fresh = `${first}\n完${this.written.length}`;
    const target = kind === 'back' ? (this.written[at % Math.max(this.written.length, 1)] ?? fresh) : fresh;
    // Putting back the text that a flag speaks of restores the flag, and says nothing new.
    const isRestored = [entry.stale?.target, entry.machine?.target].includes(targetHash(target));
    if (kind === 'draft') this.ghost.drafted(target, entry.source);
    else if (!isRestored) this.ghost.written(target, entry.source);
    this.written.push(target);
    this.put(path, entry, kind === 'draft' ? withDraft(entry, target) : { ...entry, target });
  }

  /** One branch translates while main follows upstream; then they are merged, conflicts as the person likes. */
  async merge({ edits, works, conflicts }: Extract<Step, { do: 'merge' }>): Promise<void> {
    const { git, commit } = this.repository;
    git('checkout', '-q', '-b', 'work');
    for (const each of works) await this.work(each);
    commit('work');
    git('checkout', '-q', 'main');
    await this.sync(edits);
    commit('sync');
    this.requireTruth();
    try {
      git('merge', '-q', '--no-edit', ...(conflicts === 'ours' ? ['-X', 'ours'] : []), 'work');
    } catch {
      if (conflicts === 'given up') git('merge', '--abort');
      else this.takeTheirs();
    }
    git('branch', '-q', '-D', 'work');
    this.requireTruth();
    // What no command would touch before a person has mended it is not mended here.
    if (this.catalogs().some(({ broken }) => broken)) git('reset', '-q', '--hard', 'HEAD^');
  }

  /** Of each file in conflict the other branch's text; what one side has deleted stays deleted. */
  private takeTheirs(): void {
    const { git } = this.repository;
    for (const path of git('diff', '--name-only', '--diff-filter=U').split('\n')) {
      const stages = git('ls-files', '-u', '--', path);
      if (/ 3\t/.test(stages) && / 2\t/.test(stages)) git('checkout', '-q', '--theirs', '--', path);
      else git('rm', '-q', '--cached', '--', path);
    }
    git('add', '-A', '.');
    git('commit', '-q', '--no-edit');
  }

  async take(each: Step): Promise<void> {
    if (each.do === 'sync') await this.sync(each.edits);
    if (each.do === 'work') for (const one of each.works) await this.work(one);
    const checks = { paths: [], rules: ['double-spaces'], severity: undefined, summary: false, fix: true, toolRoot };
    if (each.do === 'fix') await this.keeping(async () => void (await check(record(this.root), checks)));
    if (each.do === 'replace')
      await this.keeping(async () => void (await replace(record(this.root), { old: '子', new: '字' }, { in: [] })));
    this.repository.commit(each.do);
    if (each.do === 'merge') await this.merge(each);
    this.requireTruth();
  }

  requireTruth(): void {
    const lies = this.catalogs().flatMap(({ path, entries }) =>
      entries.flatMap((entry) => this.ghost.lieOf(entry) ?? []).map((lie) => `${path}: ${lie}`),
    );
    expect(lies).toEqual([]);
  }

  /** A command of pgdoc may move a text of a catalog or set it aside; it loses none. */
  private async keeping(command: () => Promise<void>): Promise<void> {
    const before = this.targets(false).flatMap((target) => target.split('\n'));
    await command();
    const after = this.targets(true).map(canon).join('\n');
    expect(before.map(canon).filter((line) => !after.includes(line))).toEqual([]);
  }

  private targets(withGone: boolean): readonly string[] {
    return this.catalogs(withGone).flatMap(({ entries }) => entries.map(({ target }) => target));
  }

  private catalogs(withGone = false) {
    const paths = listOf(this.root).filter((path) => /^translations\/(zh-CN|gone)\/.*\.md$/.test(path));
    return paths
      .filter((path) => withGone || !path.startsWith('translations/gone/'))
      .map((path) => {
        const page = path.replace(/^.*\/|\.md$/g, '');
        const { catalog, findings } = parseCatalog(readFileSync(join(this.root, path), 'utf8'), path, page);
        const entries = catalog.items.filter((item) => item.type === 'entry');
        return { path, page, catalog, entries, broken: findings.some(({ severity }) => severity === 'error') };
      });
  }

  private put(path: string, entry: Entry, next: Entry): void {
    const found = this.catalogs().find((each) => each.path === path);
    if (!found) throw new Error(`${path} is not there`);
    const items = found.catalog.items.map((item) => (item.type === 'entry' && item.key === entry.key ? next : item));
    writeFileSync(join(this.root, path), serializeCatalog({ page: found.page, items }));
  }
}

test('no status is ever better than the truth, and no command loses a text', { timeout: 120_000 }, async () => {
  const counts = { runs: 0 };
  await fc.assert(
    fc.asyncProperty(manual, fc.array(step, { minLength: 2, maxLength: 8 }), async (first, steps) => {
      const life = new Life(first);
      await life.sync();
      await life.take({ do: 'work', works: [0, 1, 2, 3].map((at) => ({ kind: 'write', at })) });
      for (const each of steps) await life.take(each);
      counts.runs += 1;
    }),
    { numRuns: Number(process.env.LIVES ?? 25), interruptAfterTimeLimit: 60_000 },
  );
  expect(counts.runs).toBeGreaterThan(5);
});

test('a line that somebody mends while its English changes is a conflict, never a clean merge', async () => {
  const [upstream, root] = [temporary(), temporary()];
  const { git, commit } = handmade({}, root);
  const file = join(root, 'translations/zh-CN/start/a.md');
  const follow = async (words: string) => {
    writeManual(upstream, { start: { a: [words] } });
    await sync(record(root), { pins: new Map() });
  };
  writeProject(root, upstream, '  - { name: "1", ref: REL_1_STABLE }');
  git('init', '-q', '-b', 'main');
  writeFileSync(join(root, '.gitignore'), '.cache/\n');
  await follow('Open the jar and look into it.');
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n打开罐子，\n看看里面。\n`);
  commit('two lines');
  git('checkout', '-q', '-b', 'work');
  editFile(file, (text) => text.replace('看看里面。', '往里看。'));
  commit('work');
  git('checkout', '-q', 'main');
  await follow('Open the jars and look into them.');
  expect(readFileSync(file, 'utf8')).toMatch(
    /stale was=\w+ target=\w+\n> Open the jar and look into it\.\n-->\n打开罐子，看看里面。\n/,
  );
  commit('sync');
  expect(() => git('merge', '-q', 'work')).toThrowError();
  expect(git('diff', '--name-only', '--diff-filter=U')).toBe('translations/zh-CN/start/a.md');
  git('merge', '--abort');
  // Back to the old English: the same text is not stale.
  await follow('Open the jar and look into it.');
  expect(readFileSync(file, 'utf8')).toMatch(/<!-- @\w+ -->\n打开罐子，\n?看看里面。\n/);
});
