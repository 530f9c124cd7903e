/** The real manual and its translations as they lie in ../shared, and workspaces that begin with them. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { init } from '../../../tools/commands/init.ts';
import { record } from './record.ts';
import { toolRoot } from './shared.ts';

const materials = resolve(toolRoot, '../shared');
const upstream = process.env.PGDOC_UPSTREAM ?? join(materials, 'upstream/postgres-manual.bundle');

const packed = (release: string) => join(materials, `pgdoc-cn/${release}.tar.xz`);

export const translationAtHand = (release: string): boolean => existsSync(packed(release));

/** Unpacks the Chinese translation of a release into a new folder. */
export function unpackTranslation(release: string, into: string): void {
  mkdirSync(into);
  const options = ['--extract', '--xz', '--directory', into, '--strip-components=1'];
  execFileSync('tar', [...options, '--file', packed(release)]);
}

/** A workspace of the real manual before its first sync. */
export async function startWorkspace(root: string, versions: readonly string[]): Promise<void> {
  await init(record(root), {
    upstream,
    language: 'zh-CN',
    versions: versions.map((name) => ({ name, ref: `REL_${name}_STABLE` })),
    title: undefined,
    repository: undefined,
    site: undefined,
    languageFiles: new Map(),
    commonFiles: new Map(),
  });
}
