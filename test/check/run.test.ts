import { describe, expect, test } from 'vitest';
import { parseCatalog } from '../../tools/catalog/parse.ts';
import { codeTokens } from '../../tools/check/rules/code-tokens.ts';
import { conflictMarker } from '../../tools/check/rules/conflict-marker.ts';
import { rules } from '../../tools/check/rules/index.ts';
import { checkFiles, withCatalogFindings } from '../../tools/check/run.ts';
import { activeRules } from '../../tools/check/switches.ts';
import type { Finding, Rule } from '../../tools/check/types.ts';
import { keyOf, targetHash } from '../../tools/segment/key.ts';
import { around, replacing } from './samples.ts';

const soap = replacing('soap', '肥皂', '热水', 'error');

/** Findings of one file, the catalog's own with them. */
function check(text: string, active: readonly Rule[] = [soap], path = 'zh/pot.md'): Finding[] {
  const { catalog, findings } = parseCatalog(text, path, 'pot');
  const options = {
    rules: active.map((rule) => ({ rule, severity: rule.severity })),
    known: [soap, ...rules],
    surroundings: around([catalog]),
  };
  return withCatalogFindings(checkFiles([{ path, catalog }], options), findings);
}

const places = (text: string, active?: readonly Rule[]) =>
  check(text, active).map(({ line, column }) => [line, column]);
const block = (source: string, target: string, words = '') =>
  `> ${source}\n<!-- @${keyOf(source)}${words} -->\n${target}\n`;

describe('line and column', () => {
  test('of the place in the file', () => {
    expect(places(`# pot\n\n${block('A pot.', '一壶肥皂。')}`)).toEqual([[5, 3]]);
  });

  test('on a later line of the target, and twice on one line', () => {
    expect(places(`# pot\n\n${block('A pot.', '壶，\n有肥皂和肥皂')}`)).toEqual([
      [6, 2],
      [6, 5],
    ]);
  });

  test('below a marker of several lines, with blank lines in between', () => {
    const words = ` stale was=${keyOf('The pot.')} target=${targetHash('肥皂')}\n> The pot.\n`;
    const text = `# pot\n\n> A pot.\n<!-- @${keyOf('A pot.')}${words}-->\n\n\n  肥皂\n`;
    expect(check(text).map(({ rule, line, column }) => [rule, line, column])).toEqual([['soap', 9, 3]]);
  });

  test('with the line ends and the byte order mark of another editor', () => {
    const text = `\uFEFF# pot\n\n${block('A pot.', '壶，\n肥皂')}`.replaceAll('\n', '\r\n');
    expect(places(text)).toEqual([[6, 1]]);
  });

  test('a remark on the whole target stands at its start', () => {
    const whole: Rule = { name: 'whole', severity: 'warning', check: () => [{ message: 'no good' }] };
    expect(places(`# pot\n\n${block('A pot.', '壶')}`, [whole])).toEqual([[5, 1]]);
  });
});

test('thousands of findings in one entry are summed up', () => {
  const found = check(`# pot\n\n${block('A pot.', '肥皂'.repeat(9000))}`);
  expect(found).toHaveLength(51);
  expect(found.filter(({ message }) => message.includes('more of this'))).toHaveLength(1);
});

test('findings are sorted by path, line and column, whatever order the rules have', () => {
  const late = replacing('late', '壶', '锅');
  const text = `# pot\n\n${block('A pot.', '肥皂与壶')}\n${block('The pot.', '壶与肥皂')}`;
  const { catalog } = parseCatalog(text, 'pot.md', 'pot');
  const options = {
    rules: [late, soap].map((rule) => ({ rule, severity: rule.severity })),
    known: [],
    surroundings: around(),
  };
  const files = ['b/pot.md', 'a/pot.md'].map((path) => ({ path, catalog }));
  expect(checkFiles(files, options).map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
    'a/pot.md:5:1',
    'a/pot.md:5:4',
    'a/pot.md:9:1',
    'a/pot.md:9:3',
    'b/pot.md:5:1',
    'b/pot.md:5:4',
    'b/pot.md:9:1',
    'b/pot.md:9:3',
  ]);
});

describe('off=', () => {
  const named = (words: string) =>
    check(`# pot\n\n${block('A pot.', '肥皂', words)}`).map(({ rule, line }) => [rule, line]);

  test('with a reason silences the rule for that entry', () => {
    expect(named(' off=soap:"it is a soap pot"')).toEqual([]);
  });

  test('of another rule does not', () => {
    expect(named(' off=links:"none"')).toEqual([['soap', 5]]);
  });

  test('without a reason is a finding and does not count', () => {
    expect(named(' off=soap:" "')).toEqual([
      ['off/no-reason', 4],
      ['soap', 5],
    ]);
  });

  test('of a rule that is not there names the nearest', () => {
    const [finding] = check(`# pot\n\n${block('A pot.', '壶', ' off=code-token:"why"')}`);
    expect(finding).toMatchObject({ rule: 'off/unknown-rule', severity: 'error', line: 4, key: keyOf('A pot.') });
    expect(finding?.message).toContain('did you mean code-tokens?');
  });

  test('is looked at on an entry without a target too', () => {
    expect(check(`# pot\n\n${block('A pot.', '', ' off=nothing-of-the-kind:"why"')}`)).toHaveLength(1);
  });
});

describe('a stale translation', () => {
  const text = (target: string) => {
    const words = ` stale was=${keyOf('Use `a`.')} target=${targetHash('用 `a`。')}\n> Use \`a\`.\n`;
    return `# pot\n\n> Use \`b\`.\n<!-- @${keyOf('Use `b`.')}${words}-->\n${target}\n`;
  };

  test('is read beside the English that it was made for', () => {
    expect(check(text('用 `a`。'), [codeTokens])).toEqual([]);
  });

  test('is read beside the new English once somebody has changed it', () => {
    expect(check(text('使用 `a`。'), [codeTokens])).toHaveLength(1);
    expect(check(text('使用 `b`。'), [codeTokens])).toEqual([]);
  });
});

describe('broken catalogs', () => {
  test('what the reader reports is part of the findings, and the rest is checked', () => {
    const text = `# pot\n\n> A lost one.\n\n${block('A pot.', '肥皂')}`;
    expect(check(text).map(({ rule, line }) => [rule, line])).toEqual([
      ['catalog/no-marker', 3],
      ['soap', 7],
    ]);
  });

  test('every mark of a conflict is named, each once', () => {
    const conflict = '<<<<<<< mine\n壶\n=======\n锅\n>>>>>>> yours';
    const found = check(`# pot\n\n${block('A pot.', conflict)}`, [conflictMarker]);
    expect(found.map(({ rule, line }) => [rule, line])).toEqual([
      ['catalog/conflict', 5],
      ['conflict-marker', 7],
      ['conflict-marker', 9],
    ]);
  });

  test('a conflict around the title is named as well', () => {
    const found = check(`<<<<<<< mine\n# pot\n=======\n# pots\n>>>>>>> yours\n\n${block('A pot.', '壶')}`, [
      conflictMarker,
    ]);
    expect(found.filter(({ rule }) => rule === 'conflict-marker').length).toBeGreaterThan(0);
  });
});

describe('switches', () => {
  const quiet: Rule = { ...replacing('quiet', 'x', 'y'), offByDefault: true };
  const named = (...args: Parameters<typeof activeRules> extends [unknown, ...infer R] ? R : never) =>
    activeRules([soap, quiet], ...args).map(({ rule, severity }) => `${rule.name} ${severity}`);

  test('by default a rule runs with its own severity, unless it is off as it comes', () => {
    expect(named({})).toEqual(['soap error']);
  });

  test('off, on, and another severity', () => {
    expect(named({ soap: 'off', quiet: 'on' })).toEqual(['quiet warning']);
    expect(named({ soap: 'warning', quiet: 'error' })).toEqual(['soap warning', 'quiet error']);
  });

  test('rules that are asked for run even if they are off', () => {
    expect(named({ soap: 'off' }, { names: ['soap', 'quiet'] })).toEqual(['soap error', 'quiet warning']);
  });

  test('only one severity, as the workspace has it', () => {
    expect(named({ soap: 'warning', quiet: 'on' }, { severity: 'warning' })).toEqual(['soap warning', 'quiet warning']);
    expect(named({ soap: 'warning' }, { severity: 'error' })).toEqual([]);
  });
});
