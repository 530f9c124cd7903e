/** `bot check` on merges in real repositories; GitHub's API is played. */
import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { botCheck } from '../../../tools/commands/github/check.ts';
import type { GitHubRead } from '../../../tools/io/github/types.ts';
import { type Artifact, parseArtifact } from '../../../tools/review/artifact.ts';
import { keyOf, targetHash } from '../../../tools/segment/key.ts';
import { entry, machine, stale } from '../../catalog/samples.ts';
import { HOSTILE } from '../../review/hostile.ts';
import { liveIn } from '../../review/rendered.ts';
import { temporary } from '../helpers/folder.ts';
import {
  checkout,
  type Files,
  github,
  type Origin,
  origin,
  type PullRequest,
  pullJson,
  pullRequestEvent,
  type Said,
} from '../helpers/pull-request.ts';
import { failureOf } from '../helpers/record.ts';
import { toolRoot } from '../helpers/shared.ts';

const JARS = 'translations/zh-CN/sql/jars.md';
const LID = 'The lid of a `jar` is closed.';
const first = () => ({
  'sql/jars': [
    entry(LID, '罐子 `jar` 的盖子关着。'),
    entry('Stop.'),
    stale('Open the red jars.', 'Open the red jar.', '打开红罐子。'),
    machine('Fill it with water.', '用水装满它。'),
  ],
  'admin/old': [entry('The `lid` was lost.', '盖子丢了 。')],
});
/** The same with other targets, in order. */
const jars = (...targets: readonly (string | undefined)[]) => ({
  'sql/jars': first()['sql/jars'].map((each, at) => {
    const target = targets[at];
    return target === undefined ? each : { ...each, target };
  }),
});

interface Checked {
  readonly artifact: Artifact;
  readonly printed: readonly string[];
  readonly outcome: number;
  readonly summary: string;
}

async function checked(
  from: Origin,
  pull: PullRequest,
  said: Said = {},
  played: Partial<GitHubRead> = {},
): Promise<Checked> {
  const out = temporary();
  const [artifact, summary] = [join(out, 'a.json'), join(out, 's.md')];
  const context = await github(checkout(from, pull), played);
  const payload = pullRequestEvent(pull, said);
  const outcome = await botCheck(context, { payload, artifact, summary, toolRoot });
  return {
    artifact: parseArtifact(readFileSync(artifact)),
    printed: context.printed,
    outcome,
    summary: readFileSync(summary, 'utf8'),
  };
}

function changed(pages: ReturnType<typeof jars> | Record<string, never>, files: Files = {}, before: Files = {}) {
  const from = origin(first(), before);
  from.branch('work');
  from.commit(pages, files);
  return { from, pull: from.pullRequest(7) };
}

describe('what is changed', () => {
  test('is told by status, and only it is checked', async () => {
    const { from, pull } = changed(jars('罐子的盖子关着。', '停。', '打开那些红罐子。'));
    const { artifact, outcome, printed } = await checked(from, pull);
    expect(artifact.moves).toEqual([
      { from: 'untranslated', to: 'translated', entries: 1, words: 1 },
      { from: 'stale', to: 'translated', entries: 1, words: 4 },
      { from: 'translated', to: 'translated', entries: 1, words: 7 },
    ]);
    expect(artifact.findings.list.map(({ rule }) => rule)).toEqual(['code-tokens']);
    expect(artifact.findings.list[0]).toMatchObject({ file: JARS, line: 5 });
    expect(outcome).toBe(1);
    expect(printed[0]).toMatch(/^::error file=translations\/zh-CN\/sql\/jars\.md,line=5,title=code-tokens::/);
  });

  test('shows how English and translation differ, terms, and what the memory has', async () => {
    const glossary = '- { term: water, target: 水 }\n';
    const from = origin(
      { ...first(), 'admin/sea': [entry('Fill it up with water.', '用水把它装满。')] },
      { 'translations/zh-CN/glossary.yml': glossary },
    );
    from.branch('work');
    from.commit(jars(undefined, undefined, '打开那些红罐子。', '用井装满它。'));
    const { artifact } = await checked(from, from.pullRequest(7));
    const by = new Map(artifact.segments.list.map((each) => [each.key, each]));
    const opened = by.get(keyOf('Open the red jars.'));
    expect(opened?.english).toContainEqual(['gone', 'jar.']);
    expect(opened?.english).toContainEqual(['come', 'jars.']);
    expect(opened?.target).toContainEqual(['come', '那些']);
    const filled = by.get(keyOf('Fill it with water.'));
    expect(filled?.terms).toEqual([{ term: 'water', targets: ['水'] }]);
    expect(filled?.memory).toMatchObject([{ page: 'sea', target: '用水把它装满。' }]);
  });

  test('of two runs on the same commits makes the same bytes', async () => {
    const { from, pull } = changed(jars('罐子的盖子关着。', '停。'));
    expect((await checked(from, pull)).artifact).toEqual((await checked(from, pull)).artifact);
  });

  test('counts as a draft of a program when the boxes say so', async () => {
    const { from, pull } = changed(jars(undefined, '停。'));
    const body = '- [x] A machine was used <!-- pgdoc:machine -->\n- [ ] I have read it <!-- pgdoc:read -->';
    const { artifact } = await checked(from, pull, { body });
    expect(artifact.boxes).toEqual({ machine: true, read: false });
    expect(artifact.moves).toEqual([{ from: 'untranslated', to: 'machine', entries: 1, words: 1 }]);
  });

  test('foretells points by the rules of main', async () => {
    const rules = readFileSync(join(toolRoot, 'translations/points.yml'), 'utf8');
    const { from, pull } = changed(
      jars(undefined, '停。', '打开那些红罐子。'),
      {},
      { 'translations/points.yml': rules },
    );
    const commits = async () => [
      {
        sha: pull.head,
        parents: [{ sha: from.main.git('rev-parse', `${pull.head}^`) }],
        author: { login: 'ada', id: 1001, type: 'User' },
        commit: { message: 'change', author: { name: 'Ada', email: 'a@example.org', date: '2026-01-01T00:02:00Z' } },
      },
    ];
    const { artifact } = await checked(from, pull, {}, { commits });
    expect(artifact.notes).toEqual([]);
    expect(artifact.people).toMatchObject([{ id: 1001, login: 'ada' }]);
    expect(artifact.people[0]?.points).toBeGreaterThan(0);
  });

  test('that nothing is wrong with passes', async () => {
    const { from, pull } = changed(jars(undefined, '停。'));
    const { outcome, summary, printed } = await checked(from, pull);
    expect(outcome).toBe(0);
    expect(summary).toContain('✅');
    expect(printed).toEqual(['0 errors, 0 warnings in 1 changed texts of 1 pages.']);
  });
});

describe('main that has moved on', () => {
  test('a target whose English changed since stays stale, and the finding says so', async () => {
    const long = '第一行\n第二行\n第三行\n第四行\n第五行。';
    const from = origin({ 'sql/jars': [entry('One sentence about jars.', long)] });
    from.branch('work');
    from.commit({ 'sql/jars': [entry('One sentence about jars.', long.replace('第五行', '最后一行'))] });
    from.main.git('checkout', '-q', 'main');
    from.commit({ 'sql/jars': [stale('One sentence about red jars.', 'One sentence about jars.', long)] });
    from.main.git('checkout', '-q', 'work');
    const { artifact, outcome } = await checked(from, from.pullRequest(7));
    expect(artifact.findings.list.map(({ rule }) => rule)).toContain('pull-request/outdated');
    expect(artifact.entries.after).toMatchObject({ stale: 1, translated: 0 });
    expect(outcome).toBe(1);
  });

  test('a branch that has not seen other changes of main is not blamed for them', async () => {
    const from = origin(first());
    from.branch('work');
    from.commit(jars(undefined, '停。'));
    from.main.git('checkout', '-q', 'main');
    from.commit({ 'admin/old': [entry('The `lid` is new.', '')] });
    from.main.git('checkout', '-q', 'work');
    const { artifact, outcome } = await checked(from, from.pullRequest(7));
    expect(outcome).toBe(0);
    expect(artifact.segments.total).toBe(1);
  });

  test('what the rules find in a sync is work to come, and does not hold it up; in a translation it does', async () => {
    const from = origin(first());
    from.branch('work');
    from.commit({ 'admin/old': [entry('The `lid` and the `jar` were lost.', '盖子丢了。')] });
    const sync = await checked(from, from.pullRequest(7), { association: 'MEMBER' });
    expect(sync.artifact.isSync).toBe(true);
    expect(sync.artifact.findings).toMatchObject({ errors: 0 });
    expect(sync.artifact.findings.list.map(({ severity, rule }) => [severity, rule])).toContainEqual([
      'warning',
      'code-tokens',
    ]);
    expect(sync.outcome).toBe(0);
    const slip = changed(jars('罐子的盖子关着。'));
    const translation = await checked(slip.from, slip.pull, { association: 'MEMBER' });
    expect(translation.outcome).toBe(1);
  });

  test('a payload of an older head is not checked', async () => {
    const { from, pull } = changed(jars(undefined, '停。'));
    const context = await github(checkout(from, pull));
    const payload = pullRequestEvent({ ...pull, head: 'f'.repeat(40) });
    const failure = await failureOf(botCheck(context, { payload, artifact: undefined, summary: undefined, toolRoot }));
    expect(failure.exitCode).toBe(2);
    expect(failure.message).toContain('newer run');
  });

  test('a checkout that is no merge is refused', async () => {
    const { from, pull } = changed(jars(undefined, '停。'));
    const context = await github(checkout(from));
    const asked = { payload: pullRequestEvent(pull), artifact: undefined, summary: undefined, toolRoot };
    expect((await failureOf(botCheck(context, asked))).message).toContain('refs/pull/NUMBER/merge');
  });
});

describe('what only maintainers may do', () => {
  test.each([
    ['translations/ledger/2026/pr-1.yml', 'type: pull-request\n'],
    ['translations/zh-CN/reviewers.yml', '- { id: 1, login: eve, folders: all }\n'],
    ['.github/workflows/check.yml', 'on: push\n'],
    ['translations/points.yml', 'x: 1\n'],
  ])('%s in the pull request of a translator is an error at the file', async (path, content) => {
    const { from, pull } = changed(jars(undefined, '停。'), { [path]: content });
    const theirs = await checked(from, pull);
    expect(theirs.artifact.findings.list).toContainEqual(
      expect.objectContaining({ rule: 'pull-request/guarded', file: path }),
    );
    expect(theirs.outcome).toBe(1);
    const own = await checked(from, pull, { association: 'MEMBER' });
    expect(own.artifact.findings.list.filter(({ rule }) => rule === 'pull-request/guarded')).toEqual([]);
  });

  test('a record for somebody else in the ledger of the pull request is not believed', async () => {
    const [only] = first()['sql/jars'];
    const segment = `{ page: "jars", key: "${only?.key}", target: "${targetHash('罐子的 `jar`。')}", words: 1 }`;
    const record = `type: review\ncomment: 5\nurl: "https://github.com/e/m/issues/1#issuecomment-5"\nat: "2026-01-01T00:00:00Z"\nreviewer: { id: 9, login: "eve" }\nentitled-by: "*"\ncommit: "${'a'.repeat(40)}"\nsegments:\n  - ${segment}\n`;
    const { from, pull } = changed(jars('罐子的 `jar`。'), { 'translations/ledger/2026/review-5.yml': record });
    expect((await checked(from, pull)).artifact.entries.after.reviewed).toBe(0);
  });

  test('English that a translator changes or takes out is an error; as a sync it earns nothing', async () => {
    const { from, pull } = changed({ 'sql/jars': first()['sql/jars'].slice(1) } as ReturnType<typeof jars>);
    const { artifact } = await checked(from, pull);
    expect(artifact.findings.list).toMatchObject([{ rule: 'pull-request/english', severity: 'error' }]);
    expect(artifact.isSync).toBe(true);
    expect((await checked(from, pull, { association: 'OWNER' })).artifact.findings.errors).toBe(0);
  });
});

describe('markers', () => {
  const [LIDS, , OPEN] = first()['sql/jars'];
  const was = keyOf('Open the red jar.');
  const put = (at: number, more: object) => ({
    'sql/jars': first()['sql/jars'].map((each, index) => (index === at ? { ...each, ...more } : each)),
  });
  const problemsOf = async (pages: ReturnType<typeof put>) => {
    const { from, pull } = changed(pages as ReturnType<typeof jars>);
    const { artifact, outcome } = await checked(from, pull);
    return [outcome, artifact.findings.list.filter(({ rule }) => rule === 'pull-request/marker')] as const;
  };

  test.each([
    ['a forerunner, whose review it would take over', put(2, { stale: undefined, same: [was] })],
    ['a forerunner of a text that is changed as well', put(0, { target: '那个罐子 `jar` 的盖子关着。', same: [was] })],
    ['a version', put(0, { versions: ['15'] })],
    ['a place in the index', put(0, { index: true })],
    [
      'a stale flag on what is right',
      put(0, { stale: { was, target: targetHash(LIDS?.target ?? ''), oldSource: 'Open the red jar.' } }),
    ],
    ['another old English', put(2, { stale: { ...OPEN?.stale, oldSource: 'Open all.' } })],
  ])('%s is an error in the pull request of a translator', async (_, pages) => {
    const [outcome, [only, ...others]] = await problemsOf(pages);
    expect([outcome, only?.severity, others]).toEqual([1, 'error', []]);
    const { from, pull } = changed(pages as ReturnType<typeof jars>);
    expect((await checked(from, pull, { association: 'OWNER' })).artifact.findings.errors).toBe(0);
  });

  test('a review that a forged forerunner would bring is not there once the marker is restored', async () => {
    const record = `type: review\ncomment: 5\nurl: "https://github.com/e/m/issues/1#issuecomment-5"\nat: "2026-01-01T00:00:00Z"\nreviewer: { id: 9, login: "eve" }\nentitled-by: "*"\ncommit: "${'a'.repeat(40)}"\nsegments:\n  - { page: "jars", key: "${was}", target: "${targetHash('打开红罐子。')}", words: 4 }\n`;
    const ledger = { 'translations/ledger/2026/review-5.yml': record };
    const reviewed = async (pages: ReturnType<typeof put>) => {
      const { from, pull } = changed(pages as ReturnType<typeof jars>, {}, ledger);
      const { artifact, outcome } = await checked(from, pull);
      return [artifact.entries.after.reviewed, outcome];
    };
    expect(await reviewed(put(2, { stale: undefined, same: [was] }))).toEqual([1, 1]);
    expect(await reviewed(put(2, { stale: undefined }))).toEqual([0, 0]);
  });

  test('a page that a translator moves to another folder is an error, with its text or without', async () => {
    for (const target of [LIDS?.target, '那个罐子 `jar` 的盖子关着。']) {
      const [one, ...others] = first()['sql/jars'];
      const moved = { 'admin/jars': [{ ...one, target }, ...others] } as unknown as ReturnType<typeof jars>;
      const { from, pull } = changed(moved, { [JARS]: undefined });
      const { artifact, outcome } = await checked(from, pull);
      expect([outcome, artifact.findings.list.map(({ rule }) => rule)]).toEqual([1, ['pull-request/path']]);
    }
  });

  test('flags may be taken away by hand; that a draft was not read stays known by the boxes', async () => {
    expect(await problemsOf(put(2, { stale: undefined }))).toEqual([0, []]);
    expect(await problemsOf(put(3, { machine: undefined }))).toEqual([0, []]);
    const { from, pull } = changed(put(3, { machine: undefined }) as ReturnType<typeof jars>);
    const body = '- [x] m <!-- pgdoc:machine -->\n- [ ] r <!-- pgdoc:read -->';
    const entries = (await checked(from, pull, { body })).artifact.entries;
    expect([entries.before.machine, entries.after.machine]).toEqual([1, 1]);
  });
});

describe('a catalog that is a link', () => {
  test.each(['/etc/passwd', '../../../.git/config', '../admin/old.md'])('to %s is not read', async (to) => {
    const from = origin(first());
    from.branch('work');
    const path = join(from.main.root, JARS);
    rmSync(path);
    symlinkSync(to, path);
    from.main.git('add', '-A');
    from.main.git('commit', '-q', '-m', 'link');
    from.main.git('push', '-q', 'origin', 'HEAD');
    const { artifact, printed, summary, outcome } = await checked(from, from.pullRequest(7));
    expect(outcome).toBe(1);
    expect(artifact.findings.list.map(({ rule }) => rule)).toContain('pull-request/english');
    expect(JSON.stringify(artifact) + printed.join('\n') + summary).not.toMatch(/root:|\[remote|repositoryformat/);
    expect(artifact.entries.after.translated).toBe(0);
  });

  test.each(['/etc/passwd', '../../.git/config'])('nor is a glossary that is a link to %s', async (to) => {
    const from = origin(first());
    from.branch('work');
    symlinkSync(to, join(from.main.root, 'translations/zh-CN/glossary.yml'));
    from.main.git('add', '-A');
    from.main.git('commit', '-q', '-m', 'link');
    from.main.git('push', '-q', 'origin', 'HEAD');
    const { artifact, printed, summary, outcome } = await checked(from, from.pullRequest(7));
    expect(outcome).toBe(1);
    expect(JSON.stringify(artifact) + printed.join('\n') + summary).not.toMatch(/root:|\[remote|repositoryformat/);
  });
});

describe('a pull request of replace', () => {
  const body = 'One term.\n\n`pgdoc replace 盖子 罐盖`';

  test('is proved to be only that', async () => {
    const { from, pull } = changed(jars('罐子 `jar` 的罐盖关着。'));
    const { artifact } = await checked(from, pull, { body });
    expect(artifact.replacement).toEqual({ old: '盖子', new: '罐盖', proved: true, entries: 1, places: 1 });
  });

  test('that changes more is told where', async () => {
    const { from, pull } = changed(jars('罐子 `jar` 的罐盖关着。', '停。'));
    const { artifact } = await checked(from, pull, { body });
    expect(artifact.replacement).toMatchObject({ proved: false });
    expect(artifact.findings.list).toContainEqual(
      expect.objectContaining({ rule: 'replacement/unexplained', file: JARS }),
    );
  });
});

describe('other open pull requests', () => {
  test('on the same paragraphs are named; others of the page are not', async () => {
    const from = origin(first());
    from.branch('same');
    from.commit(jars(undefined, '停下。'));
    const same = from.pullRequest(5);
    from.branch('else');
    from.commit(jars('罐子 `jar` 盖着盖子。'));
    const other = from.pullRequest(6);
    from.branch('work');
    from.commit(jars(undefined, '停。'));
    const pull = from.pullRequest(7);
    const asked: number[] = [];
    const { artifact } = await checked(
      from,
      pull,
      {},
      {
        pullRequests: async () => [pull, other, same].map((each) => pullJson(each, { title: '@everyone' })),
        files: async (number) => {
          asked.push(number);
          return [{ filename: JARS, status: 'modified' }];
        },
      },
    );
    expect(artifact.others).toEqual([
      { number: 5, title: '@everyone', entries: [{ page: 'jars', key: keyOf('Stop.') }], total: 1 },
    ]);
    expect(asked).toEqual([6, 5]);
  });
});

describe('hostile pull requests', () => {
  test.each(HOSTILE.filter((text) => !text.includes('\ud800')))(
    '%j as title and translation stays text',
    async (text) => {
      const target = `停${text.replace(/[\r\n]+/g, ' ')}`;
      const { from, pull } = changed(jars(undefined, target));
      const { printed, summary } = await checked(from, pull, { title: text, body: text });
      for (const line of printed) {
        expect(line).not.toMatch(/[\r\n]/);
        expect(line).toMatch(
          /^(?:::(?:error|warning) file=translations\/zh-CN\/sql\/jars\.md,line=\d+,title=[\w%/-]+::|\d+ (?:errors|more))/,
        );
      }
      expect(liveIn(summary).join('\n')).not.toMatch(/script>|evil|@ada|javascript|img/);
    },
  );

  test('a name of a file that the log would take for commands is an error, and nothing else is read', async () => {
    const name = 'translations/zh-CN/sql/x\n::set-output name=a::b.md';
    const { from, pull } = changed({}, { [name]: 'x' });
    const { artifact, printed } = await checked(from, pull);
    expect(artifact.findings.list).toMatchObject([{ rule: 'pull-request/path' }]);
    expect(printed.join('\n')).not.toMatch(/^::set-output/m);
  });

  test('pages named like a script, a link or a page of another folder are pages or nothing', async () => {
    const text = `# run.sh\n\n> Stop.\n<!-- @${keyOf('Stop.')} -->\n停\n`;
    const { from, pull } = changed(
      {},
      { 'translations/zh-CN/sql/run.sh.md': text, 'translations/zh-CN/sql/-rf.md': text },
    );
    const { artifact, outcome } = await checked(from, pull);
    expect(outcome).toBe(1);
    expect(artifact.findings.list.map(({ rule }) => rule)).toContain('pull-request/english');
  });

  test('configuration that it breaks is told at its line, whatever it quotes', async () => {
    const broken = '- { term: a, target: b, "x\\n::add-mask::y": 1 }\n';
    const { from, pull } = changed(jars(undefined, '停。'), { 'translations/zh-CN/glossary.yml': broken });
    const { artifact, printed, outcome } = await checked(from, pull);
    expect(outcome).toBe(1);
    expect(artifact.findings.list[0]).toMatchObject({
      rule: 'pull-request/unreadable',
      file: 'translations/zh-CN/glossary.yml',
      line: 1,
    });
    for (const line of printed.join('\n').split('\n')) expect(line).not.toMatch(/^\s*::(?!error |warning )/);
  });

  test('more findings than GitHub shows are counted', async () => {
    const from = origin({ 'sql/many': Array.from({ length: 30 }, (_, at) => entry(`Keep \`jar${at}\` shut.`)) });
    from.branch('work');
    from.commit({ 'sql/many': Array.from({ length: 30 }, (_, at) => entry(`Keep \`jar${at}\` shut.`, '关好。')) });
    const { printed, artifact } = await checked(from, from.pullRequest(7));
    expect(printed.filter((line) => line.startsWith('::error'))).toHaveLength(10);
    expect(printed).toContain(`${artifact.findings.errors - 10} more errors: see the summary.`);
  });
});
