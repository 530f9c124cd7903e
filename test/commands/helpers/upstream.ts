/** The sample's upstream as a plain folder, with faults put into it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Release, releaseFiles } from '../../sample/releases.ts';
import { editFile } from './shared.ts';

export const SGML = 'doc/src/sgml';

export async function writeUpstream(dir: string, release: Release = '3.1'): Promise<void> {
  for (const [path, content] of await releaseFiles(release)) {
    const file = join(dir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Edits a file of the manual's folder. */
export function editManual(dir: string, name: string, edit: (text: string) => string): void {
  editFile(join(dir, SGML, name), edit);
}

/** A workspace of one version whose upstream is that folder, bundle or address. */
export function writeProject(root: string, upstream: string, versions = '  - { name: "3", ref: REL_3_STABLE }'): void {
  mkdirSync(join(root, 'translations'), { recursive: true });
  const lines = ['title: TinyRow', `upstream: ${JSON.stringify(upstream)}`, 'language: zh-CN', 'versions:', versions];
  writeFileSync(join(root, 'translations/project.yml'), `${lines.join('\n')}\n`);
}
