/** Pictures beside the workspace's own pages. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Finding } from '../../docbook/types.ts';
import { listFiles, readBytes } from '../../io/files.ts';
import { safeSvg } from '../../render/svg.ts';

const RASTER = /\.(png|jpe?g|gif|webp|avif)$/i;

/** Copies the pictures below docs/ into the site; an SVG goes without scripts and references. */
export async function copyImages(root: string, out: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const path of await listFiles(root, 'docs')) {
    const isSvg = /\.svg$/i.test(path);
    if (!isSvg && !RASTER.test(path)) continue;
    const bytes = readBytes(root, path) as Uint8Array;
    const content = isSvg ? cleaned(new TextDecoder().decode(bytes), path, findings) : bytes;
    if (content === undefined) continue;
    const target = join(out, path.slice('docs/'.length));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return findings;
}

function cleaned(text: string, file: string, findings: Finding[]): string | undefined {
  const svg = safeSvg(text);
  // On a page the name space is implied; a file has to say it.
  if (!('refused' in svg)) return svg.html.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  findings.push({
    file,
    line: 1,
    severity: 'warning',
    rule: 'article/picture',
    message: `the picture is left out: ${svg.refused}`,
  });
  return undefined;
}
