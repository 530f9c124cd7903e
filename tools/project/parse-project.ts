/**
 * translations/project.yml: text to data. Everything that is wrong with it is told at once; what is absent gets
 * its default, so that no other room has to know one.
 */
import { z } from 'zod';
import { parseStrictYaml } from './strict-yaml.ts';
import type { Feedback, Project } from './types.ts';

const words = z.string('text expected').trim().min(1, 'text expected, found nothing');

/** @see https://git-scm.com/docs/git-check-ref-format; a leading hyphen would be read as an option. */
function isSaneRef(ref: string): boolean {
  return (
    !/^[-/.]|[\s\x00-\x1f\x7f~^:?*[\\]|\.\.|@\{|\/\/|[/.]$|\.lock$/.test(ref) &&
    !ref.split('/').some((s) => s.startsWith('.'))
  );
}

const refName = words.refine(isSaneRef, 'the name of a branch or tag expected, such as REL_18_STABLE');

const version = z.strictObject({
  name: words.regex(/^[0-9]+(\.[0-9]+)?$/, 'a PostgreSQL major version expected, such as "18" or "9.6"'),
  ref: refName,
  follow: z.enum(['tags', 'branch'], '"tags" or "branch" expected').default('tags'),
  current: z.boolean('true or false expected').default(false),
  stage: z.enum(['devel', 'beta', 'rc', 'unsupported'], '"devel", "beta", "rc" or "unsupported" expected').optional(),
});

const webUrl = words.refine(isWebUrl, 'an address beginning with https:// or http:// expected');

const siteUrl = words
  .refine(
    (url) => isWebUrl(url) && !/[?#]/.test(url),
    'the address of a site expected, such as https://example.org/docs/',
  )
  .transform((url) => (url.endsWith('/') ? url : `${url}/`));

const feedback = z
  .string('"github", "copy", "mailto:…" or an https:// address expected')
  .transform((entry, context): Feedback => {
    if (entry === 'github' || entry === 'copy') return { kind: entry };
    const address = /^mailto:([^\s@<>"?&]+@[^\s@<>"?&]+)$/.exec(entry)?.[1];
    if (address !== undefined) return { kind: 'mail', address };
    if (isWebUrl(entry)) return { kind: 'link', url: entry };
    context.addIssue(`"github", "copy", "mailto:…" or an https:// address expected, found "${entry}"`);
    return z.NEVER;
  });

const languageTag = words.superRefine((tag, context) => {
  const canonical = canonicalLanguage(tag);
  if (canonical === tag) return;
  const hint = canonical === undefined ? 'such as zh-CN, ja or fr' : `written "${canonical}"`;
  context.addIssue(`a BCP-47 language tag expected, ${hint}`);
});

const alternate = z.strictObject({ language: languageTag, site: siteUrl });

const origin = z.strictObject({
  id: words.regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens expected'),
  name: words,
  url: webUrl.optional(),
  commit: words.regex(/^[0-9a-f]{7,64}$/, 'a commit id in hex digits expected').optional(),
  licence: words.optional(),
  method: words.optional(),
  people: z.array(words, 'a list of names expected').default([]),
});

const CHECK_SWITCH = '"off", "on", "warning" or "error" expected';
const CHECK_SWITCHES = 'names of rules with off, on, warning or error expected';
const RULE_NAME = 'the name of a rule expected: lower-case letters, digits and hyphens';

const project = z.strictObject({
  title: words,
  upstream: words.refine((url) => !url.startsWith('-') && !/[\x00-\x1f\x7f]/.test(url), 'a git URL or a path expected'),
  language: languageTag,
  repository: words
    .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\/(?!\.{1,2}$)[A-Za-z0-9._-]+$/, 'owner/name on GitHub expected')
    .optional(),
  site: siteUrl.optional(),
  versions: z.array(version, 'a list of versions expected').min(1, 'at least one version expected'),
  feedback: z.array(feedback, 'a list expected, such as [github, copy]').default([]),
  mirrors: z.array(siteUrl, 'a list of addresses expected').default([]),
  alternates: z.array(alternate, 'a list of sites expected').default([]),
  footer: z.string('text expected').default(''),
  origins: z.array(origin, 'a list of origins expected').default([]),
  checks: z
    .record(words.regex(/^[a-z][a-z0-9-]*$/), z.enum(['off', 'on', 'warning', 'error'], CHECK_SWITCH), {
      error: ({ code }) => (code === 'invalid_key' ? RULE_NAME : CHECK_SWITCHES),
    })
    .default({}),
});

/**
 * Reads project.yml. A byte order mark and CRLF are accepted.
 *
 * @param file the name that messages bear
 * @throws Failure(2) listing every problem as `file:line:column: what was expected`
 */
export function parseProject(text: string, file: string): Project {
  const parsed = parseStrictYaml(project, text, file, (value, report) => {
    reportRepeated(value, 'versions', 'name', report);
    reportRepeated(value, 'origins', 'id', report);
    reportRepeated(value, 'alternates', 'language', report);
    for (const [index, { language }] of entriesOf(value, 'alternates').entries())
      if (isRecord(value) && language !== undefined && language === value.language)
        report(['alternates', index, 'language'], `"${String(language)}" is the language of this workspace itself`);
    const current = entriesOf(value, 'versions').flatMap((entry, index) => (entry.current === true ? [index] : []));
    for (const index of current.slice(1))
      report(['versions', index, 'current'], 'only one version can be the current one');
  });
  const marked = parsed.versions.findIndex((entry) => entry.current);
  const current = Math.max(marked, 0);
  return {
    ...parsed,
    repository: parsed.repository,
    site: parsed.site,
    versions: parsed.versions.map((entry, index) => ({ ...entry, stage: entry.stage, current: index === current })),
    origins: parsed.origins.map(({ id, name, url, commit, licence, method, people }) => {
      return { id, name, url, commit, licence, method, people };
    }),
  };
}

type Report = (path: readonly PropertyKey[], message: string) => void;

function reportRepeated(value: unknown, list: string, key: string, report: Report): void {
  const seen = new Set<unknown>();
  for (const [index, entry] of entriesOf(value, list).entries()) {
    const name = entry[key];
    if (name !== undefined && seen.has(name))
      report([list, index, key], `${key} "${String(name)}" is given twice in ${list}`);
    seen.add(name);
  }
}

/** The entries of a list as they were read, before anything is known of their shape. */
function entriesOf(value: unknown, list: string): readonly Readonly<Record<string, unknown>>[] {
  const entries = isRecord(value) ? value[list] : undefined;
  return Array.isArray(entries) ? entries.map((entry: unknown) => (isRecord(entry) ? entry : {})) : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWebUrl(url: string): boolean {
  return /^https?:\/\/[^\s"'<>\\]+$/.test(url) && URL.canParse(url);
}

function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
