/** Synopses of commands: what is optional stands in brackets, choices are parted by bars, repetition is an ellipsis. */

import type { Element } from '../../docbook/types.ts';
import { dictionary } from '../dictionary.ts';
import { tag } from '../html.ts';
import { children, one } from '../nodes.ts';
import type { Context, Handler } from '../types.ts';
import { shownId } from './inline.ts';

const BRACKETS = dictionary<readonly [string, string]>({
  opt: ['[', ']'],
  req: ['{', '}'],
  plain: [' ', ' '],
});

export const cmdsynopsis: Handler = (element, context) =>
  tag('div', { class: 'cmdsynopsis', id: shownId(element, context) }, tag('p', {}, parts(element, ' ', context)));

export const arg: Handler = (element, context) => choice(element, parts(element, ' ', context));

export const group: Handler = (element, context) => choice(element, parts(element, ' | ', context));

/** A line break in a synopsis. */
export const sbr: Handler = () => '<br>';

/**
 * What a synopsis, group or argument holds. Arguments and groups are parted from what stands before them, groups
 * always by a space; the white space between elements of a synopsis or group says nothing.
 */
function parts(element: Element, separator: string, context: Context): string {
  const meaningful = children(element, context).filter(
    (node) => element.name === 'arg' || node.type !== 'text' || node.value.trim() !== '',
  );
  const shown = meaningful.map((node, i) => {
    const parted = i > 0 && node.type === 'element' ? (node.name === 'arg' ? separator : ' ') : '';
    const isPart = node.type === 'element' && (node.name === 'arg' || node.name === 'group');
    return (isPart ? parted : '') + one(node, context);
  });
  return shown.join('');
}

function choice(element: Element, text: string): string {
  const [open, close] = BRACKETS[element.attributes.choice ?? 'opt'] ?? ['[', ']'];
  return open + text + (element.attributes.rep === 'repeat' ? '...' : '') + close;
}
