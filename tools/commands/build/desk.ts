/** The pages of the review desk: what waits for a review, by folder of the catalogs. */
import { entriesByKey } from '../../catalog/entries.ts';
import { type DeskPage, type DeskPiece, oldest, sittingsOf } from '../../progress/desk.ts';
import { type DeskFolder, deskIndex, deskPath, deskSitting } from '../../progress/desk-pages.ts';
import { titleOf } from '../../progress/progress-pages.ts';
import type { PageFacts, VersionFacts } from '../../progress/types.ts';
import { statusOf } from '../../status/status-of.ts';
import { factsOf, page, surroundingsOf } from './progress.ts';
import type { OwnPages, SiteFacts } from './site-facts.ts';
import type { PageSurvey } from './survey.ts';

const GUIDE = 'guide/reviewers';

export async function deskPages(_: unknown, facts: SiteFacts): Promise<OwnPages> {
  const { inputs } = facts;
  const around = surroundingsOf(inputs);
  const { desk } = around;
  const folders = deskFolders(facts);
  const { commit } = facts.history;
  const guide = inputs.articles.some(({ path }) => path === GUIDE) ? `../${GUIDE}.html` : undefined;
  const sittings = folders.flatMap((folder) =>
    folder.sittings.map((_, at) => {
      const title = desk.titleOf.replace('{part}', plain(folder.title));
      const html = () => deskSitting({ folder, at, commit }, around);
      return { ...page(deskPath(folder.id, at), title, desk.lead, inputs, html), noindex: true };
    }),
  );
  return {
    pages: [page('desk/index', desk.title, desk.lead, inputs, () => deskIndex(folders, guide, around)), ...sittings],
    files: [],
  };
}

const plain = (html: string): string => html.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&');

const made = new WeakMap<SiteFacts, readonly DeskFolder[]>();

/** Folders in the order of the book, the current version's first; those where nothing waits are left out. */
export function deskFolders(facts: SiteFacts): readonly DeskFolder[] {
  const known = made.get(facts);
  if (known) return known;
  const folders = readFolders(facts);
  made.set(facts, folders);
  return folders;
}

function readFolders(facts: SiteFacts): DeskFolder[] {
  const around = surroundingsOf(facts.inputs);
  const versions = factsOf(facts);
  const order = versions
    .map((version, at) => ({ version, survey: facts.surveys[at]?.pages ?? [] }))
    .sort((a, b) => Number(b.version.current) - Number(a.version.current));
  const folders = new Map<string, { title: string; pages: DeskPage[] }>();
  const seen = new Set<string>();
  for (const { version, survey } of order) {
    const known = pagesByName(version);
    for (const surveyed of survey) {
      const of = known.get(surveyed.page);
      const shown = of && deskPage(facts, version, of, surveyed, seen);
      if (!shown) continue;
      const id = shown.file.split('/')[2] ?? surveyed.part;
      const folder = folders.get(id) ?? { title: partTitle(version, id, around), pages: [] };
      folder.pages.push(shown);
      folders.set(id, folder);
    }
  }
  return [...folders].map(([id, { title, pages }]) => ({
    id,
    title,
    words: pages.flatMap(({ pieces }) => pieces).reduce((sum, { words }) => sum + words, 0),
    since: oldest({ pieces: pages.flatMap(({ pieces }) => pieces) }),
    sittings: sittingsOf(pages),
  }));
}

function pagesByName({ parts, notes }: VersionFacts): ReadonlyMap<string, PageFacts> {
  return new Map([...parts, notes].flatMap(({ pages }) => pages.map((each) => [each.name, each] as const)));
}

function partTitle({ parts }: VersionFacts, id: string, around: ReturnType<typeof surroundingsOf>): string {
  return titleOf(parts.find((part) => part.id === id) ?? { id, title: { source: id } }, around);
}

/** The texts of a page that nobody has approved and no earlier version of the order has shown; undefined without any. */
function deskPage(
  { catalogs, inputs, history }: SiteFacts,
  { version }: VersionFacts,
  facts: PageFacts,
  { page: name, texts }: PageSurvey,
  seen: Set<string>,
): DeskPage | undefined {
  const file = catalogs.byPage.get(name);
  if (!file) return undefined;
  const entries = entriesByKey(file.catalog);
  const pieces = texts.flatMap(({ key, words, anchor }): DeskPiece[] => {
    const entry = entries.get(key);
    const id = `${name}:${key}`;
    if (!entry || seen.has(id)) return [];
    seen.add(id);
    const status = statusOf(name, entry, inputs.reviews);
    if (status !== 'translated' && status !== 'machine') return [];
    const since = history.since(name, key);
    return [{ entry, words, isMachine: status === 'machine', since, anchor }];
  });
  return pieces.length === 0 ? undefined : { page: facts, file: file.path, version, pieces };
}
