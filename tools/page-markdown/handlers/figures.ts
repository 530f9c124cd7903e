/** Formal blocks with a title, and pictures, which the HTML of the page shows. */
import { child, elements } from '../../docbook/tree.ts';
import { elementId } from '../../render/titles.ts';
import { text } from '../../segment/tidy.ts';
import { flow } from '../flow.ts';
import type { Block, Both, Handler } from '../types.ts';
import { linked } from './contents.ts';
import { caption } from './sections.ts';

export const formal: Handler<readonly Block[]> = (element, context) => [
  ...caption(element, context),
  ...flow(element, context),
];

export const mediaobject: Handler<readonly Block[]> = (element, context) => {
  const words = child(element, 'caption');
  const below = words ? flow(words, context) : [];
  if (elements(element, 'imageobject').length > 0) return [{ type: 'line', text: picture(element, context) }, ...below];
  const instead = child(element, 'textobject');
  return [...(instead ? flow(instead, context) : []), ...below];
};

/** A link to where the picture is shown: the nearest place around it that has an id. */
export const picture: Handler<Both> = (element, { manual, page }) => {
  const { numbering, own } = manual.input;
  let at = element;
  while (elementId(at) === undefined && at !== page.element) at = numbering.parents.get(at) ?? page.element;
  const id = at === page.element ? undefined : elementId(at);
  return linked({ source: text(own.picture) }, `${page.name}.html${id === undefined ? '' : `#${id}`}`);
};
