/** Which texts a page has, and where on it they stand. */
import { distinctSources } from '../../catalog/distinct.ts';
import type { Page, Pages } from '../../docbook/pages.ts';
import type { Element } from '../../docbook/types.ts';
import type { Segment } from '../../segment/types.ts';

export interface Places {
  readonly keys: readonly string[];
  readonly anchors: readonly (string | undefined)[];
}

export function placesOf(page: Page, segments: readonly Segment[], pages: Pages): Places {
  const anchors = anchorsOf(page, pages);
  const first = new Map<string, string | undefined>();
  for (const { key, owner } of segments) if (!first.has(key)) first.set(key, anchors.get(owner));
  const keys = distinctSources(segments).flatMap(({ key, index }) => (index ? [] : [key]));
  return { keys, anchors: keys.map((key) => first.get(key)) };
}

/** The nearest id of every element of a page, itself included; the page's own id is its top, and so none. */
function anchorsOf({ element }: Page, { byElement }: Pages): ReadonlyMap<Element, string> {
  const anchors = new Map<Element, string>();
  const enter = (current: Element, above: string | undefined): void => {
    const anchor = (current === element ? undefined : current.attributes.id?.toUpperCase()) ?? above;
    if (anchor !== undefined) anchors.set(current, anchor);
    for (const node of current.children) if (node.type === 'element' && !byElement.has(node)) enter(node, anchor);
  };
  enter(element, undefined);
  return anchors;
}
