/** `pgdoc history`: every earlier source and target of an entry, with the commit that made it. */

import { nearest } from '../check/nearest.ts';
import { Failure } from '../failure.ts';
import { readText } from '../io/files.ts';
import { type BlobChange, type HistoricCommit, type History, openHistory } from '../io/history.ts';
import { unknownPage } from './accept.ts';
import type { Context, Outcome } from './context.ts';
import { differ, type EntryState, type Lineage, newLineage } from './history-lineage.ts';
import { wordDiff } from './word-diff.ts';
import { languageFolder, readCatalogs, readWorkspace } from './workspace.ts';

/** The entry as a commit left it; `state` is undefined where it took the entry out, or made it unreadable. */
interface Version {
  /** Undefined: not committed yet. */
  readonly commit: Pick<HistoricCommit, 'commit' | 'author' | 'date' | 'subject'> | undefined;
  readonly file: string;
  readonly state: EntryState | undefined;
}

/** Commits whose texts are read at once: enough to be quick, few enough to be small in memory. */
const AT_ONCE = 64;
const SHORT = 10;

/** @throws Failure(2) outside a git repository, for an unknown page, or a key that the page never had */
export async function history(context: Context, page: string, key: string): Promise<Outcome> {
  const { project } = readWorkspace(context.root);
  // What is no name of a page is neither looked up in a folder nor given to git as a pattern.
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(page)) throw new Failure(2, unknownPage(page, []));
  const repository = await openHistory(context.root, context.env);
  const commits = await repository.commits(`${languageFolder(project)}/*/${page}.md`);
  const catalogs = await readCatalogs(context.root, project);
  const file = catalogs.byPage.get(page);
  if (!file && commits.length === 0) throw new Failure(2, unknownPage(page, catalogs.byPage.keys()));

  const lineage = newLineage(page, key);
  const now = file && { path: file.path, text: readText(context.root, file.path) };
  const versions = await readVersions(repository, commits, lineage, now);
  if (versions.length === 0) {
    const keys = file?.catalog.items.flatMap((item) => (item.type === 'entry' ? [item.key] : [])) ?? [];
    const near = nearest(key, keys);
    throw new Failure(2, `${page} never had an entry ${key}${near === undefined ? '' : `; did you mean ${near}?`}`);
  }
  if (repository.shallow) context.tell('This repository lacks its older commits; `git fetch --unshallow` gets them.');
  if (context.json) {
    const list = versions.map((version, at) => describe(version, versions[at + 1], project.language));
    context.print(JSON.stringify({ page, key, versions: list }, null, 2));
  } else
    for (const [at, version] of versions.entries()) context.print(show(version, versions[at + 1], project.language));
  return 0;
}

async function readVersions(
  repository: History,
  commits: readonly HistoricCommit[],
  lineage: Lineage,
  now: { readonly path: string; readonly text: string | undefined } | undefined,
): Promise<readonly Version[]> {
  const versions: Version[] = [];
  const present = lineage.find(now?.text);
  let isNewest = true;
  for (let from = 0; from < commits.length; from += AT_ONCE) {
    const some = commits.slice(from, from + AT_ONCE);
    const ids = some.flatMap(({ parents }) => parents.flat().flatMap(({ before, after }) => [before, after]));
    const texts = await repository.texts(new Set(ids.filter((id) => id !== undefined)));
    const textOf = (id: string | undefined) => (id === undefined ? undefined : texts.get(id));
    for (const { parents, ...commit } of some) {
      const sides = parents.map(sidesOf);
      const state = lineage.find(textOf(sides.find(({ after }) => after !== undefined)?.after));
      if (isNewest && now && differ(present, state))
        versions.push({ commit: undefined, file: now.path, state: present });
      isNewest = false;
      // A merge made the entry what it is only when no parent had it so.
      const isNew = parents.every(
        ({ length }, at) => length > 0 && differ(state, lineage.find(textOf(sides[at]?.before))),
      );
      if (isNew) versions.push({ commit, file: sides[0]?.path ?? '', state });
    }
  }
  if (isNewest && now && present) versions.push({ commit: undefined, file: now.path, state: present });
  return versions;
}

/** A page that moves goes in one place and comes in another within a commit. */
function sidesOf(changes: readonly BlobChange[]): {
  path: string;
  before: string | undefined;
  after: string | undefined;
} {
  const come = changes.find(({ after }) => after !== undefined);
  const gone = changes.find(({ before }) => before !== undefined);
  return { path: come?.path ?? gone?.path ?? '', before: come?.before ?? gone?.before, after: come?.after };
}

function describe({ commit, file, state }: Version, earlier: Version | undefined, language: string) {
  return {
    commit: commit?.commit ?? null,
    author: commit?.author ?? null,
    date: commit?.date ?? null,
    subject: commit?.subject ?? null,
    file,
    key: state?.key ?? null,
    source: state?.source ?? null,
    target: state?.target ?? null,
    status: state?.status ?? null,
    difference: state && earlier?.state ? wordDiff(earlier.state.target, state.target, language) : null,
  };
}

function show({ commit, file, state }: Version, earlier: Version | undefined, language: string): string {
  const head = commit
    ? `${commit.commit.slice(0, SHORT)}  ${commit.date.slice(0, SHORT)}  ${commit.author}  ${commit.subject}`
    : 'not committed yet';
  if (!state) return `${clean(head)}\n  ${file}: the entry is not there\n`;
  const before = earlier?.state;
  const target = before ? wordDiff(before.target, state.target, language) : state.target;
  const source = before && before.source !== state.source ? wordDiff(before.source, state.source, 'en') : state.source;
  const lines = [`${clean(head)}`, `  ${state.key}  ${state.status}  ${file}`, `  > ${source}`];
  return [...lines, ...(target === '' ? [] : [`  ${target.replaceAll('\n', ' ')}`]), ''].join('\n');
}

/** Names and subjects are anybody's text; none of it steers the terminal. */
const clean = (text: string): string => text.replace(/\p{Cc}/gu, ' ');
