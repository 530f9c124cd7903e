/** Asks a bundle: which pages answer, the best first, and what of them is shown. */
import type { Bundle, Result } from './bundle.ts';
import type { Side } from './languages.ts';
import { inOrder } from './order.ts';
import { type FoundSection, sectionsOf } from './passages.ts';
import { wordsOf } from './words.ts';

/** A page that answers. */
export interface FoundTitle {
  readonly url: string;
  readonly title: string;
  readonly english: string | undefined;
  /** Place of its part in the bundle's parts, or -1. */
  readonly part: number;
}

export interface Hit extends FoundTitle {
  /** None before the page's text is there. */
  readonly sections: readonly FoundSection[];
}

/** What a question found; the text of the pages is fetched as it is asked for, since it weighs more than the index. */
export interface Found {
  /** How many pages. */
  readonly total: number;
  /** Whether no page has all the words. */
  readonly partly: boolean;
  /** The best pages by their titles alone, for which nothing is fetched. */
  readonly outline: readonly Hit[];
  /** The next best pages with their sections, those of the outline first; none when all were given. */
  more(): Promise<Hit[]>;
}

/** Pages that are named at once: with their sections they fill the dialog. */
const BATCH = 3;
/**
 * Thousands of bytes that the texts of a batch may have together; one page's is always fetched. Each word has cost a piece of the
 * index already.
 */
const BUDGET = { first: 60, word: -15, least: 20 };

export interface Question {
  /** As it was typed. */
  readonly asked: string;
  readonly words: readonly string[];
  /** Id of the part that pages have to be of; all when empty. */
  readonly part: string;
  readonly reading: Side;
}

export async function find(bundle: Bundle, question: Question): Promise<Found> {
  const { pages, parts, folder } = bundle;
  const wanted = parts.findIndex(([id]) => id === question.part);
  const isWanted = ({ id }: Result) => question.part === '' || pages[id]?.[1] === wanted;
  const { results, partly } = await resultsOf(bundle, question);
  const found = results.filter((result) => isWanted(result));
  const titleOf = ({ id }: Result): FoundTitle => {
    const [url = '', part = -1, , title = '', english] = pages[id] ?? [];
    return { url: folder + url.slice(1), title, english: english ?? undefined, part };
  };
  const namesOf = ({ id }: Result) => [pages[id]?.[3] ?? '', pages[id]?.[4] ?? ''];
  const budget = Math.max(BUDGET.first + BUDGET.word * (question.words.length - 1), BUDGET.least);
  let given = 0;
  return {
    total: found.length,
    partly,
    outline: found.slice(0, BATCH).map((result) => ({ ...titleOf(result), sections: [] })),
    more: async () => {
      const batch = affordable(found.slice(given, given + BATCH), budget, ({ id }) => pages[id]?.[2] ?? 0);
      given += batch.length;
      return Promise.all(
        batch.map(async (result) => ({
          ...titleOf(result),
          sections: sectionsOf(await result.data(), question.reading, namesOf(result)),
        })),
      );
    },
  };
}

/**
 * Asks what nobody has asked, a word of a part's name. A browser compiles the engine and reads its dictionary of words
 * only when they are first used, which takes it longer than an answer; a piece of the index is all that is fetched.
 *
 * @param language of the index
 */
export async function rehearse({ engine, parts }: Bundle, language: string): Promise<void> {
  const words = wordsOf(parts[0]?.[1] ?? '', language, new Set());
  await engine.search(words.at(-1) ?? '');
}

/** Pages of the site's own that have all the words in their titles or summaries: found without the index, which weighs. */
export function findByName({ pages, folder }: Pick<Bundle, 'pages' | 'folder'>, words: readonly string[]): Hit[] {
  const wanted = words.map((word) => word.toLowerCase());
  const met = Object.values(pages).flatMap(([url, part, , title, , about = '']) => {
    const [name, text] = [title.toLowerCase(), `${title} ${about}`.toLowerCase()];
    if (!wanted.every((word) => text.includes(word))) return [];
    const inTitle = wanted.filter((word) => name.includes(word)).length;
    return [{ inTitle, hit: { url: folder + url.slice(1), title, english: undefined, part, sections: [] } }];
  });
  met.sort((a, b) => b.inTitle - a.inTitle || (a.hit.url < b.hit.url ? -1 : 1));
  return met.slice(0, BATCH).map(({ hit }) => hit);
}

/** The first ones, as far as they are within the budget. */
function affordable<T>(some: readonly T[], budget: number, weight: (one: T) => number): readonly T[] {
  let sum = 0;
  const end = some.findIndex((one, at) => {
    sum += weight(one);
    return at > 0 && sum > budget;
  });
  return end < 0 ? some : some.slice(0, end);
}

/** Pages that hold all the words; where there is none, those that hold all but one. */
async function resultsOf({ engine, pages }: Bundle, { asked, words }: Question) {
  const whole = await engine.search(words.join(' '));
  // Further questions fetch nothing: what stands in the index of these words is there by now.
  const together =
    words.length > 1 ? idsOf(await engine.search(`"${words.join(' ').replaceAll('"', ' ')}"`)) : new Set<string>();
  let { results } = whole;
  if (results.length === 0 && words.length > 1) results = await allButOne(engine, words);
  const ordered = inOrder(
    results,
    asked,
    ({ id }) => pages[id] && { title: pages[id][3], english: pages[id][4] ?? undefined },
    ({ id }) => together.has(id),
  );
  return { results: ordered, partly: whole.results.length === 0 && ordered.length > 0 };
}

/** Each page once, in the order of how many of the shorter questions it answers. */
async function allButOne(engine: Bundle['engine'], words: readonly string[]): Promise<readonly Result[]> {
  const met = new Map<string, { readonly result: Result; times: number }>();
  for (const left of words.keys()) {
    const { results } = await engine.search(words.filter((_, at) => at !== left).join(' '));
    for (const result of results) {
      const known = met.get(result.id);
      if (known) known.times++;
      else met.set(result.id, { result, times: 1 });
    }
  }
  return [...met.values()].sort((a, b) => b.times - a.times).map(({ result }) => result);
}

function idsOf({ results }: { readonly results: readonly Result[] }): Set<string> {
  return new Set(results.map(({ id }) => id));
}
