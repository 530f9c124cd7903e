/** Reads the versions of an entry out of git: page by page, commit by commit, with few texts in memory at a time. */
import { entriesByKey } from '../catalog/entries.ts';
import { parseCatalog } from '../catalog/parse.ts';
import { findRenames } from '../catalog/renames.ts';
import type { BlobChange, HistoricCommit, History } from '../io/history.ts';
import { differ, type EntryState, type Lineage, newLineage } from './history-lineage.ts';
import { pageOfPath } from './workspace.ts';

/** The entry as a commit left it; `state` is undefined where it took the entry out, or made it unreadable. */
export interface Version {
  /** Undefined: not committed yet. */
  readonly commit: Pick<HistoricCommit, 'commit' | 'author' | 'date' | 'subject'> | undefined;
  readonly file: string;
  readonly state: EntryState | undefined;
}

export interface Asked {
  /** Folder of the catalogs. */
  readonly folder: string;
  readonly page: string;
  readonly key: string;
  /** Those that changed the page's catalog, in whatever part it was. */
  readonly commits: readonly HistoricCommit[];
  /** The catalog as it is in the workspace. */
  readonly now: { readonly path: string; readonly text: string | undefined } | undefined;
}

/** Commits whose texts are read at once: enough to be quick, few enough to be small in memory. */
const AT_ONCE = 64;

/** The newest first; none when the page never had the entry. A page that was renamed is followed to its old name. */
export async function readVersions(repository: History, asked: Asked): Promise<readonly Version[]> {
  const { folder, now } = asked;
  const lineage = newLineage(asked.page, asked.key);
  const uncommitted = now && { commit: undefined, file: now.path, state: lineage.find(now.text) };
  const versions = await readPage(repository, asked.commits, lineage);
  // The head, not the last change: the newest commit may have left the entry alone.
  const [newest] = asked.commits;
  const head = newest && (await stateAfter(repository, newest, lineage));
  if (uncommitted && differ(uncommitted.state, head)) versions.unshift(uncommitted);

  let oldest = asked.commits.at(-1);
  while (oldest) {
    const from = await renamedFrom(repository, oldest, folder, lineage);
    if (!from) break;
    const commits = await repository.commits(from.pattern, `${oldest.commit}~1`);
    const earlier = await readPage(repository, commits, lineage);
    const last = versions.at(-1);
    if (last?.commit?.commit === oldest.commit && !differ(last.state, from.state)) versions.pop();
    versions.push(...earlier);
    oldest = commits.at(-1);
  }
  return versions;
}

async function readPage(repository: History, commits: readonly HistoricCommit[], lineage: Lineage): Promise<Version[]> {
  const versions: Version[] = [];
  for (let from = 0; from < commits.length; from += AT_ONCE) {
    const some = commits.slice(from, from + AT_ONCE);
    const textOf = await textsOf(repository, some);
    for (const { parents, ...commit } of some) {
      const sides = parents.map(sidesOf);
      const state = lineage.find(textOf(sides.find(({ after }) => after !== undefined)?.after));
      // A merge made the entry what it is only when no parent had it so.
      const isNew = sides.every(
        ({ before }, at) => parents[at]?.length !== 0 && differ(state, lineage.find(textOf(before))),
      );
      if (isNew) versions.push({ commit, file: sides[0]?.path ?? '', state });
    }
  }
  return versions;
}

async function stateAfter(repository: History, commit: HistoricCommit, lineage: Lineage) {
  const textOf = await textsOf(repository, [commit]);
  return lineage.find(textOf(commit.parents.map(sidesOf).find(({ after }) => after !== undefined)?.after));
}

/** The page that went in the commit that brought this one, if sync took the one for the other and it had the entry. */
async function renamedFrom(repository: History, { commit, parents }: HistoricCommit, folder: string, lineage: Lineage) {
  const [whole] = await repository.commits(`${folder}/*/*.md`, commit, 1);
  const gone = (whole?.parents[0] ?? []).filter(({ before, after }) => before !== undefined && after === undefined);
  const come = parents.map(sidesOf).find(({ after }) => after !== undefined);
  if (!whole || whole.commit !== commit || !come || gone.length === 0) return undefined;
  const textOf = await textsOf(repository, [{ ...whole, parents: [[come], gone] }]);
  const catalogOf = (path: string, id: string | undefined) =>
    parseCatalog(textOf(id) ?? '', path, pageOfPath(path)).catalog;
  const catalog = catalogOf(come.path, come.after);
  const keys = new Set(entriesByKey(catalog).keys());
  const removed = gone.map(({ path, before }) => catalogOf(path, before));
  const from = findRenames(new Map([[catalog.page, keys]]), removed).get(catalog.page);
  const state = from && lineage.find(textOf(gone.find(({ path }) => pageOfPath(path) === from.page)?.before));
  return state && { state, pattern: `${folder}/*/${from.page}.md` };
}

async function textsOf(repository: History, commits: readonly HistoricCommit[]) {
  const changes = commits.flatMap(({ parents }) => parents.flat());
  const ids = changes.flatMap(({ before, after }) => [before, after].filter((id) => id !== undefined));
  const texts = await repository.texts(new Set(ids));
  return (id: string | undefined) => (id === undefined ? undefined : texts.get(id));
}

/** A page that moves to another part goes in one place and comes in another within a commit. */
function sidesOf(changes: readonly BlobChange[]): {
  path: string;
  before: string | undefined;
  after: string | undefined;
} {
  const come = changes.find(({ after }) => after !== undefined);
  const gone = changes.find(({ before }) => before !== undefined);
  return { path: come?.path ?? gone?.path ?? '', before: come?.before ?? gone?.before, after: come?.after };
}
