/**
 * What the last build into a folder was made from, so that the next one does only what a change touches. The record
 * stands in the workspace's cache; without it, or with a folder that is not what it says, everything is made anew.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { digestOf } from '../digest.ts';

/** A file of the site as it was written. */
interface Made {
  /** Digest of what it was made from. */
  readonly key: string;
  readonly size: number;
  readonly modified: number;
}

interface BuildRecord {
  /** Digest of all inputs and options. */
  readonly whole: string;
  readonly files: Readonly<Record<string, Made>>;
  /** Other values kept from one build to the next, by name. */
  readonly values: Readonly<Record<string, { readonly key: string; readonly value: unknown }>>;
}

const NONE: BuildRecord = { whole: '', files: {}, values: {} };

export class BuildCache {
  private readonly path: string;
  private readonly old: BuildRecord;
  private readonly keys = new Map<string, string>();
  private readonly folders = new Set<string>();
  /** Folders that are there. */
  private readonly made = new Set<string>();
  private readonly values: Record<string, { key: string; value: unknown }> = {};

  /** @param out the folder of the site; `isFresh` passes over what the last build left */
  constructor(
    root: string,
    private readonly out: string,
    isFresh: boolean,
  ) {
    this.path = join(root, '.cache', 'builds', `${digestOf(out)}.json`);
    this.old = isFresh ? NONE : readRecord(this.path);
  }

  /** Whether the site is there, whole, made from the same inputs. */
  isCurrent(whole: string): boolean {
    return this.old.whole === whole && Object.keys(this.old.files).every((path) => this.isIntact(path));
  }

  /**
   * Takes a file of the last build over into the new one, if it was made from the same.
   *
   * @returns false when it has to be made
   */
  async reuse(path: string, key: string, staged: string): Promise<boolean> {
    this.keys.set(path, key);
    if (this.old.files[path]?.key !== key || !this.isIntact(path)) return false;
    await this.place(path, staged);
    return true;
  }

  /**
   * Takes a whole folder over, such as a search bundle.
   *
   * @returns false when it is not there, or not as the last build left it
   */
  async reuseFolder(folder: string, staged: string): Promise<boolean> {
    const recorded = Object.keys(this.old.files).filter((path) => path.startsWith(`${folder}/`));
    if (recorded.length === 0 || !recorded.every((path) => this.isIntact(path))) return false;
    for (const path of recorded) await this.place(path, staged);
    return true;
  }

  /** Says that a folder is to be recorded whole, so that a later build may take it over. */
  record(folder: string): void {
    this.folders.add(folder);
  }

  /** A value that the last build kept under the same key. */
  known<T>(name: string, key: string): T | undefined {
    const known = this.old.values[name];
    return known?.key === key ? (known.value as T) : undefined;
  }

  /** Keeps a value for the next build. */
  keep(name: string, key: string, value: unknown): void {
    this.values[name] = { key, value };
  }

  /** Records the finished site. */
  async save(whole: string): Promise<void> {
    const files: Record<string, Made> = {};
    const note = (path: string, key: string) => {
      const { size, mtimeMs } = statSync(join(this.out, path));
      files[path] = { key, size, modified: mtimeMs };
    };
    for (const [path, key] of this.keys) note(path, key);
    for (const folder of this.folders)
      for (const name of await filesBelow(join(this.out, folder))) note(`${folder}/${name}`, '');
    await mkdir(dirname(this.path), { recursive: true });
    const record: BuildRecord = { whole, files, values: this.values };
    await writeFile(`${this.path}.tmp`, JSON.stringify(record));
    await rename(`${this.path}.tmp`, this.path);
  }

  /** Files are never changed where they stand, so a link is as good as a copy; some disks have none. */
  private async place(path: string, staged: string): Promise<void> {
    const [from, to] = [join(this.out, path), join(staged, path)];
    const folder = dirname(to);
    if (!this.made.has(folder)) await mkdir(folder, { recursive: true });
    this.made.add(folder);
    await link(from, to).catch(() => copyFile(from, to));
  }

  private isIntact(path: string): boolean {
    const made = this.old.files[path];
    const found = statSync(join(this.out, path), { throwIfNoEntry: false });
    return made !== undefined && found?.size === made.size && found.mtimeMs === made.modified;
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function readRecord(path: string): BuildRecord {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // None yet, or one that was cut short: everything is made anew.
    return NONE;
  }
}
