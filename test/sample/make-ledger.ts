/**
 * What people did in the miniature manual: the records of its ledger, who may review, and who holds an office. They are made of
 * the texts that a workspace has, so their hashes are always right. People, dates and numbers are invented and fixed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import { pathOf } from '../../tools/ledger/names.ts';
import { serializeRecord } from '../../tools/ledger/serialize.ts';
import type { Approval, LedgerRecord, Person, PullRequestRecord, SegmentRecord } from '../../tools/ledger/types.ts';
import { targetHash } from '../../tools/segment/key.ts';
import { countWords } from '../../tools/segment/words.ts';

const meng: Person = { id: 910001, login: 'meng-lid' };
const luo: Person = { id: 910002, login: 'luo-shelf' };
const qiu: Person = { id: 910003, login: 'qiu-jar' };
/** What qiu-jar was called in 2025. */
const qiuBefore: Person = { ...qiu, login: 'qiu-pot' };
const su: Person = { id: 910004, login: 'su-row' };
const tan: Person = { id: 910005, login: 'tan-drawer' };
const wen: Person = { id: 910006, login: 'Wen-Cup' };
const guest: Person = { id: 910007, login: 'guest-of-honor' };

const REVIEWERS = `- { id: ${meng.id}, login: ${meng.login}, folders: all }
- { id: ${qiu.id}, login: ${qiu.login}, folders: [sql, reference] }
`;
const OFFICES = `- { office: translation, id: ${meng.id}, login: ${meng.login}, from: 2025-09 }
- { office: website, id: ${qiu.id}, login: ${qiu.login}, from: 2026-01, to: 2026-06 }
`;

/** Writes ledger, reviewers and offices into a workspace that has the sample's translation. */
export async function makeLedger(root: string): Promise<void> {
  const texts = await readTexts(join(root, 'translations/zh-CN'));
  for (const record of records(texts)) put(root, pathOf(record), serializeRecord(record));
  put(root, 'translations/zh-CN/reviewers.yml', REVIEWERS);
  put(root, 'translations/offices.yml', OFFICES);
  const rules = 'translations/points.yml';
  if (!existsSync(join(root, rules))) put(root, rules, readFileSync(join(import.meta.dirname, '../..', rules), 'utf8'));
}

/** Every text that has a translation, by page. Of a stale one, the English that it was made for. */
type Texts = ReadonlyMap<string, readonly SegmentRecord[]>;

async function readTexts(folder: string): Promise<Texts> {
  const texts = new Map<string, SegmentRecord[]>();
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md')).sort();
  for (const name of names) {
    const page = basename(name, '.md');
    const { catalog } = parseCatalog(readFileSync(join(folder, name), 'utf8'), name, page);
    const segments = new Map<string, SegmentRecord>();
    for (const item of catalog.items) {
      if (item.type !== 'entry' || item.target === '') continue;
      const { key, words } = item.stale
        ? { key: item.stale.was, words: countWords(item.stale.oldSource) }
        : { key: item.key, words: countWords(item.source) };
      segments.set(key, { page, key, target: targetHash(item.target), action: 'translated', words });
    }
    texts.set(
      page,
      [...segments.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    );
  }
  return texts;
}

function records(texts: Texts): readonly LedgerRecord[] {
  const of = (...pages: readonly string[]) => pages.flatMap((page) => texts.get(page) ?? []);
  const only = (...pages: readonly string[]) => of(...pages).map(({ page, key }) => `${page}:${key}`);
  const history = of('history');
  const [first, second] = history.toSorted((a, b) => b.words - a.words);
  if (!first || !second) throw new Error('the workspace has no translation of the history: import it first');
  /** What both paragraphs were before somebody corrected them. */
  const before = (segment: SegmentRecord): SegmentRecord =>
    segment === first || segment === second ? { ...segment, target: digest(`before ${segment.target}`, 10) } : segment;
  const corrected = (segment: SegmentRecord, changed: number): SegmentRecord => ({
    ...segment,
    action: 'corrected',
    changed,
  });
  return [
    pull(7, '2025-09-20T13:05:41Z', luo, '翻译入门教程', {
      segments: of('tutorial', 'tutorial-start', 'tutorial-open', 'tutorial-jars', 'tutorial-floppy'),
      approvals: [approval(meng, '2025-09-20T12:40:02Z', '*')],
    }),
    pull(9, '2025-11-02T03:11:20Z', qiuBefore, '翻译锁', {
      segments: of('locking', 'locking-rows', 'locking-deadlock'),
      approvals: [approval(meng, '2025-11-01T14:20:00Z', '*', only('locking', 'locking-rows'))],
    }),
    pull(12, '2026-02-03T08:30:00Z', su, '翻译“提问”一章', {
      coAuthors: [luo],
      segments: [...of('queries', 'queries-order'), ...of('queries-lists').map((each) => ({ ...each, by: [luo.id] }))],
      approvals: [
        approval(meng, '2026-02-02T20:10:30Z', '*', only('queries')),
        approval(qiu, '2026-02-03T07:55:12Z', 'sql'),
      ],
    }),
    pull(15, '2026-02-20T16:00:09Z', tan, '翻译服务器设置', {
      segments: of('runtime-config', 'config-files', 'config-naps'),
    }),
    pull(18, '2026-03-28T10:45:00Z', wen, '翻译前言、简史和体例', {
      segments: [...of('preface', 'intro-small', 'notation'), ...history.map(before)],
      approvals: [approval(meng, '2026-03-27T22:01:48Z', '*')],
    }),
    pull(21, '2026-04-18T09:12:00Z', luo, '翻译 KEEP 与 FORGET', {
      segments: of('sql-keep', 'sql-forget'),
      approvals: [approval(qiu, '2026-04-18T06:30:00Z', 'reference', only('sql-keep'))],
    }),
    // A reviewer corrects what they had reviewed: it stays reviewed. Another's correction waits for somebody.
    pull(24, '2026-05-14T11:00:00Z', meng, '简史：理顺一句', {
      segments: [{ ...corrected(first, 0.18), replaces: before(first).target }],
    }),
    pull(27, '2026-05-29T07:20:00Z', su, '简史：改正一处误译', { segments: [corrected(second, 0.31)] }),
    pull(30, '2026-06-02T12:00:00Z', tan, '博客：3.1 译文跟进说明', {
      content: [{ path: 'docs/blog/2026-05-20-release-3-1.md', kind: 'blog', words: 320, chosen: true }],
    }),
    pull(31, '2026-06-08T15:40:00Z', wen, '常见问题：抽屉已满', {
      content: [{ path: 'docs/faq/drawer-full.md', kind: 'faq', words: 130 }],
    }),
    {
      type: 'review',
      comment: 2201774001,
      url: `${REPOSITORY}/issues/16#issuecomment-2201774001`,
      at: '2026-03-06T18:25:00Z',
      reviewer: meng,
      entitledBy: '*',
      commit: digest('review', 40),
      segments: of('runtime-config', 'config-files').map(({ page, key, target, words }) => ({
        page,
        key,
        target,
        words,
      })),
    },
    award(2214409137, '2026-04-09T08:00:00Z', guest, 'report', 3, '指出三处代码抄错的地方'),
    award(2230518220, '2026-06-11T19:30:00Z', su, 'wish', 1, '提议在段落旁显示英文改动，已经做好'),
  ];
}

const REPOSITORY = 'https://github.com/example/tinyrow-docs';

function pull(
  number: number,
  mergedAt: string,
  author: Person,
  title: string,
  more: Partial<PullRequestRecord>,
): LedgerRecord {
  return {
    type: 'pull-request',
    number,
    url: `${REPOSITORY}/pull/${number}`,
    title,
    mergeCommit: digest(`merge ${number}`, 40),
    mergedAt,
    author,
    coAuthors: [],
    approvals: [],
    segments: [],
    content: [],
    ...more,
  };
}

function approval(who: Person, at: string, entitledBy: string, only?: readonly string[]): Approval {
  return { ...who, at, commit: digest(at, 40), entitledBy, ...(only && { only }) };
}

function award(number: number, at: string, to: Person, kind: string, count: number, reason: string): LedgerRecord {
  const url = `${REPOSITORY}/issues/16#issuecomment-${number}`;
  return { type: 'adjust', number, url, at, by: meng, reason, award: { to, kind, count } };
}

function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
