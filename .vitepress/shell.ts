/**
 * The shell of the site, rendered by VitePress once for each section: the layout depends on nothing else of a page, so
 * a thousand pages share what one stub gave. The result is plain data, to be kept and used again.
 */
import { fork } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Bundles, writeBundles } from './bundles.ts';
import { configure } from './configure.ts';
import type { ShellOptions, ShellRequest } from './types.ts';

export interface Shell {
  /** The rendered layout by section: the first folder of a page's path, or '' for every other page. */
  readonly layouts: Readonly<Record<string, string>>;
  /** Names in assets/. */
  readonly css: string;
  readonly js: string;
  /** What only some pages load, on top. */
  readonly bundles: Bundles;
}

/**
 * Renders the shell and writes the style sheet and the client script into `assets`, a folder it makes.
 *
 * @param work a scratch folder of its own; emptied at the start, removed at the end
 */
export async function renderShell(options: ShellOptions, work: string, assets: string): Promise<Shell> {
  const sections = new Set(options.nav.flatMap(({ href }) => sectionOf(href.replace(/^\//, '')) || []));
  const stubs = new Map([...sections, ''].map((section) => [`${section || 'shell'}/index.md`, section]));
  await rm(work, { recursive: true, force: true });
  for (const stub of stubs.keys()) {
    const file = join(work, 'pages', stub);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '');
  }
  // Loading VitePress takes a second, which a build that has its shell can spare.
  const { build } = await import('vitepress');
  const out = join(work, 'out');
  const layouts: Record<string, string> = {};
  try {
    await build(join(work, 'pages'), {
      onAfterConfigResolve: (config) =>
        configure(config, options, { out, cache: join(work, 'cache') }, (stub, layout) => {
          const section = stubs.get(stub);
          if (section !== undefined) layouts[section] = layout;
        }),
    });
    return { layouts, ...(await finishAssets(join(out, 'assets'), assets)), bundles: await writeBundles(assets) };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * The same in a process of its own, so that its memory is free when it is done.
 *
 * @throws Error with what VitePress said when it fails
 */
export async function renderShellApart(options: ShellOptions, work: string, assets: string): Promise<Shell> {
  const child = fork(new URL('./shell-process.ts', import.meta.url), {
    execArgv: ['--import', import.meta.resolve('tsx')],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    let shell: Shell | undefined;
    child.on('message', (message) => (shell = message as Shell));
    child.on('error', reject);
    child.on('close', (code) =>
      shell === undefined ? reject(new Error(`VitePress ended with ${code}:\n${said}`)) : resolve(shell),
    );
    child.send({ options, work, assets } satisfies ShellRequest);
  });
}

/** The section that a page or a link of the navigation belongs to. */
export function sectionOf(path: string): string {
  return !/^[a-z][a-z0-9+.-]*:/i.test(path) && path.includes('/') ? (path.split('/')[0] as string) : '';
}

/**
 * Browsers refuse module scripts on file://, so the client bundle, one chunk without imports, is made a classic
 * script.
 */
async function finishAssets(from: string, to: string): Promise<{ css: string; js: string }> {
  await mkdir(to, { recursive: true });
  const found: { css?: string; js?: string } = {};
  for (const name of await readdir(from)) {
    if (name.endsWith('.css')) {
      found.css = name;
      await cp(join(from, name), join(to, name));
    } else if (name.endsWith('.js')) {
      found.js = name;
      const code = await readFile(join(from, name), 'utf8');
      await writeFile(join(to, name), `(()=>{"use strict";${code.trim()}\n})();\n`);
    }
  }
  const { css, js } = found;
  if (css === undefined || js === undefined) throw new Error('VitePress wrote no style sheet or no client script');
  return { css, js };
}
