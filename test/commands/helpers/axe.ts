/**
 * Axe in a page of a browser: barriers of WCAG 2.2 AA. What takes axe long is to look at colours, element by element, so of
 * elements that look alike and stand alike a few are looked at; every other rule sees all of them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions, Spec } from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Rules that depend on colours. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
/** Stands on so many elements of each look. */
const MARK = 'data-look';
const MOST = 3;

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Barrier {
  readonly rule: string;
  readonly count: number;
  /** The first element that is one, and why. */
  readonly html: string;
  readonly why: string;
}

export interface Look {
  /** Only what is in it. */
  readonly within?: string;
  /** Only what other colours can change; the rest was looked at before. */
  readonly coloursOnly?: boolean;
}

/** The barriers of a page as it is shown now. */
export async function barriersOf(page: Page, { within = 'html', coloursOnly = false }: Look = {}): Promise<Barrier[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  await page.evaluate(markLooks, { mark: MARK, most: MOST });
  const rules = [
    { id: 'color-contrast', selector: `[${MARK}]` },
    { id: 'link-in-text-block', selector: `a[href][${MARK}]` },
  ];
  const only: RunOptions = coloursOnly ? { runOnly: { type: 'rule', values: COLOURS } } : { runOnly: TAGS };
  const options: RunOptions = { ...only, resultTypes: ['violations'], preload: false };
  return page.evaluate(runAxe, { within, spec: { rules }, options });
}

/** In the page. */
async function runAxe(run: { within: string; spec: Spec; options: RunOptions }): Promise<Barrier[]> {
  const { axe } = globalThis as unknown as {
    axe: { configure(spec: Spec): void; run(within: string, options: RunOptions): Promise<AxeResults> };
  };
  axe.configure(run.spec);
  const { violations } = await axe.run(run.within, run.options);
  return violations.map(({ id, nodes }) => ({
    rule: id,
    count: nodes.length,
    html: nodes[0]?.html.slice(0, 200) ?? '',
    why: nodes[0]?.failureSummary ?? '',
  }));
}

/**
 * In the page: marks some elements of each look. Its own colour, size and weight make it, and of itself and all around it
 * what they are and what they paint.
 */
function markLooks({ mark, most }: { mark: string; most: number }): void {
  const grounds = new Map<Element | null, string>([[null, '']]);
  const groundOf = (element: Element | null): string => {
    const known = grounds.get(element);
    if (known !== undefined || !element) return known ?? '';
    const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(element);
    const own = [element.localName, element.getAttribute('class'), backgroundColor, backgroundImage, opacity, position];
    const ground = `${groundOf(element.parentElement)}/${own.join(' ')}`;
    grounds.set(element, ground);
    return ground;
  };
  const isText = (node: Node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim();
  const speaks = (element: Element) =>
    element.matches('a[href], input, select, textarea') || [...element.childNodes].some(isText);
  const seen = new Map<string, number>();
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    element.removeAttribute(mark);
    // Out of sight it would stand for others that are seen.
    if (!speaks(element) || !element.checkVisibility({ visibilityProperty: true })) continue;
    const { color, fontSize, fontWeight, textDecorationLine, textShadow } = getComputedStyle(element);
    const look = [groundOf(element), color, fontSize, fontWeight, textDecorationLine, textShadow].join('|');
    const count = (seen.get(look) ?? 0) + 1;
    seen.set(look, count);
    if (count <= most) element.setAttribute(mark, '');
  }
}
