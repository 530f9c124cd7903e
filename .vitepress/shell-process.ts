/**
 * Runs in a process of its own, started by shell.ts: VitePress and what it brings hold some 400 MB for as long as
 * their process lives, and talk on its output.
 */
import { renderShell } from './shell.ts';
import type { ShellRequest } from './types.ts';

process.once('message', async ({ options, work, assets }: ShellRequest) => {
  process.send?.(await renderShell(options, work, assets));
  process.disconnect();
});
