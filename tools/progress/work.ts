/** What is to do in a version: its pages by kind of work, the most useful first. Pure. */
import { entriesByKey } from '../catalog/entries.ts';
import type { Catalog, Entry } from '../catalog/types.ts';
import { type Circumstances, type Piece, queueOf, type WorkKind } from '../status/queue.ts';
import { type ReviewedTexts, statusOf } from '../status/status-of.ts';
import type { PageFacts, PartFacts, VersionFacts } from './types.ts';

/** Words of a page that wait, by kind. */
export type Waiting = Readonly<Record<WorkKind, number>>;

export interface WorkPage extends PageFacts {
  readonly waiting: Waiting;
}

export interface WorkPart extends Omit<PartFacts, 'pages'> {
  readonly waiting: Waiting;
  /** Those that have something to do, the most useful first. */
  readonly pages: readonly WorkPage[];
}

export interface VersionWork {
  readonly waiting: Waiting;
  /** Those in which something is to do, in reading order. */
  readonly parts: readonly WorkPart[];
  /** Of the whole version without its release notes, the most useful pages first. */
  readonly best: readonly WorkPage[];
}

/** The catalog of a page; undefined where it has none. */
export type CatalogOf = (page: string) => { readonly path: string; readonly catalog: Catalog } | undefined;

/** The texts of a page in one version, with the words of their English. */
export type TextsOf = (page: string) => readonly { readonly key: string; readonly words: number }[];

/** What is asked of the workspace besides the counts. */
export interface WorkRequest {
  readonly facts: VersionFacts;
  readonly catalogOf: CatalogOf;
  readonly textsOf: TextsOf;
  readonly reviews: ReviewedTexts;
  readonly circumstances: Circumstances;
}

/** In a text that waits for a look, a program's draft and a person's translation count alike. */
export function waitingOf({ words: { stale, untranslated, translated, machine } }: Pick<PageFacts, 'words'>): Waiting {
  return { stale, untranslated, unreviewed: translated + machine };
}

export function kindOf(page: string, entry: Entry, reviews: ReviewedTexts): WorkKind | undefined {
  const status = statusOf(page, entry, reviews);
  if (status === 'reviewed') return undefined;
  return status === 'stale' || status === 'untranslated' ? status : 'unreviewed';
}

export function versionWork(request: WorkRequest): VersionWork {
  const { facts } = request;
  const rankOf = ranks(request);
  const isOpen = (waiting: Waiting) => Object.values(waiting).some((words) => words > 0);
  const groups = facts.notes.pages.length > 0 ? [...facts.parts, facts.notes] : facts.parts;
  const parts = groups.map((part): WorkPart => {
    const pages = part.pages.map((page): WorkPage => ({ ...page, waiting: waitingOf(page) }));
    return {
      ...part,
      waiting: waitingOf(part),
      pages: pages.filter(({ waiting }) => isOpen(waiting)).sort((a, b) => rankOf(a.name) - rankOf(b.name)),
    };
  });
  const best = parts
    .flatMap(({ pages }) => pages)
    .filter(({ isNotes }) => !isNotes)
    .sort((a, b) => rankOf(a.name) - rankOf(b.name));
  return { waiting: waitingOf(facts), parts: parts.filter(({ waiting }) => isOpen(waiting)), best };
}

/** Where a page stands in the queue: at its first task. A page that has no catalog yet comes last. */
function ranks(request: WorkRequest): (page: string) => number {
  const ranked = new Map<string, number>();
  queueOf(piecesOf(request), request.circumstances).forEach(({ page }, rank) => {
    if (!ranked.has(page)) ranked.set(page, rank);
  });
  return (page) => ranked.get(page) ?? ranked.size * 3 + 1;
}

function* piecesOf({ facts, catalogOf, textsOf, reviews }: WorkRequest): Generator<Piece> {
  for (const { name } of [...facts.parts, facts.notes].flatMap(({ pages }) => pages)) {
    const file = catalogOf(name);
    if (!file) continue;
    const entries = entriesByKey(file.catalog);
    for (const { key, words } of textsOf(name)) {
      const entry = entries.get(key);
      const kind = entry && kindOf(name, entry, reviews);
      if (!entry || kind === undefined) continue;
      const { source, line, versions } = entry;
      const current = versions === undefined;
      yield { page: name, file: file.path, line, key, source, words, kind, current };
    }
  }
}
