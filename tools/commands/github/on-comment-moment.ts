/**
 * What main held when a comment was written: its commands are carried out by that, whenever the workflow runs, so that a
 * ledger that is made again is the same.
 */
import { parseReviewers, type Reviewer } from '../../ledger/reviewers.ts';
import type { CommitId } from '../../ledger/types.ts';
import { OFFICES_FILE, officesHeld, parseOffices } from '../../points/offices.ts';
import { parseProject } from '../../project/parse-project.ts';
import type { CommentFacts } from '../../review/types.ts';
import { type Catalogs, catalogsOf, languageFolder, PROJECT_FILE } from '../workspace.ts';
import type { GitHubContext } from './context.ts';

export interface MainThen {
  readonly commit: CommitId;
  readonly reviewers: readonly Reviewer[];
  /** Offices of the person who wrote the comment. */
  readonly offices: readonly string[];
  textAt(path: string, commit?: CommitId): Promise<string | undefined>;
  /** Texts of the language's files by path; read once a commit. */
  texts(commit?: CommitId): Promise<ReadonlyMap<string, string>>;
  /** The same, read as catalogs. */
  catalogs(commit?: CommitId): Promise<Catalogs>;
}

/**
 * @returns undefined when main had no commit then, or no workspace
 * @throws Failure(2) for lists of people that were wrong then
 */
export async function mainThen(
  { repository }: GitHubContext,
  { at, author }: Pick<CommentFacts, 'at' | 'author'>,
): Promise<MainThen | undefined> {
  const commit = await repository.mainAt(at);
  const projectText = commit && (await repository.textAt(commit, PROJECT_FILE));
  if (commit === undefined || projectText === undefined) return undefined;
  const folder = languageFolder(parseProject(projectText, PROJECT_FILE));
  const read = new Map<CommitId, Promise<ReadonlyMap<string, string>>>();
  const parsed = new Map<CommitId, Promise<Catalogs>>();
  const textAt = (path: string, of = commit) => repository.textAt(of, path);
  const texts = (of = commit) => once(read, of, () => repository.textsAt(of, folder, '.md'));
  const file = `${folder}/reviewers.yml`;
  return {
    commit,
    reviewers: parseReviewers((await textAt(file)) ?? '', file),
    offices: author ? officesHeld(parseOffices((await textAt(OFFICES_FILE)) ?? ''), author.id, at) : [],
    textAt,
    texts,
    catalogs: (of = commit) => once(parsed, of, async () => catalogsOf(await texts(of))),
  };
}

function once<T>(known: Map<CommitId, Promise<T>>, commit: CommitId, make: () => Promise<T>): Promise<T> {
  const found = known.get(commit) ?? make();
  known.set(commit, found);
  return found;
}
