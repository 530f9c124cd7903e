/** The comment that says where merged work can be read. */
import { expect, test } from 'vitest';
import { serializeCatalog } from '../../../tools/catalog/serialize.ts';
import { LIVE_MARKER, thanksFor } from '../../../tools/commands/github/record-thanks.ts';
import type { PullRequestRecord } from '../../../tools/ledger/types.ts';
import type { VersionSpec } from '../../../tools/project/types.ts';
import { speech } from '../../../tools/review/comment-speech.ts';
import { keyOf } from '../../../tools/segment/key.ts';

const version = (name: string, current = false): VersionSpec => ({
  name,
  ref: `REL_${name}_STABLE`,
  follow: 'tags',
  current,
  stage: undefined,
});
const project = { site: 'https://docs.example/pg/', versions: [version('18', true), version('17'), version('16')] };
const say = speech(undefined);

const [shared, old] = ['A jar has a lid.', 'A jar had no lid.'];
const text = serializeCatalog({
  page: 'jars',
  items: [
    { type: 'entry', key: keyOf(shared), source: shared, target: 'x', line: 0 },
    { type: 'entry', key: keyOf(old), source: old, target: 'y', line: 0, versions: ['16', '17'] },
  ],
});
const files = [{ path: 'translations/fr/sql/jars.md', before: undefined, after: text }];

function record(keys: readonly string[], content: PullRequestRecord['content'] = [], page = 'jars'): PullRequestRecord {
  return {
    type: 'pull-request',
    number: 1,
    url: 'https://github.example/1',
    title: 'Jars',
    mergeCommit: '1'.repeat(40),
    mergedAt: '2026-03-01T12:00:00Z',
    author: { id: 1, login: 'ada' },
    coAuthors: [],
    approvals: [],
    segments: keys.map((key) => ({ page, key, target: '0123456789', action: 'translated', words: 3 })),
    content,
  };
}

test('paragraphs, the versions that have them, and a link to each page', () => {
  const body = thanksFor(record([keyOf(shared), keyOf(old)]), files, project, say) ?? '';
  expect(body.startsWith(LIVE_MARKER)).toBe(true);
  expect(body).toContain('Your 2 paragraphs will be live in a few minutes, in 18 and every other version');
  expect(body).toContain(', 17, 16.');
  expect(body).toContain(
    `[\`jars\`](https://docs.example/pg/docs/18/jars.html): \`${keyOf(shared)}\` \`${keyOf(old)}\``,
  );
});

test('what the current version lacks is linked where it is', () => {
  const body = thanksFor(record([keyOf(old)]), files, project, say) ?? '';
  expect(body).toContain('Your paragraph will be live in a few minutes, in 17, 16.');
  expect(body).toContain('https://docs.example/pg/docs/17/jars.html');
});

test('articles are linked; other files and sync are no news', () => {
  const blog = { path: 'docs/blog/lids.md', kind: 'blog', words: 300 } as const;
  const body = thanksFor(record([], [blog]), [], project, say) ?? '';
  expect(body).toContain('https://docs.example/pg/blog/lids.html');
  expect(thanksFor(record([]), files, project, say)).toBeUndefined();
  expect(thanksFor(record([], [{ ...blog, path: 'docs/../evil.md' }]), [], project, say)).toBeUndefined();
});

test('a page named to do harm is letters, and a thousand pages are cut', () => {
  const evil = 'x`](https://evil.example)<img src=x>@everyone';
  const body = thanksFor(record(['0123456789'], [], evil), [], project, say) ?? '';
  expect(body).toContain(`docs/18/${encodeURIComponent(evil)}.html`);
  expect(body).toContain(`[\`\`${evil}\`\`]`);
  const many = {
    ...record([]),
    segments: Array.from({ length: 1000 }, (_, at) => ({
      page: `p${at}`,
      key: '0123456789',
      target: '0123456789',
      action: 'translated' as const,
      words: 1,
    })),
  };
  const long = thanksFor(many, [], project, say) ?? '';
  expect(long).toContain('And 960 more pages.');
  expect(long.length).toBeLessThan(65_536);
});
