/** The guide's examples are what it says: every rule finds its bad ones and is silent on its good ones. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseLanguageRules } from '../../tools/check/parse-language.ts';
import { rules } from '../../tools/check/rules/index.ts';
import { newSubjects } from '../../tools/check/subject.ts';
import type { Rule } from '../../tools/check/types.ts';
import { glossaryOf } from '../../tools/glossary/find.ts';
import { parseGlossary } from '../../tools/glossary/parse.ts';
import { catalog, entry } from '../catalog/samples.ts';
import { around } from './samples.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
const guide = read('docs/guide/checks.md');
const language = parseLanguageRules(read('translations/zh-CN/checks.yml'), 'checks.yml');
const glossary = glossaryOf(parseGlossary(read('translations/zh-CN/glossary.yml'), 'glossary.yml'));

/** The text under a rule's heading. */
function sectionOf(name: string): string {
  const sections = guide.split(/^#+ /m);
  return sections.find((section) => section.startsWith(`${name}\n`)) ?? '';
}

function examples(section: string, kind: 'bad' | 'good'): string[] {
  return [...section.matchAll(new RegExp(`^\`\`\`markdown ${kind}\\n([\\s\\S]*?)\\n\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );
}

/** Entries of an example: each a line of English with its translation below it, together one workspace. */
function findings(rule: Rule, example: string): number[] {
  const entries = example.split(/\n\n(?=> )/).map((block) => {
    const [source = '', ...target] = block.split('\n');
    expect(source).toMatch(/^> /);
    return entry(source.slice(2), target.join('\n'));
  });
  const subjects = newSubjects();
  const surroundings = around(
    entries.map((each) => catalog(each)),
    language,
    glossary,
  );
  return entries.map((each) => [...rule.check(subjects('app-kettle', each), surroundings)].length);
}

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const section = sectionOf(name);

  test('finds something in each bad example', () => {
    const bad = examples(section, 'bad');
    expect(bad.length).toBeGreaterThan(0);
    for (const example of bad) expect(Math.max(...findings(rule, example)), example).toBeGreaterThan(0);
  });

  test('finds nothing in the good ones', () => {
    const good = examples(section, 'good');
    expect(good.length).toBeGreaterThan(0);
    for (const example of good) expect(Math.max(...findings(rule, example)), example).toBe(0);
  });
});

test('the guide explains no rule that is not there', () => {
  const headings = [...guide.matchAll(/^#+ ([a-z][a-z-]*)$/gm)].map(([, name]) => name);
  expect(headings.filter((name) => !rules.some((rule) => rule.name === name))).toEqual([]);
});

test('names of rules are words joined by hyphens, each once', () => {
  const names = rules.map(({ name }) => name);
  expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});
