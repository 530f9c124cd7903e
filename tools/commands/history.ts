/** `pgdoc history`: every earlier source and target of an entry, with the commit that made it. */
import { entriesByKey } from '../catalog/entries.ts';
import { nearest } from '../check/nearest.ts';
import { Failure } from '../failure.ts';
import { readText } from '../io/files.ts';
import { openHistory } from '../io/history.ts';
import type { Context, Outcome } from './context.ts';
import { readVersions, type Version } from './history-versions.ts';
import { unknownPage } from './require-pages.ts';
import { newWordDiff, type WordDiff } from './word-diff.ts';
import { languageFolder, readCatalogs, readWorkspace } from './workspace.ts';

const SHORT = 10;

/** @throws Failure(2) outside a git repository, for an unknown page, or a key that the page never had */
export async function history(context: Context, page: string, key: string): Promise<Outcome> {
  const { project } = readWorkspace(context.root);
  // What is no name of a page is neither looked up in a folder nor given to git as a pattern.
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(page)) throw new Failure(2, unknownPage(page, []));
  const repository = await openHistory(context.root, context.env);
  const folder = languageFolder(project);
  const commits = await repository.commits(`${folder}/*/${page}.md`);
  const catalogs = await readCatalogs(context.root, project);
  const file = catalogs.byPage.get(page);
  if (!file && commits.length === 0) throw new Failure(2, unknownPage(page, catalogs.byPage.keys()));

  const now = file && { path: file.path, text: readText(context.root, file.path) };
  const versions = await readVersions(repository, { folder, page, key, commits, now });
  if (versions.length === 0) {
    const near = nearest(key, entriesByKey(file?.catalog).keys());
    throw new Failure(2, `${page} never had an entry ${key}${near === undefined ? '' : `; did you mean ${near}?`}`);
  }
  if (repository.shallow) context.tell('This repository lacks its older commits; `git fetch --unshallow` gets them.');
  const diff = newWordDiff(project.language);
  if (context.json) {
    const list = versions.map((version, at) => describe(version, versions[at + 1], diff));
    context.print(JSON.stringify({ page, key, versions: list }, null, 2));
  } else for (const [at, version] of versions.entries()) context.print(show(version, versions[at + 1], diff));
  return 0;
}

function describe({ commit, file, state }: Version, earlier: Version | undefined, diff: WordDiff) {
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
    difference: state && earlier?.state ? diff(earlier.state.target, state.target) : null,
  };
}

function show({ commit, file, state }: Version, earlier: Version | undefined, diff: WordDiff): string {
  const head = commit
    ? `${commit.commit.slice(0, SHORT)}  ${commit.date.slice(0, SHORT)}  ${commit.author}  ${commit.subject}`
    : 'not committed yet';
  if (!state) return `${clean(head)}\n  ${file}: the entry is not there\n`;
  const before = earlier?.state;
  const target = before ? diff(before.target, state.target) : state.target;
  const source = before && before.source !== state.source ? diff(before.source, state.source) : state.source;
  const lines = [`${clean(head)}`, `  ${state.key}  ${state.status}  ${file}`, `  > ${source}`];
  return [...lines, ...(target === '' ? [] : [`  ${target.replaceAll('\n', ' ')}`]), ''].join('\n');
}

/** Names and subjects are anybody's text; none of it steers the terminal. */
const clean = (text: string): string => text.replace(/\p{Cc}/gu, ' ');
