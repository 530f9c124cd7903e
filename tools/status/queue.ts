/**
 * The work queue: entries that need a person -> tasks, the most useful first. A task is the work of one kind on one
 * page, since people work page by page. Pure: dates and numbers of views come in as they are.
 */

/** In the order in which they are worth doing: a stale text misleads, a missing one is missing, the rest waits for a look. */
export const KINDS = ['stale', 'untranslated', 'unreviewed'] as const;
export type WorkKind = (typeof KINDS)[number];

/** An entry that needs a person. */
export interface Piece {
  readonly page: string;
  /** Path of the catalog. */
  readonly file: string;
  readonly line: number;
  readonly key: string;
  readonly source: string;
  /** Words of the source. */
  readonly words: number;
  readonly kind: WorkKind;
  /** Whether the current version has it, or only older ones. */
  readonly current: boolean;
}

export interface Task {
  readonly kind: WorkKind;
  readonly page: string;
  readonly file: string;
  readonly pieces: readonly Piece[];
  readonly words: number;
  /** Days that it has waited at least; undefined when that is not known. */
  readonly waiting: number | undefined;
  /** Views of the page; undefined when they are not known. */
  readonly views: number | undefined;
  readonly weight: number;
}

/** What the weight of a task depends on besides its entries. */
export interface Circumstances {
  /** Days since the catalog was last changed; undefined when that is not known. */
  waiting(file: string): number | undefined;
  /** Views of pages, where they are known. */
  readonly views: ReadonlyMap<string, number>;
}

/** Tasks of the pieces: kind by kind, the heaviest first. Equal ones stand by their file's name. */
export function queueOf(pieces: Iterable<Piece>, circumstances: Circumstances): Task[] {
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const name = `${piece.kind} ${piece.file}`;
    const group = groups.get(name);
    if (group) group.push(piece);
    else groups.set(name, [piece]);
  }
  const mean = meanOf([...circumstances.views.values()]);
  return [...groups.values()]
    .map((group) => taskOf(group, circumstances, mean))
    .sort(
      (a, b) =>
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        b.weight - a.weight ||
        (a.file < b.file ? -1 : a.file > b.file ? 1 : 0),
    );
}

/** After so many days a task weighs twice what it did when it was new; nothing waits for ever. */
const PATIENCE = 30;
/** A task of this many words is a sitting; twice as many weigh less by a third. */
const SITTING = 300;
/** What only older versions have is read by fewer. */
const OLDER = 0.5;

/**
 * reading × waiting ÷ size. A page read as often as the mean page counts once, ten times as often three and a half
 * times: views are unevenly spread. Where views or dates are not known, they make no difference.
 */
function taskOf(pieces: readonly Piece[], { waiting, views }: Circumstances, meanViews: number): Task {
  const { kind, page, file } = pieces[0] as Piece;
  const words = pieces.reduce((sum, piece) => sum + piece.words, 0);
  const days = waiting(file);
  const read = views.get(page) ?? 0;
  const reading = meanViews > 0 ? Math.log2(1 + read / meanViews) : 1;
  const current = pieces.some((piece) => piece.current) ? 1 : OLDER;
  const weight = (current * reading * (1 + (days ?? 0) / PATIENCE)) / Math.sqrt(1 + words / SITTING);
  return { kind, page, file, pieces, words, waiting: days, views: meanViews > 0 ? read : undefined, weight };
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The first paragraphs of a queue that come to so many words: whole paragraphs, one at least. */
export function sitting(tasks: readonly Task[], words: number): Piece[] {
  const taken: Piece[] = [];
  let total = 0;
  for (const piece of tasks.flatMap(({ pieces }) => pieces)) {
    if (taken.length > 0 && total + piece.words > words) break;
    taken.push(piece);
    total += piece.words;
  }
  return taken;
}
