/** What commands that speak with GitHub are given besides a Context. */
import type { GitHubRead, GitHubWrite } from '../../io/github/types.ts';
import type { Repository } from '../../io/repository/types.ts';
import type { Context } from '../context.ts';

export interface GitHubContext extends Context {
  /** `owner/name` */
  readonly name: string;
  /** The site of GitHub that people open: https://github.com, or a company's own. */
  readonly server: string;
  readonly github: GitHubRead;
  /** In a dry run it prints the calls instead of making them. */
  readonly write: GitHubWrite;
  readonly repository: Repository;
  /** Seconds since 1970. */
  now(): number;
}
