/**
 * Makes a commit of files on top of another one, beside the person's working tree and index: contents and an index of
 * its own stand in a temporary folder, and nothing names the commit until it is pushed.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../../failure.ts';
import { answer, explained, local, type Place } from './place.ts';

/** The account as which GitHub's own workflows commit. */
export const BOT = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>';

export interface Draft {
  readonly parent: string;
  readonly message: string;
  /** By path in the workspace; undefined content deletes. */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** `Name <address>` */
  readonly author: string | undefined;
}

/**
 * @returns the id of the commit; undefined when the files are as they are in the parent
 * @throws Failure(2) for a path that a repository cannot hold
 */
export async function makeCommit(place: Place, draft: Draft): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'pgdoc-commit-'));
  try {
    const tree = await writeTree(place, draft, folder);
    if (tree === (await answer(place, ['rev-parse', '--verify', `${draft.parent}^{tree}`]))) return undefined;
    const author = identityOf(draft.author ?? BOT);
    const committer = identityOf(BOT);
    const config = [
      `author.name=${author.name}`,
      `author.email=${author.email}`,
      `committer.name=${committer.name}`,
      `committer.email=${committer.email}`,
      'i18n.commitEncoding=UTF-8',
    ];
    const input = draft.message.replaceAll('\0', '');
    return await answer(place, ['commit-tree', tree, '-p', draft.parent, '-F', '-'], { config, input });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeTree(place: Place, { parent, files }: Draft, folder: string): Promise<string> {
  const variables = { GIT_INDEX_FILE: join(folder, 'index') };
  await local(place, ['read-tree', parent], { variables });
  const ids = await writeBlobs(
    place,
    [...files.values()].flatMap((content) => content ?? []),
    folder,
  );
  const entries = [...files].map(([path, content]) => {
    const entry = content === undefined ? `0 ${'0'.repeat(parent.length)}` : `100644 ${ids.get(content)}`;
    return `${entry}\t${place.prefix}${path}\0`;
  });
  const tree = await explained(place, 'these files cannot be committed', async () => {
    await local(place, ['update-index', '-z', '--index-info'], { variables, input: entries.join('') });
    return answer(place, ['write-tree', '--missing-ok'], { variables });
  });
  await requireAll(place, parent, tree, files);
  return tree;
}

/**
 * Git passes over paths that lead out of the repository or into .git, and lets a folder take the place of a file.
 *
 * @throws Failure(2) if a file is not in the tree, or if anything but the files differs from the parent
 */
async function requireAll(place: Place, parent: string, tree: string, files: Draft['files']): Promise<void> {
  const list = async (...args: readonly string[]) =>
    new Set((await local(place, [...args, '--'])).toString('utf8').split('\0').slice(0, -1));
  const held = await list('ls-tree', '-r', '-z', '--name-only', '--full-tree', tree);
  const changed = await list('diff-tree', '-r', '-z', '--name-only', '--no-renames', '--no-relative', parent, tree);
  for (const [path, content] of files) {
    changed.delete(place.prefix + path);
    if (content !== undefined && !held.has(place.prefix + path))
      throw new Failure(2, `${JSON.stringify(path)} is no place for a file of the workspace`);
  }
  for (const path of changed)
    throw new Failure(2, `${JSON.stringify(path)} stands where another file would have to be`);
}

/** Ids by content; one process for all. Names of the files play no part, and no filter of the clone either. */
async function writeBlobs(place: Place, contents: readonly string[], folder: string) {
  const distinct = [...new Set(contents)];
  const paths = distinct.map((_, at) => join(folder, String(at)));
  for (const [at, content] of distinct.entries()) await writeFile(paths[at] as string, content);
  if (distinct.length === 0) return new Map<string, string>();
  const input = paths.map((path) => `${path}\n`).join('');
  const ids = (await answer(place, ['hash-object', '-w', '--no-filters', '--stdin-paths'], { input })).split('\n');
  return new Map(distinct.map((content, at) => [content, ids[at] ?? '']));
}

/** Git takes no empty names, no line ends and no angle brackets in them. */
function identityOf(person: string): { readonly name: string; readonly email: string } {
  const [, name = '', email = ''] = /^([^<]*)<([^>]*)>\s*$/.exec(person) ?? [undefined, person, ''];
  const clean = (text: string) => text.replace(/[\p{Cc}<>]/gu, '').trim();
  const [cleanName, cleanEmail] = [clean(name), clean(email)];
  // Git strips dots, commas and quotes at the ends; a name of nothing else would be empty to it.
  return { name: /[^\s.,:;"'\\]/.test(cleanName) ? cleanName : 'someone', email: cleanEmail || 'nobody@localhost' };
}
