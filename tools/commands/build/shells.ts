/**
 * Shells that were rendered before, with their assets, kept in the workspace's cache: VitePress takes longer than all
 * pages of a small site, and a shell changes with the configuration and the tool only.
 */
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shell } from '../../../.vitepress/site.ts';

/** How many are kept: a workspace may be built for several addresses. */
const KEPT = 4;

const ASSETS = 'assets';
const SHELL = 'shell.json';

export class Shells {
  private readonly folder: string;

  constructor(root: string) {
    this.folder = join(root, '.cache', 'shells');
  }

  /**
   * Lays the assets of a shell out in a site.
   *
   * @param key digest of all that the shell is made from
   * @returns undefined when there is none of that key
   */
  async take(key: string, site: string): Promise<Shell | undefined> {
    const kept = join(this.folder, key);
    const text = await readFile(join(kept, SHELL), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    await cp(join(kept, ASSETS), join(site, ASSETS), { recursive: true });
    return JSON.parse(text);
  }

  /** Keeps the shell of a site with its assets. */
  async keep(key: string, shell: Shell, site: string): Promise<void> {
    // It has its name once it is whole; of two builds at once, either's is as good.
    const made = join(this.folder, `${key}.${process.pid}.new`);
    await rm(made, { recursive: true, force: true });
    await mkdir(made, { recursive: true });
    await cp(join(site, ASSETS), join(made, ASSETS), { recursive: true });
    await writeFile(join(made, SHELL), JSON.stringify(shell));
    await rename(made, join(this.folder, key)).catch(() => rm(made, { recursive: true, force: true }));
    await this.forgetOldest();
  }

  private async forgetOldest(): Promise<void> {
    const ages = (await readdir(this.folder)).map(async (name) => {
      const { mtimeMs } = await stat(join(this.folder, name)).catch(() => ({ mtimeMs: 0 }));
      return { name, mtimeMs };
    });
    const newestFirst = (await Promise.all(ages)).sort((a, b) => b.mtimeMs - a.mtimeMs);
    for (const { name } of newestFirst.slice(KEPT)) await rm(join(this.folder, name), { recursive: true, force: true });
  }
}
