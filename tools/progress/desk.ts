/** The review desk: unreviewed paragraphs of a folder -> sittings of about twenty minutes, what waits longest first. Pure. */
import type { Entry } from '../catalog/types.ts';
import { targetHash } from '../segment/key.ts';
import type { PageFacts } from './types.ts';

/**
 * Twenty minutes: so many words of English, read beside their translation. More paragraphs, however short they are, tire
 * as well; a comment holds 20 commands, a command a page.
 */
export const SITTING = { words: 800, paragraphs: 120, pages: 20 } as const;

/** Sittings that a folder offers at a time, so that two reviewers need not read the same. */
export const SITTINGS = 3;

/** Seconds since 1970. */
export type Seconds = number;

/** A translation or a draft that nobody has approved. */
export interface DeskPiece {
  readonly entry: Entry;
  readonly words: number;
  readonly isMachine: boolean;
  /** When the text became what it is; undefined where that is not known. */
  readonly since: Seconds | undefined;
  /** Where it stands on its page. */
  readonly anchor: string | undefined;
}

export interface DeskPage {
  readonly page: PageFacts;
  /** Path of its catalog. */
  readonly file: string;
  /** The version in which it is read: the current one, else the newest that has it. */
  readonly version: string;
  /** In reading order. */
  readonly pieces: readonly DeskPiece[];
}

export interface Sitting {
  readonly pages: readonly DeskPage[];
  readonly words: number;
  readonly paragraphs: number;
}

/** @param pages those of the current version first, each kind in reading order; release notes wait behind all others */
export function sittingsOf(pages: readonly DeskPage[], most: number = SITTINGS): Sitting[] {
  const queue = pages.map((page, at) => ({ page, at, since: oldest(page), isNotes: page.page.isNotes }));
  queue.sort((a, b) => Number(a.isNotes) - Number(b.isNotes) || bySince(a.since, b.since) || a.at - b.at);
  const sittings: Sitting[] = [];
  let open: { pages: DeskPage[]; words: number; paragraphs: number } | undefined;
  for (const { page } of queue) {
    let taken: DeskPiece[] = [];
    const put = () => {
      if (open && taken.length > 0) open.pages.push({ ...page, pieces: taken });
      taken = [];
    };
    for (const piece of page.pieces) {
      if (open && !fits(open, piece, taken.length === 0)) {
        put();
        sittings.push(open);
        open = undefined;
        if (sittings.length === most) return sittings;
      }
      open ??= { pages: [], words: 0, paragraphs: 0 };
      open.words += piece.words;
      open.paragraphs++;
      taken.push(piece);
    }
    put();
  }
  return open ? [...sittings, open] : sittings;
}

function fits(
  open: { pages: readonly unknown[]; words: number; paragraphs: number },
  piece: DeskPiece,
  isNewPage: boolean,
): boolean {
  if (open.paragraphs === 0) return true;
  return (
    open.words + piece.words <= SITTING.words &&
    open.paragraphs < SITTING.paragraphs &&
    (!isNewPage || open.pages.length < SITTING.pages)
  );
}

/** The day, not the second: within a day the book's own order is the better one. */
export function oldest({ pieces }: Pick<DeskPage, 'pieces'>): Seconds | undefined {
  const known = pieces.flatMap(({ since }) => since ?? []);
  return known.length === 0 ? undefined : known.reduce((a, b) => Math.min(a, b));
}

const DAY = 24 * 60 * 60;

function bySince(a: Seconds | undefined, b: Seconds | undefined): number {
  const dayOf = (since: Seconds | undefined) =>
    since === undefined ? Number.MAX_SAFE_INTEGER : Math.floor(since / DAY);
  return dayOf(a) - dayOf(b);
}

/** What a reviewer has ticked counts for exactly this text. */
export function pieceId(page: string, { entry }: DeskPiece): string {
  return `${page}:${entry.key}:${targetHash(entry.target)}`;
}

/**
 * The comment that approves a sitting: a line a page, every text by its key, so that nothing is approved that was not
 * shown. theme/sections/desk.ts writes the same for what was ticked.
 *
 * @param commit main's commit that was read; undefined where it is not known
 */
export function commentOf({ pages }: Sitting, commit: string | undefined): string {
  return pages
    .map(({ page, pieces }) =>
      ['/reviewed', page.name, ...pieces.map(({ entry }) => entry.key), ...atOf(commit)].join(' '),
    )
    .join('\n');
}

export const atOf = (commit: string | undefined): readonly string[] => (commit === undefined ? [] : ['at', commit]);
