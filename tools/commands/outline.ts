/**
 * What there is to know of a version's manual without its text: the names, titles and ids of its pages, and the key,
 * size and place of each of their sources. A function of the pin, and small enough to be held of all versions at once.
 */
import type { Page, Pages } from '../docbook/pages.ts';
import { textOf, titleElement } from '../docbook/tree.ts';
import type { Element } from '../docbook/types.ts';
import { elementId } from '../render/titles.ts';
import type { PageSegments } from '../segment/collect.ts';
import type { Segment } from '../segment/types.ts';
import { type CountedText, countedTexts, isReleaseNotes } from '../status/count.ts';
import type { Manual } from './manual.ts';

export interface TextOutline extends CountedText {
  /** The nearest id above its first place, as upstream prints it; undefined at the top of the page. */
  readonly anchor: string | undefined;
  /** Whether other pages may show it, too: titles, terms, words of the index. */
  readonly isShared: boolean;
}

export interface PageOutline {
  readonly name: string;
  /** Folder of its catalog: the id of the part it stands in, or `front`. */
  readonly part: string;
  /** Whether it is a chapter or an appendix, which the book is made of. */
  readonly isChapter: boolean;
  readonly isReleaseNotes: boolean;
  /** In English, without its number. */
  readonly title: string;
  /** Key of the title's source, where it is one. */
  readonly titleKey: string | undefined;
  /** Of all elements, as the site has them. */
  readonly ids: readonly string[];
  /** Each source once, in reading order. */
  readonly texts: readonly TextOutline[];
}

export interface VersionOutline {
  readonly version: string;
  /** As the manual itself says: "18.6". */
  readonly release: string;
  /** In reading order. */
  readonly pages: readonly PageOutline[];
}

const CHAPTERS = new Set(['preface', 'chapter', 'appendix', 'reference']);

/** Their segments show on their own page only; those of every other element may show elsewhere. */
const PRIVATE_OWNERS = new Set(['para', 'simpara', 'entry', 'member']);

export function outlineOf({ version, release, segmentation, pages }: Manual): VersionOutline {
  return { version, release, pages: segmentation.pages.map((page) => outlineOfPage(page, pages)) };
}

function outlineOfPage({ page, segments }: PageSegments, pages: Pages): PageOutline {
  const { element } = page;
  const title = titleElement(element);
  const { anchors, ids } = idsOn(page, pages);
  const first = new Map<string, string | undefined>();
  for (const { key, owner } of segments) if (!first.has(key)) first.set(key, anchors.get(owner));
  const shared = new Set(segments.filter(isShown).map(({ key }) => key));
  return {
    name: page.name,
    part: page.part,
    isChapter: CHAPTERS.has(element.name),
    isReleaseNotes: isReleaseNotes(element.file),
    title: title ? textOf(title).replace(/\s+/g, ' ').trim() : page.name,
    titleKey: segments.find(({ owner }) => owner === title)?.key,
    ids,
    texts: countedTexts(segments).map((text) => ({
      ...text,
      anchor: first.get(text.key),
      isShared: shared.has(text.key),
    })),
  };
}

/** Whether pages other than its own may show it. */
function isShown({ kind, owner }: Segment): boolean {
  return kind !== 'comment' && !PRIVATE_OWNERS.has(owner.name);
}

/**
 * The ids on a page, and the nearest one of every element, itself included; the page's own id is its top, and so no
 * anchor.
 */
export function idsOn({ element }: Page, { byElement }: Pages) {
  const anchors = new Map<Element, string>();
  const ids: string[] = [];
  const enter = (current: Element, above: string | undefined): void => {
    const id = elementId(current);
    if (id !== undefined) ids.push(id);
    const anchor = (current === element ? undefined : current.attributes.id?.toUpperCase()) ?? above;
    if (anchor !== undefined) anchors.set(current, anchor);
    for (const node of current.children) if (node.type === 'element' && !byElement.has(node)) enter(node, anchor);
  };
  enter(element, undefined);
  return { anchors, ids };
}
