/** `pgdoc preview`: builds the site into the workspace's cache and serves it on localhost until it is stopped. */
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { serveFolder } from '../io/serve.ts';
import { watchFolders } from '../io/watch.ts';
import { build } from './build.ts';
import type { Context, Outcome } from './context.ts';
import { readWorkspace } from './workspace.ts';

export interface PreviewOptions {
  readonly port: number;
  /** A built site; undefined builds the workspace first. */
  readonly site: string | undefined;
  /** Builds again and reloads the page whenever a file of the workspace changes. */
  readonly watch?: boolean;
  readonly toolRoot: string;
  /** Resolves when the person has seen enough. */
  readonly stopped: Promise<void>;
}

export async function preview(context: Context, options: PreviewOptions): Promise<Outcome> {
  const { site, toolRoot, port } = options;
  const out = site ?? join(context.root, '.cache', 'preview');
  const rebuild = () =>
    build({ ...context, json: false, print: context.tell }, { out, versions: undefined, search: true, toolRoot });
  if (site === undefined) await rebuild();
  const base =
    site === undefined ? new URL(readWorkspace(context.root).project.site ?? 'http://localhost/').pathname : '/';
  const serving = await serveFolder(out, port, base, options.watch);
  context.print(
    context.json ? JSON.stringify({ url: serving.url, site: out }) : `${serving.url}\nPress Ctrl-C to stop.`,
  );
  const stopWatching = options.watch ? watchWorkspace(context, rebuild, serving.reload) : () => {};
  await options.stopped;
  stopWatching();
  await serving.close();
  return 0;
}

/** Builds again after each change; a change during a build is taken up when it is done. */
function watchWorkspace(context: Context, rebuild: () => Promise<unknown>, reload: () => void): () => void {
  let isRunning = false;
  let isDue = false;
  const run = async () => {
    isRunning = true;
    do {
      isDue = false;
      // A slip in a file is told; the site stays as it was until the file is right.
      await rebuild().then(reload, (error: unknown) =>
        context.tell(error instanceof Failure ? error.message : String(error)),
      );
    } while (isDue);
    isRunning = false;
  };
  return watchFolders([join(context.root, 'translations'), join(context.root, 'docs')], () => {
    isDue = true;
    if (!isRunning) void run();
  });
}
