import { describe, expect, it } from 'vitest';
import { Failure } from '../../tools/failure.ts';
import { parseProject } from '../../tools/project/parse-project.ts';
import { projectTemplate } from '../../tools/project/project-template.ts';

const small = `title: Handbook
upstream: ../manual.bundle
language: fr
versions:
  - { name: "18", ref: REL_18_STABLE }
`;

function problemsOf(text: string): string[] {
  try {
    parseProject(text, 'project.yml');
  } catch (error) {
    if (error instanceof Failure && error.exitCode === 2) return error.message.split('\n');
    throw error;
  }
  throw new Error('no problem was found');
}

describe('parseProject', () => {
  it('gives what is absent its default', () => {
    expect(parseProject(small, 'project.yml')).toEqual({
      title: 'Handbook',
      upstream: '../manual.bundle',
      language: 'fr',
      repository: undefined,
      site: undefined,
      versions: [{ name: '18', ref: 'REL_18_STABLE', follow: 'tags', current: true, stage: undefined }],
      feedback: [],
      mirrors: [],
      alternates: [],
      footer: '',
      origins: [],
      checks: {},
    });
  });

  it('reads switches of checks, and refuses what is none', () => {
    expect(parseProject(`${small}checks:\n  links: off\n  end-mark: error\n`, 'p').checks).toEqual({
      links: 'off',
      'end-mark': 'error',
    });
    expect(problemsOf(`${small}checks:\n  links: maybe\n  Odd Name: on\n`)).toEqual([
      'project.yml:7:10: checks.links: "off", "on", "warning" or "error" expected',
      expect.stringMatching(/^project\.yml:8:\d+: checks\.Odd Name: the name of a rule expected/),
    ]);
    expect(problemsOf(`${small}checks: [links]\n`)).toEqual([
      'project.yml:6:9: checks: names of rules with off, on, warning or error expected',
    ]);
    expect(parseProject(`${small}checks:\n`, 'p').checks).toEqual({});
  });

  it('reads sites in other languages, each once and none in the workspace’s own', () => {
    const lines = [
      '{ language: en, site: https://www.example.org }',
      '{ language: pt-BR, site: https://pt.example.org/x/ }',
    ];
    const text = (entries: readonly string[]) =>
      `${small}alternates:\n${entries.map((each) => `  - ${each}\n`).join('')}`;
    expect(parseProject(text(lines), 'p').alternates).toEqual([
      { language: 'en', site: 'https://www.example.org/' },
      { language: 'pt-BR', site: 'https://pt.example.org/x/' },
    ]);
    const wrong = [
      '{ language: pt_br, site: https://a.example/ }',
      '{ language: fr, site: https://a.example/ }',
      '{ language: en, site: "javascript:alert(1)" }',
      '{ language: en, site: https://b.example/, host: x }',
    ];
    const problems = problemsOf(text(wrong));
    expect(problems.map((problem) => problem.replace(/^[^:]+:(\d+):\d+: /, '$1: '))).toEqual([
      expect.stringMatching(/^7: .*written "pt-BR"/),
      expect.stringMatching(/^8: .*"fr" is the language of this workspace itself/),
      expect.stringMatching(/^9: .*the address of a site expected/),
      expect.stringMatching(/^10: .*given twice/),
      expect.stringMatching(/^10: .*unknown key "host"/),
    ]);
    const english = { title: 'T', upstream: 'u', language: 'en-GB', versions: [{ name: '18', ref: 'R' }] };
    expect(parseProject(projectTemplate(english), 'p').alternates).toEqual([]);
    expect(parseProject(projectTemplate({ ...english, language: 'ja' }), 'p').alternates).toEqual([
      { language: 'en', site: 'https://www.postgresql.org/' },
    ]);
  });

  it('reads every field', () => {
    const text = `title: Handbuch
upstream: https://example.org/some.git
language: pt-BR
repository: some-team/hand.book
site: https://example.org/base
versions:
  - { name: 19, ref: master, follow: branch, stage: devel }
  - { name: 18, ref: REL_18_STABLE, current: true }
  - { name: 9.10, ref: REL9_10_STABLE, stage: unsupported }
feedback: [github, mailto:docs@example.org, copy, https://example.org/form]
mirrors: [https://mirror.example.org/, http://10.0.0.1:8080/manual]
footer: null
origins:
  - id: first-team
    name: The first team
    url: https://example.org/first
    commit: 0123abc
    licence: PostgreSQL
    method: by hand
    people: [Ada, Bo]
`;
    const project = parseProject(text, 'project.yml');
    expect(project.site).toBe('https://example.org/base/');
    expect(project.versions.map(({ name, follow, current, stage }) => [name, follow, current, stage])).toEqual([
      ['19', 'branch', false, 'devel'],
      ['18', 'tags', true, undefined],
      ['9.10', 'tags', false, 'unsupported'],
    ]);
    expect(project.feedback).toEqual([
      { kind: 'github' },
      { kind: 'mail', address: 'docs@example.org' },
      { kind: 'copy' },
      { kind: 'link', url: 'https://example.org/form' },
    ]);
    expect(project.mirrors).toEqual(['https://mirror.example.org/', 'http://10.0.0.1:8080/manual/']);
    expect(project.footer).toBe('');
    expect(project.origins[0]?.people).toEqual(['Ada', 'Bo']);
  });

  it('reads a file with a byte order mark and CRLF like one without', () => {
    expect(parseProject(`\uFEFF${small.replaceAll('\n', '\r\n')}`, 'p')).toEqual(parseProject(small, 'p'));
  });

  it('names an unknown key, its place and the nearest known one, at every level', () => {
    const text = `${small.replace('title:', 'titel:').replace('ref:', 'reff:')}mirorrs: []\n`;
    const problems = problemsOf(text);
    expect(problems).toContainEqual(
      expect.stringMatching(/^project\.yml:1:1: unknown key "titel"; did you mean "title"/),
    );
    expect(problems).toContainEqual(
      expect.stringMatching(/^project\.yml:5:19: versions\[1\]: unknown key "reff"; did you mean "ref"/),
    );
    expect(problems).toContainEqual(
      expect.stringMatching(/^project\.yml:6:1: unknown key "mirorrs"; did you mean "mirrors"/),
    );
  });

  it('tells all problems at once, in the order of the lines', () => {
    const problems = problemsOf(`title: ""
upstream: -x
language: zh_CN
repository: https://github.com/owner/name
site: example.org
versions:
  - { name: v18, ref: -evil, follow: tag, current: yes }
  - { name: "17", ref: "a..b", current: true }
  - { name: "17", ref: "a b", current: true }
feedback: [mailto:nobody, carrier-pigeon]
origins:
  - { id: Big One, people: Ada }
`);
    const places = problems.map((problem) => /^project\.yml:(\d+):/.exec(problem)?.[1]);
    expect(places).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '7',
      '7',
      '7',
      '7',
      '8',
      '9',
      '9',
      '9',
      '10',
      '10',
      '12',
      '12',
      '12',
    ]);
    expect(problems[2]).toContain('written "zh-CN"');
    expect(problems.join('\n')).toContain('name "17" is given twice');
    expect(problems.join('\n')).toContain('only one version can be the current one');
    expect(problems.join('\n')).toContain('found "carrier-pigeon"');
  });

  it.each([
    ['nothing', '', /project\.yml:1:1: keys with their values expected/],
    ['a list', '- title: x\n', /keys with their values expected/],
    ['a word', 'hello\n', /keys with their values expected/],
    ['a repeated key', `title: A\n${small}`, /project\.yml:2:1: .*unique/],
    ['a tab', small.replace('  - {', '\t- {'), /project\.yml:5:.*[Tt]ab/],
    ['an alias', small.replace('ref: REL_18_STABLE', 'ref: &a x, stage: *a'), /:5:.*aliases/],
    ['a foreign tag', small.replace('Handbook', '!!js/function x'), /project\.yml:1:8: .*tag/],
    ['no version', small.replace(/versions:.*/s, 'versions: []\n'), /at least one version/],
    ['a prototype key', `${small}__proto__: { footer: x }\n`, /unknown key "__proto__"/],
    ['two documents', `${small}---\n${small}`, /project\.yml:6:/],
    ['a text nested without end', `${small}footer: ${'['.repeat(3_999)}`, /project\.yml/],
    ['a line without end', `${small}${'- '.repeat(50_000)}`, /longer than/],
  ])('refuses %s with its place', (_, text, expected) => {
    expect(problemsOf(text).join('\n')).toMatch(expected);
  });

  it('refuses an alias bomb quickly', () => {
    const levels = Array.from({ length: 40 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i},`.repeat(9)}]`);
    expect(problemsOf(`l0: &l0 [x]\n${levels.join('\n')}\n`).join('\n')).toContain('aliases are not used');
  });
});

describe('projectTemplate', () => {
  it.each([
    { title: 'Plain', upstream: '../x.bundle', language: 'ja', versions: [{ name: '18', ref: 'REL_18_STABLE' }] },
    {
      title: 'Quotes " and: colons # and \\ more',
      upstream: 'git@example.org:some/repo.git',
      language: 'no',
      repository: 'owner/name',
      site: 'https://example.org/x/',
      versions: [
        { name: '19', ref: 'master', follow: 'branch' as const, stage: 'devel' as const },
        { name: '18', ref: 'REL_18_STABLE', current: true },
      ],
    },
  ])('is read back as it was asked for: $title', (options) => {
    const project = parseProject(projectTemplate(options), 'project.yml');
    expect(project).toMatchObject(options);
    expect(project.versions.filter(({ current }) => current)).toHaveLength(1);
  });
});
