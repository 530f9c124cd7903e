/**
 * One part of the work, in a process of its own: `part.ts read|merge|render|markdown|index WORKSPACE VERSION [TAG | SITE]`.
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
    const { renderer, pages } = await rendererOf();
    const start = performance.now();
    for (const page of pages) renderer.render(page);
    return (performance.now() - start) / 1000;
  },
  async markdown() {
    const { renderer, pages } = await rendererOf();
    const start = performance.now();
    for (const page of pages) renderer.markdown(page, `https://manual.example.org/docs/${version}/${page.name}.html`);
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

async function rendererOf() {
  const { project } = readWorkspace(root);
  const catalogs = await readCatalogs(root, project);
  const { versionFrames } = await import('../../tools/commands/build/frame-facts.ts');
  const { versionRenderer } = await import('../../tools/commands/build/render-version.ts');
  const { outlineOf } = await import('../../tools/commands/outline.ts');
  const { readWords } = await import('../../tools/commands/words.ts');
  const read = await manual();
  const outline = outlineOf(read);
  const workspace = { project, catalogs, reviews: reviewsOf([]) };
  const nothing = { ledger: [], people: new Map(), origins: new Map(), questions: [], names: { links: () => [] } };
  const frames = versionFrames({ ...workspace, ...nothing, outline });
  const words = readWords(root, project.language, projectRoot);
  return { renderer: versionRenderer({ ...workspace, manual: read, words, frames }), pages: outline.pages };
}

const run = parts[part];
if (!run) throw new Error(`part.ts takes one of ${Object.keys(parts).join(', ')}`);
process.stdout.write(`${(await run()).toFixed(3)}\n`);
