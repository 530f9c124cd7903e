/** The sample's translations, whole and damaged, against the English that they were made from. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Alignment } from '../../tools/align/types.ts';
import { alignTranslation } from '../../tools/commands/translation.ts';
import { cutPages } from '../../tools/docbook/pages.ts';
import { parseManual } from '../../tools/docbook/parse.ts';
import { sourceTree } from '../../tools/io/source-tree.ts';
import { collectSegments } from '../../tools/segment/collect.ts';
import { releaseFiles } from '../sample/releases.ts';

const sample = join(import.meta.dirname, '../sample');

/** Aligns the files of these folders, later ones before earlier, with 3.0; the rest of the manual is English. */
async function align(...folders: string[]): Promise<Alignment & { readonly english: ReadonlySet<string> }> {
  const files = new Map<string, Uint8Array>();
  for (const folder of folders)
    for (const name of await readdir(join(sample, folder), { recursive: true }))
      if (name.endsWith('.sgml')) files.set(`doc/src/sgml/${name}`, await readFile(join(sample, folder, name)));
  const base = sourceTree(new Map<string, Uint8Array>(await releaseFiles('3.0')), new Set());
  const pages = cutPages(parseManual(base));
  const { pages: collected } = collectSegments(pages);
  const english = new Set(collected.flatMap(({ segments }) => segments.map(({ key }) => key)));
  const aligned = alignTranslation(sourceTree(files, new Set()), base, pages);
  if (!('pairs' in aligned)) throw new Error(JSON.stringify(aligned));
  return { ...aligned, english };
}

const marked = ({ pairs }: Alignment) => pairs.filter(({ by }) => by === 'marker');

describe('the whole translation', () => {
  test('is read by its markers without a problem, each English a segment of the manual', async () => {
    const alignment = await align('chinese');
    expect(alignment.problems).toEqual([]);
    expect(alignment.markers.length).toBeGreaterThan(100);
    expect(marked(alignment).length).toBeGreaterThanOrEqual(alignment.markers.length);
    expect(marked(alignment).filter(({ key }) => !alignment.english.has(key))).toEqual([]);
    expect(marked(alignment).filter(({ target }) => target === '')).toEqual([]);
  });

  test('gives the same pairs by its structure, where markers were not there', async () => {
    const alignment = await align('chinese');
    const structural = new Set(
      alignment.pairs
        .filter(({ by }) => by === 'structure')
        .map(({ page, source, target }) => `${page}: ${source} = ${target}`),
    );
    const missing = marked(alignment).filter(
      ({ page, source, target }) => !structural.has(`${page}: ${source} = ${target}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the damaged translation', () => {
  test('names each fault at its place, and keeps every other pair', async () => {
    const whole = await align('chinese');
    const damaged = await align('chinese', 'chinese-damaged');
    const faults = damaged.problems.map(
      ({ file, message }) => `${file}: ${message.replace(/ [0-9a-f]{32}| line \d+/g, '')}`,
    );
    expect(new Set(damaged.problems.map(({ file }) => file))).toEqual(new Set(['locking.sgml']));
    expect(faults.filter((fault) => fault.includes('has no end'))).not.toEqual([]);
    expect(faults.filter((fault) => fault.includes('has no start'))).not.toEqual([]);
    expect(faults.filter((fault) => fault.includes('names'))).not.toEqual([]);
    const kept = new Set(marked(damaged).map(({ source }) => source));
    const lost = marked(whole).filter(({ source }) => !kept.has(source));
    // "A guest who holds" has no end; the end of "Try the whole promise" names another start.
    expect(lost.length).toBeLessThanOrEqual(2);
  });

  test('is not harmed by a byte order mark and CRLF', async () => {
    const whole = await align('chinese');
    const damaged = await align('chinese', 'chinese-damaged');
    const ofNotation = ({ pairs }: Alignment) => pairs.filter(({ at }) => at.file === 'notation.sgml');
    expect(ofNotation(damaged)).toEqual(ofNotation(whole));
    expect(ofNotation(whole)).not.toEqual([]);
  });
});
