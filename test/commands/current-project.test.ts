import { expect, test } from 'vitest';
import { withCurrent } from '../../tools/commands/current-project.ts';
import { parseProject } from '../../tools/project/parse-project.ts';

const project = (...versions: string[]) => `# of the kettle
title:   'Kettles'   # two words
upstream: ./here
language: fr
versions: # newest first
${versions.join('\n')}
mirrors: [ ]
`;
const currentOf = (text: string) =>
  parseProject(text, 'p')
    .versions.filter(({ current }) => current)
    .map(({ name }) => name);

test.each<[string, string[], string[]]>([
  [
    'in braces',
    ['    - {name: "18", ref: A,   current: true, stage: rc}   # one', '    - { name: "16", ref: B }'],
    ['    - {name: "18", ref: A, stage: rc}   # one', '    - { name: "16", ref: B, current: true }'],
  ],
  [
    'a line each',
    ['  - name: "18"', '    current: true', '    ref: A # a', '  # between', '  - name: 16', '    ref: B'],
    ['  - name: "18"', '    ref: A # a', '  # between', '  - name: 16', '    current: true', '    ref: B'],
  ],
  [
    'beside a dash or a comment',
    [
      '  - current: true',
      '    name: "18"',
      '    ref: A',
      '  - name: "16"',
      '    ref: B',
      '    current: false # not yet',
    ],
    [
      '  - current: false',
      '    name: "18"',
      '    ref: A',
      '  - name: "16"',
      '    ref: B',
      '    current: true # not yet',
    ],
  ],
  [
    'where the first version was the current one for want of a mark',
    ['  - { name: "18", ref: A }', '  - { name: "16", ref: B }'],
    ['  - { name: "18", ref: A }', '  - { name: "16", ref: B, current: true }'],
  ],
])('another version becomes the current one, and nothing else changes: %s', (_, before, after) => {
  const text = withCurrent(project(...before), '16');
  expect(text).toBe(project(...after));
  expect(currentOf(text)).toEqual(['16']);
  expect(withCurrent(text, '16')).toBe(text);
});

test('back again', () => {
  const text = withCurrent(project('  - { name: "18", ref: A }', '  - { name: "16", ref: B }'), '16');
  expect(currentOf(withCurrent(text, '18'))).toEqual(['18']);
});
