/** `bot comment`: what is believed of an artifact, and which comment is written. */
import { describe, expect, test } from 'vitest';
import { botComment } from '../../../tools/commands/github/comment.ts';
import type { GitHubRead } from '../../../tools/io/github/types.ts';
import { type Artifact, MOST_ARCHIVE, serializeArtifact } from '../../../tools/review/artifact.ts';
import { zipOf } from '../../github/zip.ts';
import { finding, HEAD, quiet } from '../../review/artifacts.ts';
import { checkout, github, origin, pullJson, type Said } from '../helpers/pull-request.ts';
import { failureOf } from '../helpers/record.ts';
import { toolRoot } from '../helpers/shared.ts';

interface Written {
  readonly call: 'add' | 'edit';
  readonly id: number;
  readonly body: string;
}

interface Case {
  readonly artifact?: Artifact;
  readonly zip?: Uint8Array;
  readonly read?: Partial<GitHubRead>;
  readonly said?: Said;
  readonly run?: string;
  readonly files?: readonly string[];
  readonly comments?: readonly { readonly id: number; readonly body: string; readonly type: 'Bot' | 'User' }[];
}

const root = checkout(
  origin(
    {},
    {
      'translations/project.yml': 'title: T\nupstream: u\nlanguage: zh-CN\nversions:\n  - { name: "3", ref: REL_3 }\n',
    },
  ),
);

const commentJson = ({ id, body, type }: NonNullable<Case['comments']>[number]) => ({
  id,
  html_url: `https://github.com/example/manual/pull/7#issuecomment-${id}`,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  user: { login: type === 'Bot' ? 'github-actions[bot]' : 'eve', id: 41, type },
  body,
  issue_url: 'https://api.github.com/repos/example/manual/issues/7',
});

async function started({ artifact = quiet, zip, read = {}, said, files = [], comments = [] }: Case) {
  const written: Written[] = [];
  const archive = zip ?? zipOf({ 'pgdoc-check.json': serializeArtifact(artifact) });
  const context = await github(root, {
    artifacts: async () => [{ id: 5, name: 'pgdoc-check', size_in_bytes: archive.length, expired: false }],
    artifact: async () => archive,
    pullRequest: async (number) => (number === 7 ? pullJson({ number, head: HEAD, merge: '' }, said) : undefined),
    files: async () => files.map((filename) => ({ filename, status: 'modified' })),
    comments: async () => comments.map(commentJson),
    addComment: async (id, body) => written.push({ call: 'add', id, body }),
    editComment: async (id, body) => void written.push({ call: 'edit', id, body }),
    ...read,
  });
  return { context, written };
}

const payload = (head = HEAD) => ({
  action: 'completed',
  repository: { full_name: 'example/manual' },
  sender: null,
  workflow_run: { id: 99, name: 'check', event: 'pull_request', head_sha: head },
});

async function commented(given: Case) {
  const { context, written } = await started(given);
  const outcome = await botComment(context, { payload: payload(given.run), artifact: undefined, toolRoot });
  return { outcome, written, printed: context.printed };
}

async function refused(given: Case): Promise<string> {
  const { context, written } = await started(given);
  const failure = await failureOf(botComment(context, { payload: payload(given.run), artifact: undefined, toolRoot }));
  expect(failure.exitCode).toBe(1);
  expect(written).toEqual([]);
  return failure.message;
}

describe('the one comment', () => {
  test('is added, in the language of the workspace and English, with a link to the run', async () => {
    const { outcome, written } = await commented({});
    expect(outcome).toBe(0);
    expect(written).toMatchObject([{ call: 'add', id: 7 }]);
    expect(written[0]?.body).toMatch(/^<!-- pgdoc -->\n\n✅ 没有发现问题/);
    expect(written[0]?.body).toContain('https://github.com/example/manual/actions/runs/99');
  });

  test('is edited in place, and left alone when it says the same', async () => {
    const [first] = (await commented({})).written;
    const own = { id: 31, body: (first?.body ?? '').replaceAll('\n', '\r\n'), type: 'Bot' } as const;
    expect((await commented({ comments: [own] })).written).toEqual([]);
    const artifact = { ...quiet, findings: { errors: 1, warnings: 0, list: [finding('lost')] } };
    const edited = await commented({ artifact, comments: [own] });
    expect(edited.written).toMatchObject([{ call: 'edit', id: 31 }]);
  });

  test('is looked for among the comments of programs only, and by its beginning', async () => {
    const comments = [
      { id: 1, body: '<!-- pgdoc -->\nmine', type: 'User' },
      { id: 2, body: 'quoted <!-- pgdoc -->', type: 'Bot' },
    ] as const;
    expect((await commented({ comments })).written).toMatchObject([{ call: 'add' }]);
  });

  test('tells of guarded files that GitHub lists, though the artifact says that all is well and its author a maintainer', async () => {
    const files = ['translations/ledger/2026/pr-1.yml', 'tools/x.ts'];
    const { written } = await commented({ artifact: { ...quiet, maintainer: true }, files });
    expect(written[0]?.body).toContain('⛔ `translations/ledger/2026/pr-1.yml`');
    expect(written[0]?.body).not.toContain('tools/x.ts');
  });
});

describe('nothing is written', () => {
  test('for a run that left no artifact', async () => {
    const { outcome, written, printed } = await commented({ read: { artifacts: async () => [] } });
    expect([outcome, written]).toEqual([0, []]);
    expect(printed).toEqual(['Nothing to say: the run left no artifact.']);
  });

  test('for a pull request that was closed meanwhile, or has a newer head', async () => {
    const closed = async () => ({ ...pullJson({ number: 7, head: HEAD, merge: '' }), state: 'closed' });
    expect((await commented({ read: { pullRequest: closed } })).written).toEqual([]);
    const commits = async () => [
      {
        sha: HEAD,
        parents: [],
        author: null,
        commit: { message: '', author: { name: 'A', email: 'a@example.org', date: '2026-01-01T00:00:00Z' } },
      },
    ];
    const newer = async () => pullJson({ number: 7, head: 'd'.repeat(40), merge: '' });
    expect((await commented({ read: { pullRequest: newer, commits } })).written).toEqual([]);
  });
});

describe('an artifact is refused', () => {
  test('that was made for another commit than the run', async () => {
    expect(await refused({ run: 'e'.repeat(40) })).toContain('another commit');
  });

  test('that names the pull request of somebody else', async () => {
    const read = {
      pullRequest: async () => pullJson({ number: 8, head: 'd'.repeat(40), merge: '' }),
      commits: async () => [],
    };
    expect(await refused({ artifact: { ...quiet, pullRequest: 8 }, read })).toContain('not of');
  });

  test('that names a pull request that there is not', async () => {
    expect(await refused({ artifact: { ...quiet, pullRequest: 404 } })).toContain('there is not');
  });

  test('that is larger than allowed, before it is fetched', async () => {
    const artifacts = async () => [{ id: 5, name: 'pgdoc-check', size_in_bytes: MOST_ARCHIVE + 1, expired: false }];
    const artifact = async () => Promise.reject(new Error('fetched'));
    expect(await refused({ read: { artifacts, artifact } })).toContain('larger');
  });

  test.each([
    ['no archive', new Uint8Array(3)],
    ['two files', zipOf({ 'pgdoc-check.json': serializeArtifact(quiet), 'more.json': '{}' })],
    ['a path', zipOf({ '../pgdoc-check.json': serializeArtifact(quiet) })],
    ['a field more', zipOf({ 'pgdoc-check.json': JSON.stringify({ ...quiet, body: '@everyone' }) })],
    ['no JSON', zipOf({ 'pgdoc-check.json': '::error::x' })],
  ])('with %s', async (_, zip) => {
    expect(await refused({ zip })).not.toContain('::');
  });

  test('of which there are two of the name', async () => {
    const artifacts = async () => [5, 6].map((id) => ({ id, name: 'pgdoc-check', size_in_bytes: 10, expired: false }));
    expect(await refused({ read: { artifacts } })).toContain('2 artifacts');
  });
});

test('another payload is bad usage', async () => {
  const { context } = await started({});
  const asked = { payload: { ...payload(), workflow_run: { id: 'x' } }, artifact: undefined, toolRoot };
  expect((await failureOf(botComment(context, asked))).exitCode).toBe(2);
});
