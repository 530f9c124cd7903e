/** Formal blocks with a title, and pictures. */
import { child, elements } from '../../docbook/tree.ts';
import type { Element } from '../../docbook/types.ts';
import { tag } from '../html.ts';
import { blocks, report } from '../nodes.ts';
import { safeSvg } from '../svg.ts';
import { captionTitle } from '../titles.ts';
import type { Context, Handler } from '../types.ts';
import { shownId } from './inline.ts';

/** `figure`, `example`, `equation`: a numbered title, then the content. */
export const formal: Handler = (element, context) => {
  const title = captionTitle(element, context);
  const inner = tag('div', { class: `${element.name}-contents` }, blocks(element, context));
  return tag('div', { class: element.name, id: shownId(element, context) }, title + inner);
};

export const informal: Handler = (element, context) =>
  tag('div', { class: element.name, id: shownId(element, context) }, blocks(element, context));

/** The first picture that can be shown; else the words that stand for it. */
export const mediaobject: Handler = (element, context) => {
  for (const object of elements(element, 'imageobject')) {
    const data = child(object, 'imagedata');
    const shown = data && picture(data, context);
    if (shown)
      return tag(
        'div',
        // A picture wider than the screen is scrolled, by keyboard too.
        { class: 'mediaobject', id: shownId(element, context), tabindex: '0' },
        shown + caption(element, context),
      );
  }
  const text = child(element, 'textobject');
  return tag('div', { class: 'mediaobject' }, (text ? blocks(text, context) : '') + caption(element, context));
};

function caption(element: Element, context: Context): string {
  const words = child(element, 'caption');
  return words ? tag('div', { class: 'caption' }, blocks(words, context)) : '';
}

function picture(data: Element, context: Context): string | undefined {
  const path = data.attributes.fileref ?? '';
  const text = context.manual.input.readFigure(path);
  if (text === undefined) {
    report(context, data, 'warning', 'render/figure', `figure ${JSON.stringify(path)} is not there or is no SVG`);
    return undefined;
  }
  const svg = safeSvg(text);
  if ('refused' in svg) {
    report(context, data, 'error', 'render/figure', `figure ${JSON.stringify(path)} is not shown: ${svg.refused}`);
    return undefined;
  }
  if (svg.dropped.length > 0)
    report(
      context,
      data,
      'warning',
      'render/figure',
      `figure ${JSON.stringify(path)} is shown without ${svg.dropped.join(', ')}`,
    );
  return svg.html;
}
