/** A workspace that lives through years: steps are taken, and what each target was really written for is kept beside it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { entryStatus } from '../../../tools/catalog/entry-status.ts';
import { parseCatalog } from '../../../tools/catalog/parse.ts';
import { serializeCatalog } from '../../../tools/catalog/serialize.ts';
import type { Entry } from '../../../tools/catalog/types.ts';
import { accept } from '../../../tools/commands/accept.ts';
import { check } from '../../../tools/commands/check.ts';
import { withDraft } from '../../../tools/commands/draft-plan.ts';
import { replace } from '../../../tools/commands/replace.ts';
import { sync } from '../../../tools/commands/sync.ts';
import { targetHash } from '../../../tools/segment/key.ts';
import { digestOf, listOf, temporary } from './folder.ts';
import { canon, Ghost } from './ghost.ts';
import { handmade } from './handmade.ts';
import { changed, type Edit, type Pages, type Personal, type Step } from './life-steps.ts';
import { record } from './record.ts';
import { toolRoot } from './shared.ts';
import { type SmallManual, writeManual } from './small-manual.ts';
import { writeProject } from './upstream.ts';

export class Life {
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
