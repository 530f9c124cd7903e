/** The payload of `pull_request`, as far as check looks at it beside the facts of the pull request. */
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { isMaintainer } from './classify.ts';

const account = z.object({ type: z.string() }).nullish();
const repository = z.object({ full_name: z.string().max(200) }).nullish();
const schema = z.object({
  pull_request: z.object({
    number: z.int().positive(),
    author_association: z.string().max(40).default('NONE'),
    user: account,
    head: z.object({ sha: z.string().regex(/^[0-9a-f]{40}$/), repo: repository }),
    base: z.object({ repo: repository }),
  }),
});

export interface CheckedPullRequest {
  readonly number: number;
  /** The head that the event speaks of. */
  readonly head: string;
  /** Its author may touch guarded files. */
  readonly maintainer: boolean;
}

/**
 * @param payload of an event `pull_request`, or `{ pull_request: … }` around what GET /pulls/{number} answers
 * @throws Failure(2) for another payload
 */
export function checkedPullRequest(payload: unknown): CheckedPullRequest {
  const { data } = schema.safeParse(payload);
  if (!data) throw new Failure(2, '--payload: the payload of an event pull_request expected');
  const { number, author_association, user, head, base } = data.pull_request;
  const own = head.repo?.full_name;
  return {
    number,
    head: head.sha,
    maintainer: isMaintainer({
      association: author_association,
      isBot: user?.type === 'Bot',
      isOwnBranch: own !== undefined && own === base.repo?.full_name,
    }),
  };
}

const texts = z.object({
  pull_request: z.object({ title: z.string().max(1_000).catch(''), body: z.string().nullish().catch('') }),
});
/** GitHub's own limit. */
const LONGEST_BODY = 65_536;

/** What the author wrote over it; anybody's text. */
export function titleAndBody(payload: unknown): { readonly title: string; readonly body: string } {
  const { data } = texts.safeParse(payload);
  return { title: data?.pull_request.title ?? '', body: (data?.pull_request.body ?? '').slice(0, LONGEST_BODY) };
}
