/** Where links lead: the Markdown page of an element, and its id there. */
import type { Element } from '../docbook/types.ts';
import { elementId } from '../render/titles.ts';
import type { Context } from './types.ts';

/** `page.md`, `page.md#ID`, or `#ID` on the page itself. */
export function address(to: Element, { manual, page }: Context): string {
  const there = manual.input.numbering.pageOf(to);
  const id = elementId(to);
  if (there.element === to || id === undefined) return `${there.name}.md`;
  return there === page ? `#${id}` : `${there.name}.md#${id}`;
}

/** The element of an id; nothing (numbering has reported it) if there is none. */
export function target(id: string | undefined, { manual }: Context): Element | undefined {
  return id === undefined ? undefined : manual.input.numbering.ids.get(id)?.element;
}
