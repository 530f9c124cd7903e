/**
 * The shell of the site and its assets, kept in the workspace's cache under a digest of all that they are made from: no
 * later build of the workspace has to load VitePress, whatever folder it fills, whichever versions and pins it builds.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { openSite, type PageWriter, type Shell, shellOptions } from '../../../.vitepress/site.ts';
import type { SiteOptions } from '../../../.vitepress/types.ts';
import { digestOf } from '../digest.ts';

export interface ShellRequest {
  /** Folder of the workspace. */
  readonly root: string;
  /** Digest of the tool. */
  readonly tool: string;
  readonly site: Omit<SiteOptions, 'pages' | 'work'>;
  /** Passes over what is kept. */
  readonly isFresh: boolean;
}

/** Lays the shell's assets out in `site.out`, an empty folder, and returns what writes pages into it. */
export async function openShell({ root, tool, site, isFresh }: ShellRequest): Promise<PageWriter> {
  const key = digestOf(tool, JSON.stringify(shellOptions(site)));
  const kept = join(root, '.cache', 'shells', key);
  const assets = join(site.out, 'assets');
  if (isFresh) await rm(kept, { recursive: true, force: true });
  const known = await takeOver(kept, assets);
  // Node imports a module once: another shell of the same process has to lie at another path.
  const { writer, shell } = await openSite({ ...site, work: join(site.out, `.work-${key}`) }, known);
  if (known === undefined) await keep(kept, shell, assets);
  return writer;
}

/** @returns undefined when there is none, or not a whole one: then it is made anew */
async function takeOver(kept: string, assets: string): Promise<Shell | undefined> {
  try {
    const shell: Shell = JSON.parse(await readFile(join(kept, 'shell.json'), 'utf8'));
    await cp(join(kept, 'assets'), assets, { recursive: true, preserveTimestamps: true });
    return shell;
  } catch {
    await rm(assets, { recursive: true, force: true });
    return undefined;
  }
}

/** Made beside and renamed, so that nobody finds half of it. Shells of another configuration or tool go. */
async function keep(kept: string, shell: Shell, assets: string): Promise<void> {
  const all = dirname(kept);
  await mkdir(all, { recursive: true });
  const made = await mkdtemp(`${kept}.new-`);
  await cp(assets, join(made, 'assets'), { recursive: true, preserveTimestamps: true });
  await writeFile(join(made, 'shell.json'), JSON.stringify(shell));
  // Another build of the same workspace may have been quicker; its shell is the same.
  await rename(made, kept).catch(() => rm(made, { recursive: true, force: true }));
  for (const name of await readdir(all))
    if (!name.startsWith(basename(kept))) await rm(join(all, name), { recursive: true, force: true });
}
