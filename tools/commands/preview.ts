/** `pgdoc preview`: builds the site into the workspace's cache and serves it on localhost until it is stopped. */
import { join } from 'node:path';
import { serveFolder } from '../io/serve.ts';
import { build } from './build.ts';
import type { Context, Outcome } from './context.ts';
import { readWorkspace } from './workspace.ts';

export interface PreviewOptions {
  readonly port: number;
  /** A built site; undefined builds the workspace first. */
  readonly site: string | undefined;
  readonly toolRoot: string;
  /** Resolves when the person has seen enough. */
  readonly stopped: Promise<void>;
}

export async function preview(context: Context, options: PreviewOptions): Promise<Outcome> {
  const out = options.site ?? join(context.root, '.cache', 'preview');
  if (options.site === undefined) {
    const { toolRoot } = options;
    await build({ ...context, json: false, print: context.tell }, { out, versions: undefined, search: true, toolRoot });
  }
  const base =
    options.site === undefined
      ? new URL(readWorkspace(context.root).project.site ?? 'http://localhost/').pathname
      : '/';
  const serving = await serveFolder(out, options.port, base);
  context.print(
    context.json ? JSON.stringify({ url: serving.url, site: out }) : `${serving.url}\nPress Ctrl-C to stop.`,
  );
  await options.stopped;
  await serving.close();
  return 0;
}
