/** A version as one archive that opens by double click from a folder: its pages and assets, and a page to start from. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { outwardLinks, startPage } from '../../elsewhere/outward-links.ts';
import { writeZip, type ZipEntry } from '../../io/write-zip.ts';
import type { Context } from '../context.ts';
import { digestOf } from '../digest.ts';
import type { BuildCache } from './cache.ts';
import type { BuildInputs } from './inputs.ts';

export interface ArchiveRequest {
  readonly version: string;
  readonly inputs: BuildInputs;
  readonly staged: string;
  readonly cache: BuildCache;
  /** Origin and base path of the site. */
  readonly address: { readonly origin: string; readonly base: string };
}

/** Site path of a version's archive. */
export const archivePath = (version: string): string => `downloads/manual-${version}.zip`;

/** The archive of the last build is kept while nothing in it would differ. */
export async function archiveVersion(context: Context, request: ArchiveRequest): Promise<void> {
  const { version, inputs, staged, cache, address } = request;
  const site = new URL(address.base, address.origin);
  const paths = await pathsOf(staged, version);
  const work = context.begin(`Packing ${version}`);
  const contents = await digestOfFiles(staged, paths);
  const archive = archivePath(version);
  if (!(await cache.reuse(archive, digestOf(inputs.tool, site.href, inputs.project.title, contents), staged))) {
    await mkdir(dirname(join(staged, archive)), { recursive: true });
    await writeZip(join(staged, archive), entriesOf(request, paths, site));
  }
  work.end();
}

/** Pages and assets by their site paths, sorted; the search needs a server, so it stays behind. */
async function pathsOf(staged: string, version: string): Promise<string[]> {
  const inFolder = async (folder: string, isTaken: (name: string) => boolean) =>
    (await readdir(join(staged, folder))).filter(isTaken).map((name) => `${folder}/${name}`);
  const pages = await inFolder(`docs/${version}`, (name) => name.endsWith('.html'));
  const assets = await inFolder('assets', (name) => /\.(?:css|js)$/.test(name));
  return [...assets, ...pages].sort();
}

async function digestOfFiles(staged: string, paths: readonly string[]): Promise<string> {
  const digests: string[] = [];
  for (const path of paths) digests.push(path, digestOf(await readFile(join(staged, path))));
  return digestOf(...digests);
}

function entriesOf({ version, inputs, staged }: ArchiveRequest, paths: readonly string[], site: URL): ZipEntry[] {
  const { project } = inputs;
  const taken = new Set(paths);
  const folder = `manual-${version}`;
  const start = startPage(`${project.title} · ${version}`, project.language, `docs/${version}/index.html`);
  const files = paths.map(
    (path): ZipEntry => ({
      path: `${folder}/${path}`,
      read: async () => {
        const bytes = await readFile(join(staged, path));
        if (!path.endsWith('.html')) return bytes;
        const html = outwardLinks(bytes.toString(), { path, goes: (there) => taken.has(there), site });
        return Buffer.from(html);
      },
    }),
  );
  return [{ path: `${folder}/index.html`, read: async () => Buffer.from(start) }, ...files];
}
