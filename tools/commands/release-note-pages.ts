/** Names of the pages that are release notes, of all versions; they are counted and queued apart. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { readText } from '../io/files.ts';
import type { Project } from '../project/types.ts';
import { isReleaseNotes } from '../status/count.ts';
import type { Context } from './context.ts';
import { openPin, readManual, upstreamOf } from './manual.ts';
import type { Workspace } from './workspace.ts';

const CACHE = '.cache/release-notes.json';

/** A manual is read for this once a pin; versions without a pin have none yet. */
export async function releaseNotePages(context: Context, { project, lock }: Workspace): Promise<ReadonlySet<string>> {
  const known = readCache(context.root);
  const found: Record<string, readonly string[]> = {};
  for (const { version, commit } of lock.pins.filter(({ version }) => project.versions.some(isNamed(version))))
    found[commit] = known[commit] ?? (await namesOf(context, project, version, commit));
  if (Object.keys(found).some((commit) => !known[commit])) {
    const path = join(context.root, CACHE);
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, JSON.stringify(found));
  }
  return new Set(Object.values(found).flat());
}

const isNamed = (version: string) => (each: { readonly name: string }) => each.name === version;

async function namesOf(context: Context, project: Project, version: string, commit: string): Promise<string[]> {
  const manual = readManual(version, await openPin(await upstreamOf(context, project), commit));
  return manual.pages.all.filter(({ element }) => isReleaseNotes(element.file)).map(({ name }) => name);
}

const cached = z.record(z.string(), z.array(z.string()));

/** Nothing when there is none yet, or it is not what was written: then it is made again. */
function readCache(root: string): Readonly<Record<string, readonly string[]>> {
  try {
    return cached.parse(JSON.parse(readText(root, CACHE) ?? '{}'));
  } catch {
    return {};
  }
}
