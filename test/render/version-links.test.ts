import { expect, test } from 'vitest';
import { absentPage } from '../../tools/render/absent-page.ts';
import { englishPageWords } from '../../tools/render/page-words.ts';
import { stageNote, type VersionLink, versionSwitch } from '../../tools/render/version-links.ts';

const words = { ...englishPageWords, notInVersion: 'none in {version} "<&>"' };
const version = (name: string, page: string | undefined, more: Partial<VersionLink> = {}): VersionLink => ({
  name,
  page,
  current: false,
  stage: undefined,
  ...more,
});
const versions = [
  version('19', 'vacuum', { stage: 'devel' }),
  version('18', 'vacuum', { current: true }),
  version('17', 'autovacuum'),
  version('16', undefined),
  version('13', 'vacuum', { stage: 'unsupported' }),
];

test('the switch names every version: the page, the page by its other name, and those that lack it', () => {
  const links = versionSwitch('vacuum', '18', versions, words);
  expect(links.split('</a>').map((link) => link.trim())).toEqual([
    '<a href="../19/vacuum.html">19',
    '<a href="vacuum.html" aria-current="page">18',
    '<a href="../17/autovacuum.html" title="In version 17: autovacuum">17',
    '<a href="../16/vacuum.html" class="absent" title="none in 16 &quot;&lt;&amp;&gt;&quot;">16',
    '<a href="../13/vacuum.html">13',
    '',
  ]);
});

test('a version that is not released, or no longer supported, says so and leads to the current one', () => {
  const note = (page: string, here: string) => stageNote(page, here, versions, 'de', words);
  expect(note('vacuum', '19')).toMatch(/PostgreSQL 19 is not released yet.*href="\.\.\/18\/vacuum\.html"/);
  expect(note('vacuum', '13')).toMatch(/PostgreSQL 13 is no longer supported.*href="\.\.\/18\/vacuum\.html"/);
  expect(note('vacuum', '13')).toContain('lang="de" data-extra');
  expect(note('autovacuum', '17')).toBe('');
  const renamed = versions.map((each) => (each.name === '18' ? { ...each, page: 'cleaning' } : each));
  expect(stageNote('vacuum', '13', renamed, 'de', words)).toContain('href="../18/cleaning.html"');
});

test('the page of a version that lacks it leads to where it is, and to its text here', () => {
  const titleOf = (page: string) => ({ source: `The ${page} <page>`, target: `Die ${page}` });
  const html = absentPage({ page: 'vacuum', version: '16', versions, titleOf, words });
  expect(html).toContain('<h1>Version 16 has no page “Die vacuum”</h1>');
  expect(html).toContain('<span lang="en">The vacuum &lt;page&gt;</span>');
  for (const href of ['19/vacuum', '18/vacuum', '17/autovacuum', '13/vacuum', '16/index'])
    expect(html).toContain(`href="../${href}.html"`);
  expect(html).not.toContain('16/vacuum.html');
  const moved = versions.map((each) => (each.name === '16' ? { ...each, page: 'broom' } : each));
  const there = absentPage({ page: 'vacuum', version: '16', versions: moved, titleOf, words });
  expect(there).toContain('its text stands on the page <a href="../16/broom.html">Die broom</a>.');
});
