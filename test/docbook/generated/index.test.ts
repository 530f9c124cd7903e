import { expect, test } from 'vitest';
import { generateFile, inputsOfGeneratedFiles } from '../../../tools/docbook/generated/index.ts';
import { generateFrom } from './inputs.ts';

test.each(['intro.sgml', '', 'constructor', '__proto__', '../errcodes-table.sgml'])('%j is not generated', (name) => {
  const refuse = () => {
    throw new Error('read');
  };
  expect(generateFile(name, refuse, refuse)).toBeUndefined();
});

test('a missing input is a finding that names it, and the rest of the manual lives', () => {
  const generated = generateFrom('errcodes-table.sgml', {});
  expect(generated.text).toBe('');
  expect(generated.findings).toMatchObject([
    { severity: 'error', rule: 'docbook/generated-input', file: 'doc/src/sgml/errcodes-table.sgml', line: 1 },
  ]);
  expect(generated.findings[0]?.message).toContain('src/backend/utils/errcodes.txt');
});

test('of two inputs one is not enough', () => {
  const generated = generateFrom('features-supported.sgml', {
    'src/backend/catalog/sql_features.txt': 'X1\tHop\t\t\tYES\t\n',
  });
  expect(generated.findings).toHaveLength(1);
});

test('the file as it stands in upstream is taken when the inputs are missing, and only then', () => {
  const standing = { 'doc/src/sgml/version.sgml': '<!ENTITY version "7.1">' };
  expect(generateFrom('version.sgml', standing)).toEqual({ text: '<!ENTITY version "7.1">', findings: [] });
  expect(generateFrom('version.sgml', { ...standing, 'meson.build': "version: '7.2'," }).text).toContain('"7.2"');
});

test('a fetch learns what to bring beside the folder of the document', () => {
  expect(inputsOfGeneratedFiles).toContain('configure.ac');
  expect(inputsOfGeneratedFiles).toContain('src/backend/utils/errcodes.txt');
  expect(inputsOfGeneratedFiles.filter((path) => path.startsWith('doc/src/sgml'))).toEqual([]);
  expect(new Set(inputsOfGeneratedFiles).size).toBe(inputsOfGeneratedFiles.length);
});
