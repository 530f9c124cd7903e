/** Names of the pages that are release notes, of all versions; they are counted and queued apart. */
import type { Context } from './context.ts';
import { toolDigest } from './digest.ts';
import { upstreamOf } from './manual.ts';
import { Manuals } from './manuals.ts';
import { readOutlines } from './outlines.ts';
import type { Workspace } from './workspace.ts';

/**
 * Versions without a pin have none yet.
 *
 * @param toolRoot folder of the tool itself
 */
export async function releaseNotePages(
  context: Context,
  { project, lock }: Workspace,
  toolRoot: string,
): Promise<ReadonlySet<string>> {
  const manuals = new Manuals(await upstreamOf(context, project));
  const pins = lock.pins.filter(({ version }) => project.versions.some(({ name }) => name === version));
  const options = { tool: await toolDigest(toolRoot), last: undefined };
  const outlined = await readOutlines(context.root, manuals, pins, options);
  return new Set(
    outlined.flatMap(({ outline }) =>
      outline.pages.filter(({ isReleaseNotes }) => isReleaseNotes).map(({ name }) => name),
    ),
  );
}
