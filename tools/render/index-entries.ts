/** Index terms -> the entries of the index: grouped, sorted, each with its places. No HTML here. */
import type { Numbering } from '../docbook/numbering.ts';
import { child, textOf } from '../docbook/tree.ts';
import type { Element } from '../docbook/types.ts';

export interface IndexEntry {
  /** Upper-case sort key: `sortas`, then the words. */
  readonly sort: string;
  /** The primary, secondary or tertiary that holds the words: of the first term. */
  readonly words: Element;
  readonly terms: readonly Element[];
  /** Where it is met; a range is its first and last section. */
  readonly places: readonly (readonly IndexPlace[])[];
  readonly see: readonly See[];
  readonly seeAlso: readonly See[];
  readonly below: readonly IndexEntry[];
}

/** What a place leads to, and the section it is called after. */
export interface IndexPlace {
  readonly element: Element;
  readonly section: Element;
}

/** A reference from one entry to another; `entry` is missing where the index has none of that name. */
export interface See {
  readonly element: Element;
  readonly entry: IndexEntry | undefined;
}

export interface IndexLetter {
  /** Upper case; empty for symbols. */
  readonly letter: string;
  readonly entries: readonly IndexEntry[];
}

/** What counts as a section for a place in the index. */
const SECTIONS = new Set([
  ...['book', 'part', 'partintro', 'reference', 'preface', 'chapter', 'appendix', 'article', 'bibliography'],
  ...['glossary', 'index', 'section', 'sect1', 'sect2', 'sect3', 'sect4', 'sect5', 'simplesect'],
  ...['refentry', 'refsynopsisdiv', 'refsection', 'refsect1', 'refsect2', 'refsect3'],
]);

const LEVELS = ['primary', 'secondary', 'tertiary'] as const;

/** Collects the whole index. */
export function collectIndex(numbering: Numbering): IndexLetter[] {
  const byId = new Map<string, IndexEntry>();
  const terms = numbering.indexTerms.filter((term) => child(term, 'primary') && term.attributes.class !== 'endofrange');
  const ends = new Map<string, Element>();
  for (const term of numbering.indexTerms)
    if (term.attributes.class === 'endofrange' && term.attributes.startref !== undefined)
      ends.set(term.attributes.startref, term);
  const entries = group(terms, 0, numbering, ends);
  for (const entry of entries) byId.set(normalize(textOf(entry.words)), entry);
  const linked = entries.map((entry) => resolve(entry, byId));
  const letters = new Map<string, IndexEntry[]>();
  for (const entry of linked) {
    const first = entry.sort.slice(0, 1);
    const letter = /^[A-Z]$/.test(first) ? first : '';
    letters.set(letter, [...(letters.get(letter) ?? []), entry]);
  }
  return [...letters].sort(([a], [b]) => compare(a, b)).map(([letter, list]) => ({ letter, entries: list }));
}

function group(
  terms: readonly Element[],
  level: number,
  numbering: Numbering,
  ends: ReadonlyMap<string, Element>,
): IndexEntry[] {
  const name = LEVELS[level];
  if (name === undefined) return [];
  const groups = new Map<string, Element[]>();
  for (const term of terms) {
    const words = child(term, name);
    if (!words) continue;
    const key = `${normalize(words.attributes.sortas ?? '')}\u0000${normalize(textOf(words))}`;
    const known = groups.get(key);
    if (known) known.push(term);
    else groups.set(key, [term]);
  }
  const below = LEVELS[level + 1];
  const entries = [...groups.values()].map((list): IndexEntry => {
    const words = child(list[0] as Element, name) as Element;
    const own = list.filter((term) => below === undefined || !child(term, below));
    return {
      sort: normalize(`${words.attributes.sortas ?? ''} ${textOf(words)}`).toUpperCase(),
      words,
      terms: list,
      places: places(list, below, numbering, ends),
      see: references(own, 'see'),
      seeAlso: references(own, 'seealso'),
      below: group(list, level + 1, numbering, ends),
    };
  });
  return entries.sort((a, b) => compare(a.sort, b.sort));
}

/**
 * A term with `zone` stands for the named elements, and at each of its levels; any other for the section it is in,
 * at its deepest level and once a section. Terms that only say where to look have no place.
 */
function places(
  terms: readonly Element[],
  below: (typeof LEVELS)[number] | undefined,
  numbering: Numbering,
  ends: ReadonlyMap<string, Element>,
): IndexPlace[][] {
  const found: IndexPlace[][] = [];
  const met = new Set<Element>();
  for (const term of terms) {
    const { zone, id } = term.attributes;
    if (zone !== undefined) {
      for (const name of zone.split(/\s+/).filter(Boolean)) {
        const element = numbering.ids.get(name)?.element;
        const section = element && sectionOf(element, numbering);
        if (section) found.push([{ element, section }]);
      }
      continue;
    }
    if (child(term, 'see') || (below !== undefined && child(term, below))) continue;
    const section = sectionOf(term, numbering);
    if (!section || met.has(section)) continue;
    met.add(section);
    const end = id === undefined ? undefined : ends.get(id);
    const last = end && sectionOf(end, numbering);
    const range = last && last !== section ? [section, last] : [section];
    found.push(range.map((element) => ({ element, section: element })));
  }
  return found;
}

function sectionOf(term: Element, numbering: Numbering): Element | undefined {
  let at: Element | undefined = term;
  while (at && !SECTIONS.has(at.name)) at = numbering.parents.get(at);
  return at;
}

/** References of one kind, each text once, sorted. */
function references(terms: readonly Element[], name: 'see' | 'seealso'): See[] {
  const found = new Map<string, Element>();
  for (const term of terms)
    for (const node of term.children)
      if (node.type === 'element' && node.name === name) {
        const text = normalize(textOf(node));
        if (!found.has(text)) found.set(text, node);
      }
  return [...found]
    .sort(([a], [b]) => compare(a.toUpperCase(), b.toUpperCase()))
    .map(([, element]) => ({ element, entry: undefined }));
}

function resolve(entry: IndexEntry, byName: ReadonlyMap<string, IndexEntry>): IndexEntry {
  const known = ({ element }: See): See => ({ element, entry: byName.get(normalize(textOf(element))) });
  return {
    ...entry,
    see: entry.see.map(known),
    seeAlso: entry.seeAlso.map(known),
    below: entry.below.map((each) => resolve(each, byName)),
  };
}

function normalize(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The order of code points, as XSLT processors sort without a language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
