/** `pgdoc sample`: the whole road on the miniature manual: its upstream, sync, import, build, serve. */
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Outcome } from './context.ts';
import { importTranslation } from './import.ts';
import { preview } from './preview.ts';
import { sync } from './sync.ts';

export interface SampleOptions {
  readonly port: number;
  readonly toolRoot: string;
  readonly stopped: Promise<void>;
  /** Makes the miniature manual's git repository at a path, if it is not there. */
  readonly makeUpstream: (dir: string) => Promise<void>;
  /** Writes into a workspace with the sample's translation who made it and who reviewed it. */
  readonly makeLedger: (root: string) => Promise<void>;
}

/**
 * `context.root` is the folder of the miniature manual. Its workspace is copied into the cache first, so that a try
 * leaves the repository as it was: release 3.0 with its translation, then the step to 3.1 that makes some of it stale.
 */
export async function sample(context: Context, options: SampleOptions): Promise<Outcome> {
  const { root, tell } = context;
  const workspace = join(root, '.cache', 'workspace');
  await mkdir(workspace, { recursive: true });
  for (const folder of ['translations', 'docs']) {
    await rm(join(workspace, folder), { recursive: true, force: true });
    await cp(join(root, folder), join(workspace, folder), { recursive: true });
  }
  tell('The upstream of the miniature manual, a git repository with three releases …');
  await options.makeUpstream(join(workspace, '.cache', 'tinyrow.git'));
  const inside: Context = { ...context, root: workspace, print: tell };
  await sync(inside, { pins: new Map([['3', 'REL_3_0']]), report: undefined });
  // One chapter is a program's draft that nobody has read; the rest is the work of people.
  for (const [folder, as] of [
    ['chinese', 'translated'],
    ['chinese-draft', 'machine'],
  ] as const) {
    const from = join(root, folder);
    await importTranslation(inside, {
      from,
      version: '3',
      base: undefined,
      as,
      origin: undefined,
      report: `${folder}.md`,
    });
  }
  await sync(inside, { pins: new Map(), report: 'sync.md' });
  await options.makeLedger(workspace);
  return preview({ ...context, root: workspace }, { ...options, site: undefined });
}
