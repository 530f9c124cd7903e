/**
 * The numbers that DocBook XSL gives to parts of a book: which elements bear one, in which form, counted from where.
 * Settings of upstream's stylesheets: section.autolabel 1, section.label.includes.component.label 1,
 * label.from.part 0, formal.procedures 0.
 */
import type { Element } from './types.ts';

/** Counted through the whole book, whatever part they stand in. */
const COMPONENTS: ReadonlyMap<string, (n: number) => string> = new Map([
  ['part', roman],
  ['reference', roman],
  ['chapter', String],
  ['appendix', letters],
]);

/** Numbered within their parent; the parent's own number stands in front. */
const SECTIONS = new Set(['section', 'sect1', 'sect2', 'sect3', 'sect4', 'sect5']);

/** Numbered within the chapter or appendix; outside of these, through the whole book (`xsl:number from="book"`). */
const FORMAL = new Set(['table', 'figure', 'example', 'equation']);

const VERBATIM = new Set(['programlisting', 'screen', 'synopsis', 'literallayout']);

/** How steps are numbered, by depth; DocBook's procedure.step.numeration.formats is 1aiAI. */
const STEP_FORMATS: readonly ((n: number) => string)[] = [
  String,
  (n) => letters(n).toLowerCase(),
  (n) => roman(n).toLowerCase(),
  letters,
  roman,
];

/** Gives every element its label when elements are met in document order. */
export class Labeller {
  readonly labels = new Map<Element, string>();
  private readonly counts = new Map<string, number>();
  private readonly siblings = new Map<Element, Map<string, number>>();

  /** @param ancestors from the root down to the element's parent */
  meet(element: Element, ancestors: readonly Element[]): void {
    const { name } = element;
    const component = COMPONENTS.get(name);
    const parent = ancestors.at(-1);
    if (component) {
      if (name === 'chapter' || name === 'appendix') this.restart('formal:');
      this.labels.set(element, component(this.next(name)));
    } else if (SECTIONS.has(name) && parent) {
      const outer = this.labels.get(parent);
      const number = this.among(parent, name);
      this.labels.set(element, outer === undefined ? String(number) : `${outer}.${number}`);
    } else if (FORMAL.has(name)) this.formal(element, ancestors);
    else if (name === 'footnote') this.footnote(element, ancestors);
    else if (name === 'step' && parent) this.step(element, ancestors);
    else if (name === 'informaltable') this.restart('cell-footnote');
    else if (name === 'co') this.labels.set(element, String(this.next('co')));
    else if (VERBATIM.has(name)) this.counts.set('co', 0);
    else if (name === 'listitem' && parent?.name === 'orderedlist')
      this.labels.set(element, String(this.among(parent, name)));
  }

  private formal(element: Element, ancestors: readonly Element[]): void {
    const inBook = this.next(`book:${element.name}`);
    const inComponent = this.next(`formal:${element.name}`);
    const component = ancestors.findLast(({ name }) => name === 'chapter' || name === 'appendix');
    const prefix = component && this.labels.get(component);
    this.labels.set(element, prefix === undefined ? String(inBook) : `${prefix}.${inComponent}`);
    this.restart('cell-footnote');
  }

  /** Footnotes of tables are lettered within the table, all others are counted through the book. */
  private footnote(element: Element, ancestors: readonly Element[]): void {
    const inTable = ancestors.some(({ name }) => name === 'tgroup');
    this.labels.set(
      element,
      inTable ? letters(this.next('cell-footnote')).toLowerCase() : String(this.next('footnote')),
    );
  }

  /** A step of substeps bears the step around it in front: `3.f`. */
  private step(element: Element, ancestors: readonly Element[]): void {
    const parent = ancestors.at(-1) as Element;
    const depth = ancestors.filter(({ name }) => name === 'substeps').length;
    const format = STEP_FORMATS[depth % STEP_FORMATS.length] as (n: number) => string;
    const number = format(this.among(parent, 'step'));
    const outer = parent.name === 'substeps' ? this.labels.get(ancestors.at(-2) as Element) : undefined;
    this.labels.set(element, outer === undefined ? number : `${outer}.${number}`);
  }

  private next(counter: string): number {
    const count = (this.counts.get(counter) ?? 0) + 1;
    this.counts.set(counter, count);
    return count;
  }

  private restart(prefix: string): void {
    for (const counter of this.counts.keys()) if (counter.startsWith(prefix)) this.counts.set(counter, 0);
  }

  private among(parent: Element, name: string): number {
    const counts = this.siblings.get(parent) ?? new Map<string, number>();
    this.siblings.set(parent, counts);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count;
  }
}

/** 1 -> I. */
function roman(n: number): string {
  const steps: readonly [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = n;
  let text = '';
  for (const [value, sign] of steps)
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  return text;
}

/** 1 -> A, 26 -> Z, 27 -> AA. */
export function letters(n: number): string {
  let rest = n;
  let text = '';
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    text = String.fromCharCode(65 + digit) + text;
    rest = (rest - 1 - digit) / 26;
  }
  return text;
}
