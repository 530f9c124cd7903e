/** Random manuals of a few pages, random edits of them, and people at work on the catalogs between syncs. */
import fc from 'fast-check';
import { entryStatus } from '../../tools/catalog/entry-status.ts';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import { serializeCatalog } from '../../tools/catalog/serialize.ts';
import type { Catalog, Entry } from '../../tools/catalog/types.ts';
import type { Manual } from '../../tools/commands/manual.ts';
import type { SyncPlan } from '../../tools/commands/sync-changes.ts';
import { planSync } from '../../tools/commands/sync-plan.ts';
import type { CatalogFile, Catalogs } from '../../tools/commands/workspace.ts';
import type { Project } from '../../tools/project/types.ts';
import { keyOf, targetHash } from '../../tools/segment/key.ts';

/** Sources of each page; the name before the slash is the part. */
export type Pages = ReadonlyMap<string, readonly string[]>;
/** A manual a version, the current one first. */
export type Manuals = ReadonlyMap<string, Pages>;
/** Text of each file. */
export type Files = ReadonlyMap<string, string>;

const VOCABULARY =
  'fill the pot with cold water and wait until it boils then pour over leaves of `tea` but never *twice* for a lid stays open while steam goes out, so close it again before anybody asks what happened'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 18 })
  .map((words) => `${words.join(' ')}.`);
export const pagesOf: fc.Arbitrary<Pages> = fc
  .array(fc.array(sentence, { maxLength: 6 }), { minLength: 1, maxLength: 4 })
  .map((all) => new Map(all.map((sources, at) => [`part${at % 2}/page-${at}`, sources])));

export type Edit = readonly [kind: string, page: number, place: number, words: string];
export const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom('reword', 'markup', 'remove', 'insert', 'split', 'join', 'move', 'copy', 'rename', 'repart', 'drop'),
  fc.nat(9),
  fc.nat(9),
  sentence,
);

/** The manual after an edit such as upstream makes. */
export function edited(pages: Pages, [kind, pageAt, place, words]: Edit): Pages {
  const names = [...pages.keys()];
  const name = names[pageAt % Math.max(names.length, 1)];
  if (name === undefined) return new Map([[`part0/${keyOf(words)}`, [words]]]);
  const sources = [...(pages.get(name) ?? [])];
  const at = place % Math.max(sources.length, 1);
  const source = sources[at] ?? '';
  const each = source.split(' ');
  const next = new Map(pages);
  const other = names[(pageAt + 1) % names.length] as string;
  const half = Math.ceil(each.length / 2);
  if (kind === 'insert') sources.splice(at, 0, words);
  else if (kind === 'rename' || kind === 'repart' || kind === 'drop') next.delete(name);
  else if (source !== '') {
    if (kind === 'reword') sources[at] = each.with(place % each.length, words.split(' ')[0] as string).join(' ');
    if (kind === 'markup')
      sources[at] = each
        .with(place % each.length, `*${each[place % each.length]}*`.replace(/^\*[*`].*/, 'pot'))
        .join(' ');
    if (kind === 'remove' || kind === 'move') sources.splice(at, 1);
    if (kind === 'split' && half < each.length)
      sources.splice(at, 1, each.slice(0, half).join(' '), each.slice(half).join(' '));
    if (kind === 'join') sources.splice(at, 2, sources.slice(at, at + 2).join(' '));
  }
  if (pages.has(name) && next.has(name)) next.set(name, sources);
  if ((kind === 'move' || kind === 'copy') && source !== '') next.set(other, [...(next.get(other) ?? []), source]);
  if (kind === 'rename') next.set(`${name.split('/')[0]}/new-${keyOf(name + words)}`, sources);
  if (kind === 'repart') next.set(`moved/${name.split('/')[1]}`, sources);
  return next;
}

const GONE = 'translations/gone/';

function filesOf(files: Files, gone: boolean): CatalogFile[] {
  return [...files]
    .filter(([path]) => path.startsWith(GONE) === gone)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => ({ path, catalog: parseCatalog(text, path, path.replace(/^.*\/|\.md$/g, '')).catalog }));
}

/** Entries with their page, of the catalogs or of what is gone. */
export function entriesOf(files: Files, gone = false): (Entry & { readonly page: string })[] {
  return filesOf(files, gone).flatMap(({ catalog: { page, items } }) =>
    (items as Entry[]).map((entry) => ({ ...entry, page })),
  );
}

function manualOf(version: string, pages: Pages): Manual {
  const all = [...pages].map(([name, sources]) => {
    const [part, page] = name.split('/');
    const segments = sources.map((source) => ({ key: keyOf(source), source, kind: 'text' }));
    return { page: { name: page, part }, segments };
  });
  return { version, segmentation: { pages: all } } as unknown as Manual;
}

/** A sync, or with `keepOrder` off what `current` does. */
export function synced(manuals: Manuals, files: Files, versions: readonly string[] = [], keepOrder = true): SyncPlan {
  const [current] = manuals.keys();
  const project = {
    language: 'zh-CN',
    versions: [...manuals.keys()].map((name) => ({ name, current: name === current })),
  } as unknown as Project;
  const catalogs = filesOf(files, false);
  const byPage = new Map(catalogs.map((file) => [file.catalog.page, file]));
  const held: Catalogs = { files: catalogs, byPage, findings: [] };
  return planSync(
    project,
    [...manuals].map(([version, pages]) => manualOf(version, pages)),
    { catalogs: held, gone: filesOf(files, true), versions, keepOrder },
  );
}

export function apply(files: Files, plan: SyncPlan): Files {
  const next = new Map(files);
  for (const [path, content] of plan.files) {
    if (content === null) next.delete(path);
    else next.set(path, content);
  }
  return next;
}

/** What a person does to one entry: writes a target where there is none, mends one, or takes away its flags. */
export type Work = readonly [kind: 'write' | 'mend' | 'approve' | 'draft', entry: number];
export const work: fc.Arbitrary<Work> = fc.tuple(
  fc.constantFrom('write' as const, 'mend' as const, 'approve' as const, 'draft' as const),
  fc.nat(40),
);

/** The sources that a person has written each target for, or left it standing for. */
export type Truth = Map<string, Set<string>>;

export function worked(files: Files, [kind, at]: Work, truth: Truth): Files {
  const catalogs = filesOf(files, false);
  const all = catalogs.flatMap(({ path, catalog }) =>
    (catalog.items as Entry[]).map((entry) => ({ path, catalog, entry })),
  );
  const chosen = all.filter(({ entry }) => (entry.target === '') === (kind === 'write' || kind === 'draft'));
  const { path, catalog, entry } = chosen[at % Math.max(chosen.length, 1)] ?? {};
  if (!path || !catalog || !entry) return files;
  const { stale: _, machine: __, ...bare } = entry;
  let next: Entry = { ...entry, target: `译${truth.size}` };
  if (kind === 'draft') next = { ...next, machine: { target: targetHash(next.target) } };
  if (kind === 'approve') next = { ...bare, target: entry.target };
  if (kind === 'approve' && entry.target.includes('\n')) return files;
  truth.set(next.target, (truth.get(next.target) ?? new Set()).add(entry.source));
  const items = catalog.items.map((item) => (item === entry ? next : item));
  return new Map(files).set(path, serializeCatalog({ ...catalog, items } as Catalog));
}

export const isFinished = (entry: Entry): boolean => ['translated', 'machine'].includes(entryStatus(entry));
