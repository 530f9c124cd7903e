/** The labels: GitHub takes them, and there is each that something uses. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { labelNames, labels } from './labels.ts';
import { root } from './workflows.ts';

test('GitHub takes them', () => {
  for (const label of labels) {
    expect(Object.keys(label).toSorted()).toEqual(['color', 'description', 'name']);
    expect(label.name).toMatch(/^[a-z][a-z ]{0,48}[a-z]$/);
    expect(String(label.color)).toMatch(/^[0-9a-f]{6}$/);
    expect([...label.description].length).toBeLessThanOrEqual(100);
    expect(label.description).toMatch(/\p{Script=Han}.* \/ [A-Z]/u);
  }
  // To GitHub, names that differ in case are one.
  expect(labelNames.size).toBe(labels.length);
});

test('colors are text to YAML: 008672 and 5319e7 alone are numbers', () => {
  for (const { color } of labels) expect(typeof color).toBe('string');
});

test('dependabot uses labels that there are', () => {
  const { updates } = parse(readFileSync(join(root, '.github/dependabot.yml'), 'utf8')) as {
    updates: readonly { labels: readonly string[] }[];
  };
  expect(updates.flatMap((update) => update.labels).filter((label) => !labelNames.has(label))).toEqual([]);
});

/** Labels in code: what a constant LABEL or LABELS is, and what addLabels is given as it stands. */
const labelsIn = (code: string): string[] =>
  [...code.matchAll(/(?:\b(?:\w+_)?LABELS?\b[^=;()]*=|\baddLabels\([^,;]+,)\s*(\[[^\]]*\]|'[^']*')/g)].flatMap(
    ([, value = '']) => [...value.matchAll(/'([^']*)'/g)].map(([, name = '']) => name),
  );

test('the tools use labels that there are', () => {
  expect(
    labelsIn("const LABELS: readonly string[] = ['a', 'b'];\nconst SYNC_LABEL = 'c';\nput.addLabels(n, ['d'])"),
  ).toEqual(['a', 'b', 'c', 'd']);
  const tools = join(root, 'tools');
  const files = readdirSync(tools, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const used = files.flatMap((path) => labelsIn(readFileSync(join(tools, path), 'utf8')));
  expect(used.filter((label) => !labelNames.has(label))).toEqual([]);
});
