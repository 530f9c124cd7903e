/** Catalogs, people, commits and reviews of an invented pull request, short to write down. */
import { serializeCatalog } from '../../tools/catalog/serialize.ts';
import type { Entry } from '../../tools/catalog/types.ts';
import type { PullRequestInput } from '../../tools/review/pull-request-record-types.ts';
import type { Actor, CommitFacts, DismissalFacts, PullRequestFacts, ReviewFacts } from '../../tools/review/types.ts';
import { keyOf, targetHash } from '../../tools/segment/key.ts';

export const ada: Actor = { login: 'ada', id: 11, bot: false };
export const bob: Actor = { login: 'bob', id: 22, bot: false };
export const eve: Actor = { login: 'eve', id: 33, bot: false };
export const robot: Actor = { login: 'helper[bot]', id: 99, bot: true };

/** Short names for sources; the key is that of the words. */
export const LID = 'Put the lid on the jar.';
export const JAR = 'Wash the jar first.';
export const KEG = 'Roll the keg home.';
export const [lid, jar, keg] = [keyOf(LID), keyOf(JAR), keyOf(KEG)];
export const hash = targetHash;

export type Said =
  | string
  | (Partial<Omit<Entry, 'machine' | 'stale'>> & { target: string; machine?: true; was?: string });

/** Text of a catalog. A flag given as `machine` or `was` (the old source) holds. */
export function catalog(page: string, texts: Readonly<Record<string, Said>>): string {
  const items = Object.entries(texts).map(([source, said]): Entry => {
    const { machine, was, ...more } = typeof said === 'string' ? { target: said } : said;
    const target = targetHash(more.target);
    return {
      type: 'entry',
      key: keyOf(source),
      source,
      line: 0,
      ...(machine ? { machine: { target } } : {}),
      ...(was === undefined ? {} : { stale: { was: keyOf(was), target, oldSource: was } }),
      ...more,
    };
  });
  return serializeCatalog({ page, items });
}

export const path = (page: string, folder = 'sql'): string => `translations/xx/${folder}/${page}.md`;

export const change = (
  page: string,
  before: Readonly<Record<string, Said>>,
  after: Readonly<Record<string, Said>>,
) => ({
  path: path(page),
  before: catalog(page, before),
  after: catalog(page, after),
});

/** 40 hex digits of a name. */
export const sha = (name: string): string => Buffer.from(name).toString('hex').padEnd(40, '0').slice(0, 40);

/** Noon of the n-th day of 2026. */
export const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}T12:00:00Z`;

export const commit = (name: string, author: Actor | undefined, more: Partial<CommitFacts> = {}): CommitFacts => ({
  sha: sha(name),
  parents: [sha('main')],
  author,
  authorName: author?.login ?? 'Somebody',
  authorEmail: `${author?.login ?? 'somebody'}@example.org`,
  authoredAt: day(1),
  message: 'Jars',
  isProved: true,
  ...more,
});

export const approve = (
  id: number,
  author: Actor | undefined,
  name: string,
  more: Partial<ReviewFacts> = {},
): ReviewFacts => ({
  id,
  author,
  state: 'APPROVED',
  at: day(id),
  commit: sha(name),
  ...more,
});

export const dismiss = (review: number, at: string, more: Partial<DismissalFacts> = {}): DismissalFacts => ({
  review,
  was: 'APPROVED',
  at,
  by: ada,
  commit: undefined,
  ...more,
});

export const facts = (more: Partial<PullRequestFacts> = {}): PullRequestFacts => ({
  number: 7,
  url: 'https://github.com/example/manual/pull/7',
  title: 'Jars',
  body: '',
  author: ada,
  state: 'closed',
  mergedAt: day(20),
  mergeCommit: sha('merge'),
  association: 'CONTRIBUTOR',
  base: { ref: 'main', sha: sha('main'), repository: 'example/manual' },
  head: { ref: 'jars', sha: sha('head'), repository: 'ada/manual' },
  labels: [],
  commits: 1,
  ...more,
});

export const EVERYBODY = [ada, bob, eve].map(({ login, id }) => ({ login, id, folders: 'all' as const }));

/** A pull request of ada's with one commit `head` that does what the merge did, and nothing else. */
export function input(more: Partial<PullRequestInput> = {}): PullRequestInput {
  const files = more.files ?? [];
  const made = {
    facts: facts(),
    merged: { at: day(20), commit: sha('merge') },
    commits: [{ commit: commit('head', ada), parents: [files] }],
    reviews: [],
    dismissals: [],
    files,
    reviewers: EVERYBODY,
    textsAt: new Map([
      [
        sha('head'),
        new Map(files.flatMap((file) => (file.after === undefined ? [] : [[file.path, file.after] as const]))),
      ],
    ]),
    reverses: new Map(),
    ...more,
  };
  return { ...made, facts: { ...made.facts, commits: made.commits.length } };
}
