/** The labels: GitHub takes them, and there is each that something uses. */
import { readFileSync } from 'node:fs';
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
