/** Works: each field in its own form, ended by a full stop. */
import { elements } from '../../docbook/tree.ts';
import type { Element } from '../../docbook/types.ts';
import { blocksOf } from '../flow.ts';
import { workLabel } from '../references.ts';
import { joined, plain, textOf } from '../texts.ts';
import { word } from '../titles.ts';
import type { Block, Both, Context, Handler } from '../types.ts';

const NAMES = ['honorific', 'firstname', 'othername', 'surname', 'lineage', 'corpauthor', 'orgname'];
const HIDDEN = new Set(['abbrev', 'abstract']);

export const biblioentry: Handler<readonly Block[]> = (element, context) => [
  { type: 'paragraph', text: joined([plain(`[${workLabel(element)}]`), ...fields(element, context)], plain(' ')) },
];

export const bibliolist: Handler<readonly Block[]> = (element, context) =>
  elements(element).flatMap((entry) => blocksOf(entry, context));

function fields(element: Element, context: Context): Both[] {
  return elements(element).flatMap((field): Both[] => {
    if (HIDDEN.has(field.name)) return [];
    if (field.name === 'publisher' || field.name === 'biblioset') return fields(field, context);
    return [joined([fieldText(field, context), plain('.')], plain(''))];
  });
}

function fieldText(field: Element, context: Context): Both {
  switch (field.name) {
    case 'title':
      return title(field, context);
    case 'authorgroup':
      return people(elements(field), context);
    case 'author':
    case 'othercredit':
      return person(field, context);
    case 'editor':
      return word('editor', { title: person(field, context) }, context);
    case 'isbn':
      return word('isbn', { title: plain(''), n: textOf(field, context).source.map(value).join('') }, context);
    case 'confgroup':
      return joined(
        elements(field, 'conftitle', 'confdates').map((part) => textOf(part, context)),
        plain(', '),
      );
    default:
      return textOf(field, context);
  }
}

const value = (inline: Both['source'][number]) => (inline.type === 'text' ? inline.value : '');

/** Articles are quoted, other works are in italics. */
function title(field: Element, context: Context): Both {
  const text = textOf(field, context);
  const work = context.manual.input.numbering.parents.get(field);
  if (work?.attributes.relation === 'article')
    return joined([word('quote-open', {}, context), text, word('quote-close', {}, context)], plain(''));
  const stressed = (children: Both['source']) => [{ type: 'em', children } as const];
  return { ...text, source: stressed(text.source), ...(text.target && { target: stressed(text.target) }) };
}

function person(element: Element, context: Context): Both {
  const names = elements(element, ...NAMES).map((name) => textOf(name, context));
  return names.length === 0 ? textOf(element, context) : joined(names, plain(' '));
}

function people(list: readonly Element[], context: Context): Both {
  const names = list.map((one) => person(one, context));
  if (names.length <= 2) return joined(names, word('list-and-two', {}, context));
  const most = joined(names.slice(0, -1), word('list-separator', {}, context));
  return joined([most, names.at(-1) ?? plain('')], word('list-and-last', {}, context));
}
