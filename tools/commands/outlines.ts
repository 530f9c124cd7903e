/**
 * Outlines of pins, kept in the workspace's cache: a manual is read for its outline once, until the tool reads
 * otherwise.
 */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { readText } from '../io/files.ts';
import type { Pin } from '../project/types.ts';
import type { Group } from '../status/types.ts';
import { digestOf } from './digest.ts';
import type { Manuals } from './manuals.ts';
import { outlineOf, type PageOutline, type TextOutline, type VersionOutline } from './outline.ts';

export interface OutlineOptions {
  /** Digest of pgdoc itself. */
  readonly tool: string;
  /** A version whose manual will be asked for next: if it has to be read here, it stays at hand. */
  readonly last: string | undefined;
}

export interface OutlinedPin {
  readonly pin: Pin;
  readonly outline: VersionOutline;
}

/** @returns those of all pins, in their order */
export async function readOutlines(
  root: string,
  manuals: Manuals,
  pins: readonly Pin[],
  { tool, last }: OutlineOptions,
): Promise<OutlinedPin[]> {
  const outlines = new Map<Pin, OutlinedPin>();
  for (const pin of [...pins].sort((a, b) => Number(a.version === last) - Number(b.version === last)))
    outlines.set(pin, { pin, outline: await readOutline(root, manuals, pin, tool) });
  return pins.flatMap((pin) => outlines.get(pin) ?? []);
}

async function readOutline(root: string, manuals: Manuals, pin: Pin, tool: string): Promise<VersionOutline> {
  const path = join('.cache/outlines', `${pin.version}.json`);
  const key = digestOf(tool, pin.commit);
  const kept = keptOutline(root, path, key);
  if (kept) return kept;
  const outline = outlineOf(await manuals.read(pin));
  const { version, release, pages } = outline;
  const file: OutlineFile = { key, version, release, pages: pages.map(packed) };
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFileAtomic(join(root, path), JSON.stringify(file));
  return outline;
}

interface OutlineFile extends Omit<VersionOutline, 'pages'> {
  /** Digest of what the outline was made from. */
  readonly key: string;
  readonly pages: readonly PackedPage[];
}

type PackedPage = Omit<PageOutline, 'texts'> & { readonly texts: readonly PackedText[] };

/** A version has 40,000 texts: without the names of their fields they are read in half the time. */
type PackedText = readonly [key: string, words: number, group: Group, isShared: 0 | 1, anchor?: string];

function packed(page: PageOutline): PackedPage {
  return {
    ...page,
    texts: page.texts.map(({ key, words, group, isShared, anchor }) =>
      anchor === undefined ? [key, words, group, isShared ? 1 : 0] : [key, words, group, isShared ? 1 : 0, anchor],
    ),
  };
}

function unpacked(page: PackedPage): PageOutline {
  const textOf = ([key, words, group, isShared, anchor]: PackedText): TextOutline => ({
    key,
    words,
    group,
    isShared: isShared === 1,
    anchor,
  });
  return { ...page, texts: page.texts.map(textOf) };
}

/** Undefined when there is none yet, or one of something else, or one that was cut short: then it is made again. */
function keptOutline(root: string, path: string, key: string): VersionOutline | undefined {
  const text = readText(root, path);
  // The key stands at the beginning: an outline of something else need not be read.
  if (!text?.startsWith(`{"key":"${key}"`)) return undefined;
  try {
    const { version, release, pages } = JSON.parse(text) as OutlineFile;
    return { version, release, pages: pages.map(unpacked) };
  } catch {
    return undefined;
  }
}
