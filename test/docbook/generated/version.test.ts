import { expect, test } from 'vitest';
import { generateFrom, placesOf } from './inputs.ts';

const meson = (version: string) => `project('lighthouse',\n  ['c'],\n  version: '${version}',\n  license: 'Free',\n)\n`;

test.each([
  ['18.6', '18'],
  ['19devel', '19'],
  ['19beta1', '19'],
  ['20rc2', '20'],
])('meson.build with %s is of major version %s', (version, major) => {
  const { text, findings } = generateFrom('version.sgml', { 'meson.build': meson(version) });
  expect(text).toBe(`<!ENTITY version "${version}">\n<!ENTITY majorversion "${major}">\n`);
  expect(findings).toEqual([]);
});

test('configure.ac speaks where meson.build is missing or silent', () => {
  const configure =
    'm4_pattern_forbid(^LH_)\nAC_INIT([Lighthouse], [15.7], [keeper@example.org], [], [https://example.org/])\n';
  expect(generateFrom('version.sgml', { 'configure.ac': configure }).text).toContain('majorversion "15"');
  expect(generateFrom('version.sgml', { 'configure.ac': configure, 'meson.build': '# nothing\n' }).text).toContain(
    '"15.7"',
  );
});

test.each(['dev', '', '18" SYSTEM "file:///etc/passwd', '18%x;', '18&lt;'])('the version %j is refused', (version) => {
  const generated = generateFrom('version.sgml', { 'meson.build': meson(version) });
  expect(generated.text).toBe('');
  expect(placesOf(generated)).toEqual(['meson.build:3']);
});

test('no version anywhere is a finding', () => {
  expect(generateFrom('version.sgml', { 'meson.build': '', 'configure.ac': '' }).findings).toHaveLength(1);
});
