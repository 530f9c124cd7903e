/** Inline elements that are a tag and a class around their content, as data; and the few that do more. */

import { elements, textOf } from '../../docbook/tree.ts';
import type { Element } from '../../docbook/types.ts';
import { dictionary } from '../dictionary.ts';
import { attributes, escapeHtml, safeUrl, tag } from '../html.ts';
import { content, plainWord, render, report } from '../nodes.ts';
import { elementId } from '../titles.ts';
import type { Context, Handler } from '../types.ts';

/** `outer` bears the class; `inner` is a second tag inside it. */
interface Wrapping {
  readonly outer: string;
  readonly inner?: string;
  /** Where the class is not the element's name. */
  readonly cls?: string;
}

const code: Wrapping = { outer: 'code' };
const span: Wrapping = { outer: 'span' };

const WRAPPINGS: Readonly<Record<string, Wrapping>> = {
  classname: code,
  command: code,
  computeroutput: code,
  constant: code,
  envar: code,
  errorcode: code,
  errorname: code,
  errortext: code,
  errortype: code,
  exceptionname: code,
  filename: code,
  function: code,
  keycode: code,
  keysym: code,
  literal: code,
  markup: code,
  option: code,
  prompt: code,
  property: code,
  structfield: code,
  structname: code,
  symbol: code,
  tag: code,
  token: code,
  type: code,
  uri: code,
  varname: code,
  sgmltag: { outer: 'code', cls: 'sgmltag-element' },
  parameter: { outer: 'em', inner: 'code' },
  replaceable: { outer: 'em', inner: 'code' },
  userinput: { outer: 'strong', inner: 'code' },
  keycap: { outer: 'span', inner: 'strong' },
  guibutton: span,
  guilabel: span,
  guimenu: span,
  guiicon: span,
  guimenuitem: span,
  guisubmenu: span,
  abbrev: { outer: 'abbr' },
  acronym: { outer: 'abbr' },
  application: span,
  database: span,
  hardware: span,
  interface: span,
  medialabel: span,
  systemitem: span,
  citetitle: { outer: 'em' },
  firstterm: { outer: 'em' },
  foreignphrase: { outer: 'em' },
  lineannotation: { outer: 'em' },
  wordasword: { outer: 'em' },
  subscript: { outer: 'sub' },
  superscript: { outer: 'sup' },
};

/** Attributes of an inline element: its class, and its id where ids are shown. */
export function inlineAttributes(element: Element, context: Context, cls = element.name): string {
  return attributes({ class: cls, id: shownId(element, context) });
}

/** The id to print: only English at its own place bears ids. */
export function shownId(element: Element, context: Context): string | undefined {
  return context.anchors && context.side !== 'target' ? elementId(element) : undefined;
}

export const inlineHandlers: Readonly<Record<string, Handler>> = Object.fromEntries(
  Object.entries(WRAPPINGS).map(([name, { outer, inner, cls }]) => {
    const open = inner ? `<${inner}>` : '';
    const close = inner ? `</${inner}></${outer}>` : `</${outer}>`;
    const handler: Handler = (element, context) =>
      `<${outer}${inlineAttributes(element, context, cls)}>${open}${content(element, context)}${close}`;
    return [name, handler];
  }),
);

/** Listings print it bold, prose in italics unless its role says otherwise. */
export const emphasis: Handler = (element, context) => {
  const bold = element.attributes.role === 'bold' || element.attributes.role === 'strong';
  const name = bold || context.verbatim ? 'strong' : 'em';
  return `<${name}${inlineAttributes(element, context, bold ? 'bold' : 'emphasis')}>${content(element, context)}</${name}>`;
};

/** The role of a phrase is the class that it is styled by. */
export const phrase: Handler = (element, context) =>
  `<span${inlineAttributes(element, context, element.attributes.role ?? 'phrase')}>${content(element, context)}</span>`;

export const quote: Handler = (element, context) => {
  const inner = context.quotes % 2 === 1;
  const open = plainWord(inner ? 'quote-open-inner' : 'quote-open', context);
  const close = plainWord(inner ? 'quote-close-inner' : 'quote-close', context);
  const text = content(element, { ...context, quotes: context.quotes + 1 });
  return `<span${inlineAttributes(element, context)}>${open}${text}${close}</span>`;
};

/** Optional parts of a synopsis stand in brackets, those of Tcl between question marks. */
export const optional: Handler = (element, context) => {
  const [open, close] = element.attributes.role === 'tcl' ? ['?', '?'] : ['[', ']'];
  return `${open}<span${inlineAttributes(element, context)}>${content(element, context)}</span>${close}`;
};

export const returnvalue: Handler = (element, context) =>
  `→ <code${inlineAttributes(element, context)}>${content(element, context)}</code>`;

const MARKS = dictionary<string>({ registered: '®', copyright: '©', service: '℠', trade: '™' });

export const trademark: Handler = (element, context) =>
  `<span${inlineAttributes(element, context)}>${content(element, context)}</span>${MARKS[element.attributes.class ?? 'trade'] ?? '™'}`;

export const email: Handler = (element, context) => {
  const text = content(element, context);
  const linked = context.anchors ? tag('a', { class: 'email', href: `mailto:${textOf(element).trim()}` }, text) : text;
  return `<code class="email">${escapeHtml('<')}${linked}${escapeHtml('>')}</code>`;
};

/** A way through menus: items follow their menu by an arrow, other choices are joined by `+`. */
export const menuchoice: Handler = (element, context) => {
  const shown = elements(element, ...MENU_PARTS).map((part, i) => {
    const joint = part.name === 'guimenuitem' || part.name === 'guisubmenu' ? ' → ' : '+';
    return (i === 0 ? '' : joint) + render(part, context);
  });
  return `<span${inlineAttributes(element, context)}>${shown.join('')}</span>`;
};

const MENU_PARTS = ['guimenu', 'guisubmenu', 'guimenuitem', 'guibutton', 'guilabel', 'guiicon'];

/** Keys pressed together are joined by `+`, those pressed one after the other by a space. */
export const keycombo: Handler = (element, context) => {
  const joint = element.attributes.action === 'seq' ? ' ' : element.attributes.action === 'press' ? '-' : '+';
  const shown = elements(element).map((key) => render(key, context));
  return `<span class="keycombo">${shown.join(joint)}</span>`;
};

export const citerefentry: Handler = (element, context) =>
  `<span${inlineAttributes(element, context)}>${content(element, context)}</span>`;

/** The title of another manual's page; one inside refmeta is shown by the refentry. */
export const refentrytitle: Handler = (element, context) =>
  `<span class="refentrytitle">${content(element, context)}</span>`;

/** Addresses that no page may lead to are shown as text, with a finding. */
export const ulink: Handler = (element, context) => {
  const address = element.attributes.url ?? '';
  const text = element.children.length > 0 ? content(element, { ...context, anchors: false }) : escapeHtml(address);
  const url = safeUrl(address);
  if (url === undefined)
    report(
      context,
      element,
      'warning',
      'render/unsafe-url',
      `${JSON.stringify(address)} is no address a page may link to; expected http, https, ftp, mailto, news or a relative one`,
    );
  // On paper, an address that is not in the words stands behind them.
  const cls = text === escapeHtml(address) ? 'ulink bare' : 'ulink';
  return context.anchors && url !== undefined ? tag('a', { class: cls, href: url }, text) : text;
};
