import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../tools/check/rules/index.ts';
import type { ArtifactSegment } from '../../tools/review/artifact.ts';
import { commentBody, MARKER, MOST_COMMENT } from '../../tools/review/comment-body.ts';
import { englishBotWords, parseBotWords } from '../../tools/review/comment-words.ts';
import { finding, full, HEAD, quiet, segment } from './artifacts.ts';
import { HOSTILE } from './hostile.ts';
import { liveIn } from './rendered.ts';

const site = 'https://github.com/example/manual';
const report = `${site}/actions/runs/1`;
const file = join(import.meta.dirname, '../../translations/zh-CN/bot.yml');
const chinese = parseBotWords(readFileSync(file, 'utf8'), 'bot.yml');
const around = { words: chinese, site, report };

/** Tags that the bot itself writes. */
const OWN =
  /^html (?:<\/?(?:details|summary|del|ins|sub)>|<br>|<wbr>|<!-- pgdoc -->|<details><summary>[^<>]*<\/summary>)/;
const strange = (body: string) =>
  liveIn(body).filter((live) => !OWN.test(live) && !live.startsWith(`link ${site}/`) && live !== 'text #8');

describe('texts of other people', () => {
  test.each(HOSTILE)('%j is live in no place of the comment', (text) => {
    expect(strange(commentBody(full(text), around))).toEqual([]);
    expect(strange(commentBody(full(text), { ...around, guarded: [text] }))).toEqual([]);
  });

  test('pieces of a difference that stand side by side stay apart', () => {
    const list = [
      {
        ...segment('x'),
        target: [
          ['same', 'a'],
          ['same', 'b`@ada'],
          ['come', '`c'],
        ] as const,
      },
    ];
    const body = commentBody(
      {
        ...quiet,
        segments: {
          total: 1,
          list: list.map((each) => ({
            ...each,
            target: each.target.map(([kind, text]) => [kind, text] as [typeof kind, string]),
          })),
        },
      },
      around,
    );
    expect(strange(body)).toEqual([]);
  });
});

describe('what is said', () => {
  test('when nothing is wrong it says so first, and is short', () => {
    const body = commentBody(quiet, around);
    expect(body.startsWith(`${MARKER}\n\n✅`)).toBe(true);
    expect(body.length).toBeLessThan(1500);
    expect(body).toContain('`ada` **12.34**');
  });

  test('what a person has to do comes before what they may like to know', () => {
    const findings = { errors: 1, warnings: 1, list: [finding('lost'), finding('odd', 'warning')] };
    const others = [{ number: 8, title: 'Lids', entries: [{ page: 'jars', key: '0123456789' }], total: 1 }];
    const body = commentBody({ ...quiet, findings, others, segments: { total: 1, list: [segment('x')] } }, around);
    const order = ['❌', 'lost', '⚠️', 'odd', '👥', '12.34', '<details>'].map((each) => body.indexOf(each));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(body).toContain(`(${site}/blob/${HEAD}/translations/zh-CN/sql/jars.md?plain=1#L5)`);
  });

  test('paragraphs that are only new are listed a page a line, and each can be opened', () => {
    const made = (key: string): ArtifactSegment => ({
      ...segment('x'),
      key,
      from: 'untranslated',
      english: [],
      target: [],
      terms: [],
      memory: [],
    });
    const list = Array.from({ length: 23 }, (_, at) => made(`${1_000_000_000 + at}`));
    const body = commentBody({ ...quiet, segments: { total: 23, list } }, around);
    const line = body.split('\n').find((each) => each.startsWith('- `jars`: ')) ?? '';
    expect(line.split('](').length - 1).toBe(20);
    expect(line).toContain(`[\`1000000000\`](${site}/blob/${HEAD}/translations/zh-CN/sql/jars.md?plain=1#L5)`);
    expect(line.endsWith(' +3')).toBe(true);
  });

  test('a sync has no table of what became of single paragraphs, whose keys are new', () => {
    expect(commentBody(quiet, around)).toContain('| 1 | 12 |');
    expect(commentBody({ ...quiet, isSync: true }, around)).not.toContain('| 1 | 12 |');
  });

  test('it speaks the language of the workspace and English; English alone where there is no other', () => {
    expect(commentBody(quiet, around)).toMatch(/谢谢！<br>Nothing is wrong/);
    const english = commentBody(full('x'), { ...around, words: undefined });
    expect(english).not.toMatch(/\p{Script=Han}/u);
    expect(english).not.toContain('undefined');
  });

  test('guarded files are those that GitHub lists, whatever the artifact says', () => {
    const guarded = ['.github/workflows/check.yml'];
    const body = commentBody(quiet, { ...around, guarded });
    expect(body).toContain('⛔ `.github/workflows/check.yml`');
    expect(body).not.toContain('✅');
    expect(commentBody({ ...quiet, maintainer: true }, { ...around, guarded })).not.toContain('⛔');
  });
});

describe('what is too long', () => {
  const list = Array.from({ length: 300 }, (_, at) => finding(`number ${at} ${'long '.repeat(100)}`));
  const findings = { errors: 900, warnings: 0, list };
  const segments = { total: 500, list: Array.from({ length: 200 }, () => segment('y '.repeat(700))) };

  test('is cut at whole items, and says how many more there are and where', () => {
    const body = commentBody({ ...quiet, findings, segments }, around);
    expect(body.length).toBeLessThanOrEqual(MOST_COMMENT);
    const shown = body.match(/^- \[`jars\.md:5`\].*`links`$/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(50);
    expect(body).toContain(`${900 - shown} more are in the [full report](${report})`);
    expect(body).toContain('The rest did not fit');
    expect(body.trimEnd().endsWith('</sub>')).toBe(true);
    expect(body.split('<details>').length).toBe(body.split('</details>').length);
    expect(strange(body)).toEqual([]);
  });

  test('no artifact that the schema takes makes it longer than GitHub takes', () => {
    const huge = full('`'.repeat(600));
    const body = commentBody(
      {
        ...huge,
        findings: { ...findings, list: Array.from({ length: 300 }, () => huge.findings.list[1]!) },
        others: Array.from({ length: 20 }, () => ({
          ...huge.others[0]!,
          total: 9999,
          entries: Array.from({ length: 20 }, () => huge.others[0]!.entries[0]!),
        })),
        notes: Array.from({ length: 20 }, () => '`'.repeat(600)),
      },
      { ...around, guarded: Array.from({ length: 100 }, () => 'x'.repeat(600)) },
    );
    expect(body.length).toBeLessThanOrEqual(MOST_COMMENT);
  });
});

describe('words of a language', () => {
  test('a text without its placeholders, with a mention or an unknown key is refused', () => {
    const wrong = 'words:\n  errors: none\n  fine: "hello @ada"\n  fime: x\n';
    expect(() => parseBotWords(wrong, 'bot.yml')).toThrow(
      /bot\.yml:2:.*placeholders[\s\S]*bot\.yml:3:.*plain words[\s\S]*bot\.yml:4:.*"fine"/,
    );
  });

  test('Chinese has every word, and a name for every rule', () => {
    expect(Object.keys(chinese?.words ?? {}).sort()).toEqual(Object.keys(englishBotWords.words).sort());
    for (const [name, text] of Object.entries(chinese?.words ?? {}))
      expect(`${name} ${text}`).toMatch(/\p{Script=Han}/u);
    for (const { name } of rules) expect(chinese?.rules[name]).toBeDefined();
  });

  test('a workspace without the file has English', () => {
    expect(parseBotWords(undefined, 'bot.yml')).toBeUndefined();
  });
});
