/** Synopses of commands: what is optional stands in brackets, choices are parted by bars, repetition is an ellipsis. */

import { elements } from '../../docbook/tree.ts';
import type { Element } from '../../docbook/types.ts';
import { dictionary } from '../dictionary.ts';
import { tag } from '../html.ts';
import { one, render } from '../nodes.ts';
import type { Context, Handler } from '../types.ts';
import { shownId } from './inline.ts';

const BRACKETS = dictionary<readonly [string, string]>({
  opt: ['[', ']'],
  req: ['{', '}'],
  plain: ['', ''],
});

/** Each part is followed by what parts it from the next. */
export const cmdsynopsis: Handler = (element, context) => {
  const parts = elements(element).map((part) => render(part, context));
  return tag('div', { class: 'cmdsynopsis', id: shownId(element, context) }, tag('p', {}, parts.join(' ')));
};

export const arg: Handler = (element, context) => choice(element, 'opt', argText(element, context));

export const group: Handler = (element, context) =>
  choice(
    element,
    'opt',
    elements(element)
      .map((part) => render(part, context))
      .join(' | '),
  );

/** A line break in a synopsis. */
export const sbr: Handler = () => '<br>';

function argText(element: Element, context: Context): string {
  return context.manual.input
    .childrenOf(element)
    .map((node) => one(node, context))
    .join('');
}

function choice(element: Element, standard: string, text: string): string {
  const [open, close] = BRACKETS[element.attributes.choice ?? standard] ?? ['[', ']'];
  return open + text + (element.attributes.rep === 'repeat' ? '...' : '') + close;
}
