/** What of a found page is shown: its best sections, each with the passage that answers best, in one language. */
import { inLanguage, type Side, sideOf, tidy } from './languages.ts';

/** What pagefind gives of a page once its text is fetched; only what is used here. */
export interface FoundPage {
  /** Words separated by U+200B, or by spaces; `<` and `>` are escaped. */
  readonly raw_content?: string;
  readonly anchors: readonly { readonly id: string; readonly text?: string; readonly location: number }[];
  readonly weighted_locations: readonly Place[];
}

/** A word of the question in the text. */
interface Place {
  readonly location: number;
  readonly balanced_score: number;
}

/** A piece of a passage; the words asked for are marked. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

export interface Passage {
  readonly side: Side | undefined;
  readonly pieces: readonly Piece[];
}

export interface FoundSection {
  /** Empty for what stands before the first section. */
  readonly id: string;
  readonly title: string;
  readonly side: Side | undefined;
  readonly passage: Passage | undefined;
}

/** Sections that are shown of one page. */
const SECTIONS = 3;
/** Words of a passage, punctuation counted: two lines on a wide screen. */
const LENGTH = 44;
/** Words before the first one that was asked for. */
const LEAD = 10;
/** A run of fewer words is a heading or a name, which says little as a passage. */
const SENTENCE = 8;

/**
 * @param titles what the page is called: that alone is no passage
 * @returns the page's own passage first, if it has one, then its best sections
 */
export function sectionsOf(page: FoundPage, reading: Side, titles: readonly string[] = []): FoundSection[] {
  const text = textOf(page.raw_content ?? '');
  const anchors = [...page.anchors]
    .filter(({ text }) => tidy(text ?? '') !== '')
    .sort((a, b) => a.location - b.location);
  const places = new Map<number, Place[]>();
  for (const place of page.weighted_locations) {
    const at = anchors.findLastIndex(({ location }) => location <= place.location);
    places.set(at, [...(places.get(at) ?? []), place]);
  }
  const best = [...places].sort(([a, left], [b, right]) => total(right) - total(left) || a - b);
  const sections = best.filter(([at]) => at >= 0).slice(0, SECTIONS);
  const lead = best.filter(([at]) => at < 0);
  return [...lead, ...sections].map(([at, found]) => {
    const anchor = anchors[at];
    const range = { from: anchor?.location ?? 0, to: anchors[at + 1]?.location ?? text.words.length };
    const { text: title, side } = inLanguage(anchor?.text ?? '', reading);
    return { id: anchor?.id ?? '', title, side, passage: passageIn(text, range, found, { reading, titles }) };
  });
}

interface Text {
  readonly words: readonly string[];
  /** What stood between the words and was taken away with the cutting. */
  readonly joint: string;
}

function textOf(content: string): Text {
  const plain = content.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  if (plain.includes('\u200b')) return { words: plain.split('\u200b'), joint: '' };
  return { words: plain.split(/[^\S\uFEFF]+/), joint: ' ' };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** A stretch of text in one language: a paragraph, a title. */
interface Run extends Range {
  readonly side: Side | undefined;
}

interface Wanted {
  readonly reading: Side;
  readonly titles: readonly string[];
}

function passageIn(
  text: Text,
  range: Range,
  places: readonly Place[],
  { reading, titles }: Wanted,
): Passage | undefined {
  const saysLittle = ({ from, to }: Run) =>
    to - from < SENTENCE || titles.includes(tidy(text.words.slice(from, to).join(text.joint)).replace(/\.$/, ''));
  const runs = runsOf(text.words, range);
  const marked = new Set(places.map(({ location }) => location));
  let best: { readonly run: Run; readonly at: number; readonly worth: number } | undefined;
  for (const run of runs) {
    const inside = places.filter(({ location }) => location >= run.from && location < run.to);
    const isShort = saysLittle(run);
    for (const { location } of inside) {
      const window = inside.filter((place) => place.location >= location && place.location < location + LENGTH - LEAD);
      const worth = total(window) * (run.side === reading ? 3 : 1) * (isShort ? 0.1 : 1);
      if (best === undefined || worth > best.worth) best = { run, at: location, worth };
    }
  }
  if (best === undefined) return undefined;
  const { run, at } = best;
  if (!saysLittle(run)) return cut(text, run, at, marked);
  // Only a title has the words: what it stands over says more.
  const next = runs.find((one) => one.from >= run.to && one.side === reading && !saysLittle(one));
  return next ? cut(text, next, next.from, marked) : undefined;
}

function runsOf(words: readonly string[], { from, to }: Range): Run[] {
  const runs: Run[] = [];
  let start = from;
  let side: Side | undefined;
  for (let at = from; at <= to; at++) {
    const begins = at < to ? sideOf(words[at] ?? '') : undefined;
    if (at < to && begins === undefined) continue;
    if (at > start) runs.push({ from: start, to: at, side });
    start = at;
    side = begins;
  }
  return runs;
}

function cut({ words, joint }: Text, run: Run, at: number, marked: ReadonlySet<number>): Passage {
  const from = at - LEAD <= run.from + 2 ? run.from : at - LEAD;
  const to = Math.min(run.to, from + LENGTH);
  const pieces: Piece[] = from > run.from ? [{ text: '…', marked: false }] : [];
  const add = (text: string, isMarked: boolean) => {
    const last = pieces.at(-1);
    if (last && last.marked === isMarked) pieces[pieces.length - 1] = { text: last.text + text, marked: isMarked };
    else if (text !== '') pieces.push({ text, marked: isMarked });
  };
  for (let place = from; place < to; place++) {
    if (sideOf(words[place] ?? '')) continue;
    const word = (words[place] ?? '').trimEnd();
    const isMarked = marked.has(place);
    add(word, isMarked);
    add(gap(words[place] + joint, words[place + 1] ?? ''), isMarked && marked.has(place + 1));
  }
  if (to < run.to) pieces.push({ text: '…', marked: false });
  return { side: run.side, pieces };
}

/** What stands between a word and the next: a line's end says nothing within writing that has no spaces. */
function gap(word: string, next: string): string {
  if (!/\s$/.test(word) || (UNSPACED.test(word.trimEnd().slice(-1)) && UNSPACED.test(next.slice(0, 1)))) return '';
  return ' ';
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

function total(places: readonly Place[]): number {
  return places.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
}
