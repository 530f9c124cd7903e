/** Badges as SVG: two fields of plain text, drawn without a font's metrics. */
import { escapeHtml } from '../render/html.ts';

export interface Badge {
  readonly label: string;
  readonly value: string;
  /** How far it is, from 0 to 100: the colour of the right field. */
  readonly share: number;
}

const HEIGHT = 20;
const PADDING = 6;

/** White on each holds 4.5:1. */
const COLOURS: readonly (readonly [from: number, colour: string])[] = [
  [90, '#2c6e49'],
  [60, '#4d6a1e'],
  [30, '#7a5a00'],
  [0, '#8f3f1f'],
];

export function badge({ label, value, share }: Badge): string {
  const [left, right] = [label, value].map((text) => Math.ceil(widthOf(text)) + 2 * PADDING) as [number, number];
  const width = left + right;
  const colour = (COLOURS.find(([from]) => share >= from) ?? COLOURS[0])?.[1] ?? '';
  const title = escapeHtml(`${label}: ${value}`);
  const field = (text: string, x: number, room: number) =>
    `<text x="${x + room / 2}" y="14" textLength="${room - 2 * PADDING}" lengthAdjust="spacingAndGlyphs">${escapeHtml(text)}</text>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${title}">` +
    `<title>${title}</title>` +
    `<clipPath id="r"><rect width="${width}" height="${HEIGHT}" rx="3"/></clipPath>` +
    `<g clip-path="url(#r)"><rect width="${left}" height="${HEIGHT}" fill="#484f58"/>` +
    `<rect x="${left}" width="${right}" height="${HEIGHT}" fill="${colour}"/></g>` +
    `<g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">` +
    `${field(label, 0, left)}${field(value, left, right)}</g></svg>\n`
  );
}

/** No glyph of the usual fonts at 11 px is wider than is said here; `textLength` fits the text into its field. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) {
    if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u.test(sign)) width += 11;
    else if (/[MWmw%@]/.test(sign)) width += 10.5;
    else if (/[iljIftr.,:;'|! ]/.test(sign)) width += 5;
    else width += 7.5;
  }
  return width;
}
