/** Ids of the elements of a page, as the site has them. */
import type { Page, Pages } from '../../docbook/pages.ts';
import type { Element } from '../../docbook/types.ts';
import { elementId } from '../../render/titles.ts';

export function idsOf({ element }: Page, { byElement }: Pages): readonly string[] {
  const ids: string[] = [];
  const enter = (current: Element): void => {
    const id = elementId(current);
    if (id !== undefined) ids.push(id);
    for (const node of current.children) if (node.type === 'element' && !byElement.has(node)) enter(node);
  };
  enter(element);
  return ids;
}
