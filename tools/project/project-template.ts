/** The project.yml of a fresh workspace, with comments that teach what can be set. */
import type { Follow, Stage } from './types.ts';

export interface ProjectOptions {
  readonly title: string;
  readonly upstream: string;
  readonly language: string;
  readonly versions: readonly {
    readonly name: string;
    readonly ref: string;
    readonly follow?: Follow | undefined;
    readonly stage?: Stage | undefined;
    readonly current?: boolean | undefined;
  }[];
  readonly repository?: string | undefined;
  readonly site?: string | undefined;
}

/** Text of project.yml; `parseProject` of it gives the options back. */
export function projectTemplate(options: ProjectOptions): string {
  const { title, upstream, language, versions, repository, site } = options;
  const optional = (key: string, value: string | undefined, example: string): string =>
    value === undefined ? `# ${key}: ${example}` : `${key}: ${quoted(value)}`;
  return `# What this workspace translates and where it is published. \`pgdoc\` reads it; people write it.

title: ${quoted(title)}

# Where the English comes from: any git URL, a bundle file, or a plain folder that holds doc/src/sgml.
# A path is relative to this workspace.
upstream: ${quoted(upstream)}

# BCP-47 tag of the language; the translations stand in the folder of that name beside this file.
language: ${quoted(language)}

# The repository on GitHub, for edit and report links.
${optional('repository', repository, 'owner/name')}

# The site's address: origin and base path.
${optional('site', site, 'https://example.org/')}

# One line a PostgreSQL major version:
#   ref      its branch upstream
#   follow   tags (the default): the newest release tag of that version; branch: the branch's head
#   current  true for the one version that translators work on first; without it, the first
#   stage    devel, beta, rc or unsupported, when readers have to know
versions:
${versions.map(versionLine).join('\n')}

# Where readers report mistakes, in this order: github, copy, mailto:ADDRESS, or an https:// address.
feedback: [${repository === undefined ? 'copy' : 'github, copy'}]

# Other addresses of the same site.
mirrors: []

# Sites that have the manual in other languages, under the same paths; search engines are told of them.
alternates:${/^en\b/.test(language) ? ' []' : '\n  - { language: en, site: https://www.postgresql.org/ }'}

# A line at the foot of every page.
footer: ""

# Translations that were imported, so that their people are named:
#   - { id: earlier, name: "An earlier translation", url: https://example.org/, licence: PostgreSQL, people: [A. Name] }
origins: []

# Checks of the translation that are not as they come: off, on, warning or error by the rule's name, such as
#   double-spaces: off
checks: {}
`;
}

function versionLine({ name, ref, follow, stage, current }: ProjectOptions['versions'][number]): string {
  const fields = [`name: ${quoted(name)}`, `ref: ${quoted(ref)}`];
  if (follow === 'branch') fields.push('follow: branch');
  if (stage !== undefined) fields.push(`stage: ${stage}`);
  if (current === true) fields.push('current: true');
  return `  - { ${fields.join(', ')} }`;
}

/** Plain where YAML reads the words back unchanged, else in double quotes. */
function quoted(value: string): string {
  const plain = /^[A-Za-z][\w./@+-]*$/.test(value) || /^https?:\/\/[\w./@+-]+$/.test(value);
  return plain && !/^(?:true|false|null|yes|no|on|off)$/i.test(value) ? value : JSON.stringify(value);
}
