/**
 * `titles.bin`: address, titles and part of every page, by pagefind's id of it. Pagefind itself keeps these with the page's
 * whole text, so that to name three pages it would fetch up to 200 kB; and what a filter costs, it would fetch too.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync, gunzipSync } from 'node:zlib';
import { SOURCE_BEGINS, TARGET_BEGINS } from './copy.ts';

/** In the target language, and in English where that is another. */
export type PartNames = readonly [name: string, english?: string];

/** What the dialog reads (theme/search/bundle.ts). */
export interface Titles {
  /** In reading order. */
  readonly parts: readonly (readonly [id: string, ...PartNames])[];
  /**
   * `part` is a place in `parts`, or -1; `weight` is what the page's text costs, in thousands of bytes; `about` sums up a page of
   * the site's own.
   */
  readonly pages: Readonly<
    Record<
      string,
      readonly [url: string, part: number, weight: number, title: string, english?: string | null, about?: string]
    >
  >;
}

/**
 * @param partOf each page's part, by the path of its file below the bundle's folder
 * @param aboutOf what sums pages up, where their titles are to be searched without the index
 */
export async function writeTitles(
  bundle: string,
  partOf: ReadonlyMap<string, string | undefined>,
  parts: ReadonlyMap<string, PartNames>,
  aboutOf: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const order = [...parts.keys()];
  const pages: Record<string, Titles['pages'][string]> = {};
  for (const name of await fragmentsOf(bundle)) {
    const bytes = await readFile(join(bundle, 'fragment', name));
    const text = gunzipSync(bytes).toString();
    // What comes before the JSON is pagefind's mark of its own files.
    const { url, meta } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string; meta: { title?: string } };
    const part = partOf.get(url.slice(1)) ?? '';
    const names = halves(meta.title ?? url);
    const about = aboutOf.get(url.slice(1));
    const page = [url, order.indexOf(part), Math.ceil(bytes.length / 1000)] as const;
    const id = name.replace(/\.pf_fragment$/, '');
    pages[id] = about === undefined ? [...page, ...names] : [...page, names[0], names[1] ?? null, about];
  }
  const titles: Titles = { parts: [...parts].map(([id, names]) => [id, ...names]), pages };
  await writeFile(join(bundle, 'titles.bin'), deflateSync(JSON.stringify(titles)));
}

async function fragmentsOf(bundle: string): Promise<string[]> {
  return (await readdir(join(bundle, 'fragment')).catch(() => [])).sort();
}

/** A title in one language, or in two that the marks tell apart. */
function halves(title: string): [title: string, english?: string] {
  const pieces = title.split(new RegExp(`(?=[${TARGET_BEGINS}${SOURCE_BEGINS}])`));
  const isMarked = (piece: string) => piece.startsWith(TARGET_BEGINS) || piece.startsWith(SOURCE_BEGINS);
  const inLanguage = (mark: string) =>
    spaced(pieces.filter((piece) => !isMarked(piece) || piece.startsWith(mark)).join(' '));
  const [target, english] = [inLanguage(TARGET_BEGINS), inLanguage(SOURCE_BEGINS)];
  if (!title.includes(TARGET_BEGINS) || target === english) return [english];
  return title.includes(SOURCE_BEGINS) ? [target, english] : [target];
}

function spaced(text: string): string {
  return text
    .replace(new RegExp(`[${TARGET_BEGINS}${SOURCE_BEGINS}\u200b]`, 'g'), '')
    .replace(/\s+/g, ' ')
    .trim();
}

const CRUMBS = /<nav class="crumbs"[^>]*>([\s\S]*?)<\/nav>/;
const CRUMB = /<li><a href="([^"#]+)\.html">([\s\S]*?)<\/a><\/li>/g;

/**
 * The part of the book around a page of the manual, by the name of its page: what stands second in the page's own way from the
 * start. A page that stands there itself, as parts do, is its own part once another page is found in it.
 *
 * @param parts receives the names of the parts that are met
 */
export function versionPart(
  file: string,
  html: string,
  language: string,
  parts: Map<string, PartNames>,
): string | undefined {
  const crumbs = [...(CRUMBS.exec(html)?.[1] ?? '').matchAll(CRUMB)];
  const [, part] = crumbs;
  if (part?.[1] === undefined) return file.replace(/\.html$/, '');
  if (!parts.has(part[1])) parts.set(part[1], namesIn(part[2] ?? '', language));
  return part[1];
}

/** The description and the headings of a page of the site's own: what its title does not say. */
export function summaryOf(html: string): string {
  const description = /<meta name="description"[^>]*? content="([^"]*)"/.exec(html)?.[1] ?? '';
  const headings = [...html.matchAll(/<h2\b[^>]*>([\s\S]*?)<\/h2>/g)].map(([, text = '']) => text);
  return plain([description, ...headings].join(' '));
}

/** The section of the site that a page of its own belongs to: its first folder, or the page itself. */
export function sectionPart(file: string): string | undefined {
  return /^[^/]+(?=\/|\.html$)/.exec(file)?.[0];
}

/** The parts as the book has them, by the links of its contents. */
export function partsInOrder(parts: ReadonlyMap<string, PartNames>, contents: string): ReadonlyMap<string, PartNames> {
  const place = (part: string) => contents.indexOf(`"${part}.html"`);
  return new Map([...parts].sort(([a], [b]) => place(a) - place(b)));
}

function namesIn(html: string, language: string): PartNames {
  const text = (lang: string) => {
    const found = new RegExp(`<span lang="${lang}"[^>]*>([\\s\\S]*?)</span>(?=<span lang=|$)`).exec(html)?.[1];
    return found === undefined ? undefined : plain(found);
  };
  const [target, english] = [text(language), text('en')];
  if (target === undefined) return [english ?? plain(html)];
  return english === undefined ? [target] : [target, english];
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

function plain(html: string): string {
  return spaced(html.replace(/<[^>]*>/g, '')).replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
