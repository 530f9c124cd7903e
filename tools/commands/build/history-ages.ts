/** Since when each text is as it is, page by page; catalogs that main had before are parsed once, and few at a time. */
import { parseCatalog } from '../../catalog/parse.ts';
import { agesOf } from '../../progress/ages.ts';
import { digestOf } from '../digest.ts';
import { type CatalogFile, pageOfPath } from '../workspace.ts';
import type { HistoryRequest, ReadTexts } from './history-request.ts';

interface PageChange {
  readonly at: number;
  /** Path and content before; undefined where the page had no catalog. */
  readonly before: { readonly path: string; readonly id: string } | undefined;
}

/** Of a page: the time that most of its texts bear, and the others. */
interface Ages {
  readonly most: number;
  readonly other: Readonly<Record<string, number>>;
}

type Kept = Readonly<Record<string, { readonly chain: string; readonly ages: Ages }>>;

const CACHE = 'ages of texts';
/** Catalogs that are read at once. */
const AT_ONCE = 200;

export async function readAges(request: HistoryRequest): Promise<(page: string, key: string) => number | undefined> {
  const { main, facts, cache, texts } = request;
  const known = cache.known<Kept>(CACHE, '') ?? {};
  const kept: Record<string, Kept[string]> = {};
  const ages = new Map<string, Ages>();
  const open: { page: string; file: CatalogFile; changes: readonly PageChange[]; chain: string }[] = [];
  for (const [page, changes] of changesByPage(request)) {
    const file = facts.catalogs.byPage.get(page);
    const [oldest] = changes.slice(-1);
    if (!file || !oldest || main.dirty.has(file.path)) continue;
    if (changes.length === 1 && !oldest.before) {
      ages.set(page, { most: oldest.at, other: {} });
      continue;
    }
    const chain = digestOf(JSON.stringify(changes));
    const found = known[page];
    if (found?.chain === chain) {
      ages.set(page, found.ages);
      kept[page] = found;
    } else open.push({ page, file, changes, chain });
  }
  for (const group of grouped(open)) {
    const textOf = await textsOf(texts, group);
    for (const { page, file, changes, chain } of group) {
      const made = compact(agesOf(file.catalog, parsed(page, changes, textOf)));
      ages.set(page, made);
      kept[page] = { chain, ages: made };
    }
  }
  cache.keep(CACHE, '', kept);
  return (page, key) => {
    const of = ages.get(page);
    return of && (of.other[key] ?? of.most);
  };
}

/** The newest first. A page that moved to another part goes in one place and comes in another within a commit. */
function changesByPage({ main }: HistoryRequest): ReadonlyMap<string, PageChange[]> {
  const pages = new Map<string, PageChange[]>();
  for (const { at, changes } of main.commits.toReversed()) {
    const here = new Map<string, PageChange['before']>();
    for (const { path, before } of changes) {
      if (!path.endsWith('.md')) continue;
      const page = pageOfPath(path);
      here.set(page, before === undefined ? here.get(page) : { path, id: before });
    }
    for (const [page, before] of here) pages.set(page, [...(pages.get(page) ?? []), { at, before }]);
  }
  return pages;
}

function* parsed(page: string, changes: readonly PageChange[], textOf: ReadonlyMap<string, string>) {
  for (const { at, before } of changes) {
    const text = before && textOf.get(before.id);
    yield { at, before: text === undefined ? undefined : parseCatalog(text, before?.path ?? page, page).catalog };
  }
}

async function textsOf(texts: ReadTexts, group: readonly { readonly changes: readonly PageChange[] }[]) {
  return texts(new Set(group.flatMap(({ changes }) => changes.flatMap(({ before }) => before?.id ?? []))));
}

function* grouped<T extends { readonly changes: readonly unknown[] }>(all: readonly T[]): Generator<readonly T[]> {
  let group: T[] = [];
  let size = 0;
  for (const one of all) {
    group.push(one);
    size += one.changes.length;
    if (size < AT_ONCE) continue;
    yield group;
    group = [];
    size = 0;
  }
  if (group.length > 0) yield group;
}

function compact(ages: ReadonlyMap<string, number>): Ages {
  const counts = new Map<number, number>();
  for (const at of ages.values()) counts.set(at, (counts.get(at) ?? 0) + 1);
  const [most = 0] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
  return { most, other: Object.fromEntries([...ages].filter(([, at]) => at !== most)) };
}
