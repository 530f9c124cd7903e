/**
 * SVG text -> SVG that can stand inside a page. A figure is data: what could run or reach another host is left out
 * and named; what is no well-formed SVG is refused. Titles and descriptions stay.
 */
import { SaxesParser } from 'saxes';
import { escapeHtml } from './html.ts';

export type SafeSvg = { readonly html: string; readonly dropped: readonly string[] } | { readonly refused: string };

/** Drawing only: no script, no foreign content, no embedding, no animation (which can rewrite links). */
const ELEMENTS = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'style', 'path', 'rect', 'circle', 'ellipse', 'line'],
  ...['polyline', 'polygon', 'text', 'tspan', 'textPath', 'marker', 'linearGradient', 'radialGradient', 'stop'],
  ...['clipPath', 'mask', 'pattern', 'a', 'switch', 'filter', 'feOffset', 'feGaussianBlur', 'feBlend', 'feFlood'],
  ...['feComposite', 'feColorMatrix', 'feMerge', 'feMergeNode'],
]);

const MAX_LENGTH = 2_000_000;

/** Reads a figure. Never throws for what a figure holds. */
export function safeSvg(text: string): SafeSvg {
  if (text.length > MAX_LENGTH) return { refused: `it is longer than ${MAX_LENGTH} characters` };
  const dropped = new Set<string>();
  const parser = new SaxesParser({ xmlns: false });
  let html = '';
  let skipping = 0;
  let styling = false;
  let error: string | undefined;
  let root: string | undefined;
  parser.on('error', (failure) => {
    error ??= failure.message;
  });
  parser.on('opentag', ({ name, attributes }) => {
    root ??= name;
    const known = ELEMENTS.has(name);
    if (skipping > 0 || !known) {
      // Editors leave elements of their own behind: they draw nothing.
      if (skipping === 0 && !name.includes(':')) dropped.add(`<${name}>`);
      skipping++;
      return;
    }
    styling = name === 'style';
    html += `<${name}${safeAttributes(attributes as Record<string, string>, dropped)}>`;
  });
  parser.on('closetag', ({ name }) => {
    if (skipping > 0) skipping--;
    else html += `</${name}>`;
    styling = false;
  });
  const write = (value: string) => {
    if (skipping > 0) return;
    if (styling && !safeStyle(value)) dropped.add('a style sheet that names other files');
    else html += styling ? value.replaceAll('<', '') : escapeHtml(value);
  };
  parser.on('text', write);
  parser.on('cdata', write);
  parser.write(text).close();
  if (error !== undefined) return { refused: error };
  if (root !== 'svg') return { refused: `its root is <${root ?? ''}>, expected <svg>` };
  return { html: html.trim(), dropped: [...dropped].sort() };
}

function safeAttributes(values: Readonly<Record<string, string>>, dropped: Set<string>): string {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    const link = name === 'href' || name === 'xlink:href';
    // Names with a colon belong to editors; inside HTML they mean nothing. `xmlns` is implied.
    if (!link && (name.includes(':') || name === 'xmlns')) continue;
    if (/^on/i.test(name)) dropped.add(`the event handler ${name}`);
    else if (link && !/^#[\w.-]+$/.test(value)) dropped.add(`the reference ${value}`);
    else if (!safeStyle(value)) dropped.add(`the value of ${name}`);
    else text += ` ${link ? 'href' : name}="${escapeHtml(value)}"`;
  }
  return text;
}

/** Style that reaches no other file: `url(#…)` of the figure itself only, no imports, no escapes that hide one. */
function safeStyle(value: string): boolean {
  if (/@import|expression\s*\(|javascript:|\\/i.test(value)) return false;
  return [...value.matchAll(/url\(\s*["']?([^)"']*)/gi)].every(([, to]) => to?.startsWith('#'));
}
