/** `pgdoc init`: a new workspace. Refuses a folder that holds one already; what else is there stays. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import { readText } from '../io/files.ts';
import { withLock } from '../io/lock.ts';
import { writeAll } from '../io/transaction.ts';
import { parseProject } from '../project/parse-project.ts';
import { projectTemplate } from '../project/project-template.ts';
import type { Context, Outcome } from './context.ts';
import { PROJECT_FILE } from './workspace.ts';

export interface InitOptions {
  readonly title: string | undefined;
  readonly upstream: string;
  readonly language: string;
  /** `18=REL_18_STABLE`; the first is the current one. */
  readonly versions: readonly { readonly name: string; readonly ref: string }[];
  readonly repository: string | undefined;
  readonly site: string | undefined;
  /** What the tool itself has for the language: contents by the name of the file in the language's folder. */
  readonly languageFiles: ReadonlyMap<string, string>;
  /** What it has for every language: contents by path in the workspace. */
  readonly commonFiles: ReadonlyMap<string, string>;
}

const IGNORED = ['.cache/', 'dist/', 'node_modules/'];

/** `context.root` is the folder to make. */
export async function init(context: Context, options: InitOptions): Promise<Outcome> {
  const { root } = context;
  const exists = existsSync(root);
  if (exists && readText(root, PROJECT_FILE) !== undefined) throw isWorkspace(root);
  const { language, versions, languageFiles, commonFiles, ...rest } = options;
  const project = projectTemplate({
    ...rest,
    title: options.title ?? `PostgreSQL (${language})`,
    language,
    versions: versions.map((version, at) => ({ ...version, current: at === 0 })),
  });
  // Says what is wrong with the options in the words that the file would get.
  parseProject(project, PROJECT_FILE);
  const files = [
    { path: PROJECT_FILE, content: project },
    { path: '.gitignore', content: withIgnored(exists ? (readText(root, '.gitignore') ?? '') : '') },
    ...[
      ...[...languageFiles].map(([name, content]) => ({ path: `translations/${language}/${name}`, content })),
      ...[...commonFiles].map(([path, content]) => ({ path, content })),
    ].filter(({ path }) => !exists || readText(root, path) === undefined),
  ];
  if (!context.dryRun) await mkdir(root, { recursive: true });
  const written = context.dryRun
    ? []
    : await withLock(root, { name: 'workspace', purpose: 'init' }, async () => {
        if (readText(root, PROJECT_FILE) !== undefined) throw isWorkspace(root);
        return writeAll(root, files);
      });
  if (context.json) context.print(JSON.stringify({ root, files: files.map(({ path }) => path), written }, null, 2));
  else {
    for (const { path } of files) context.print(`${context.dryRun ? 'would write' : 'wrote'} ${path}`);
    context.print(`\nNext: pgdoc sync --root ${root}`);
  }
  return 0;
}

function isWorkspace(root: string): Failure {
  return new Failure(
    2,
    `${root} is a workspace already: it has a ${PROJECT_FILE}. Edit that file, then run \`pgdoc sync\`.`,
  );
}

/** What people have in their .gitignore, and below it what it lacks. */
function withIgnored(text: string): string {
  const lines = text.split(/\r?\n/);
  const missing = IGNORED.filter((line) => !lines.includes(line));
  const kept = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return kept + missing.map((line) => `${line}\n`).join('');
}
