/**
 * The Git repository that the workspace lies in, and the remote that it was cloned from: what commits hold, and a new
 * commit on a branch of the remote. The working tree is never touched. Paths are relative to the workspace.
 */

/** A file at two commits; undefined where it is not. Contents are text; what is no UTF-8 has replacement characters. */
export interface FileChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly authorName: string;
  readonly authorEmail: string;
  /** ISO 8601 in UTC, to the second. */
  readonly authoredAt: string;
  readonly committedAt: string;
  readonly message: string;
}

/** One commit that puts files at a branch's tip. */
export interface NewCommit {
  readonly branch: string;
  readonly message: string;
  /**
   * Made from the branch's tip each time that somebody else was faster: the files to write, undefined content to delete.
   * None: nothing is committed.
   *
   * @param tip the commit that it will stand on
   */
  readonly files: (tip: string) => Promise<ReadonlyMap<string, string | undefined>>;
  /** `Name <address>`; the bot's own by default. */
  readonly author?: string;
}

export interface Repository {
  /** The remote's main branch, such as `main`. */
  readonly mainBranch: string;
  /** Fetches the main branch and returns its tip; what else is named (refs, `refs/pull/1/head`, commit ids) too. */
  fetch(...also: readonly string[]): Promise<string>;
  /** Whether a commit is here, fetching it if it is not. */
  has(sha: string): Promise<boolean>;
  /** @throws Failure(2) for an unknown commit */
  commit(sha: string): Promise<Commit>;
  /** Commits that lead from one commit to another, the earliest first, along first parents or all. */
  between(from: string, to: string, parents?: 'first' | 'all'): Promise<readonly Commit[]>;
  /** The best common ancestor; undefined if there is none. */
  mergeBase(a: string, b: string): Promise<string | undefined>;
  isAncestor(older: string, newer: string): Promise<boolean>;
  /** The latest commit on main's first parents whose committer date is not after a moment. */
  mainAt(moment: string): Promise<string | undefined>;
  /** Files that differ between two commits, below any of the folders (all, without one). Renames are two changes. */
  changes(before: string, after: string, ...folders: readonly string[]): Promise<readonly FileChange[]>;
  /** Names of the files that differ, without reading them; those outside the workspace begin with `../`. */
  changedPaths(before: string, after: string): Promise<readonly string[]>;
  textAt(commit: string, path: string): Promise<string | undefined>;
  /** All texts below a folder, by path. */
  textsAt(commit: string, folder: string, extension: string): Promise<ReadonlyMap<string, string>>;
  /**
   * Commits and pushes; when the branch has moved meanwhile, makes the commit anew on its new tip, a few times.
   *
   * @returns the new commit; undefined when there was nothing to write
   * @throws Failure(3) when the remote refuses
   */
  push(commit: NewCommit): Promise<string | undefined>;
  /** Puts a branch of the remote at a commit made of files on top of main, whatever was there; for the bot's own branches. */
  pushBranch(
    branch: string,
    message: string,
    files: ReadonlyMap<string, string | undefined>,
    author?: string,
  ): Promise<string>;
}
