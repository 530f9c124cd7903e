/**
 * One part of the work, in a process of its own: `part.ts read|merge|render|index WORKSPACE VERSION [TAG | SITE]`.
 * Prints the seconds of the part alone; `read` is the whole process, from the start of Node on.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../tools/commands/context.ts';
import { openPin, pinOf, readManual, upstreamOf } from '../../tools/commands/manual.ts';
import { readCatalogs, readWorkspace } from '../../tools/commands/workspace.ts';
import { numberDocument } from '../../tools/docbook/numbering.ts';
import { reviewsOf } from '../../tools/ledger/reviews.ts';
import { projectRoot } from './measure.ts';

const [part, root, version, last] = process.argv.slice(2) as [string, string, string, string];
const silent: Context = {
  root,
  env: process.env,
  json: false,
  dryRun: false,
  columns: 100,
  print: () => {},
  tell: () => {},
  begin: () => ({ tick: () => {}, end: () => {} }),
};

async function manual() {
  const { project, lock } = readWorkspace(root);
  const upstream = await upstreamOf(silent, project);
  return readManual(version, await openPin(upstream, pinOf(lock.pins, version).commit));
}

const parts: Record<string, () => Promise<number>> = {
  async read() {
    const { tree, pages } = await manual();
    numberDocument(tree, pages);
    return performance.now() / 1000;
  },
  /** Merging the English of a tag into the catalogs, without reading either. */
  async merge() {
    const { project } = readWorkspace(root);
    const { planSync } = await import('../../tools/commands/sync-plan.ts');
    const { resolveRef } = await import('../../tools/io/resolve-ref.ts');
    const catalogs = await readCatalogs(root, project);
    const upstream = await upstreamOf(silent, project);
    const [spec] = project.versions.filter(({ name }) => name === version);
    if (!spec) throw new Error(`${root} has no version ${version}`);
    const { commit } = await resolveRef(upstream, spec, last);
    const read = readManual(version, await openPin(upstream, commit));
    const start = performance.now();
    planSync(project, [read], { catalogs, gone: [], versions: [version], keepOrder: true });
    return (performance.now() - start) / 1000;
  },
  async render() {
    const { project } = readWorkspace(root);
    const catalogs = await readCatalogs(root, project);
    const { versionRenderer } = await import('../../tools/commands/build/render-version.ts');
    const { readWords } = await import('../../tools/commands/words.ts');
    const words = readWords(root, project.language, projectRoot);
    const read = await manual();
    const start = performance.now();
    const renderer = versionRenderer({
      manual: read,
      project,
      catalogs,
      reviews: reviewsOf([]),
      ledger: [],
      people: new Map(),
      words,
      origins: new Map(),
      questions: [],
      names: { links: () => [] },
    });
    for (const page of read.segmentation.pages) renderer.render(page);
    return (performance.now() - start) / 1000;
  },
  async index() {
    const { project } = readWorkspace(root);
    const copy = await mkdtemp(join(tmpdir(), 'pgdoc-index-'));
    try {
      await cp(join(last, 'docs', version), copy, { recursive: true, filter: (path) => !path.includes('pagefind') });
      const { indexVersion } = await import('../../.vitepress/search/index.ts');
      const start = performance.now();
      await indexVersion(copy, project.language);
      return (performance.now() - start) / 1000;
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  },
};

const run = parts[part];
if (!run) throw new Error(`part.ts takes one of ${Object.keys(parts).join(', ')}`);
process.stdout.write(`${(await run()).toFixed(3)}\n`);
