/**
 * DocumentTree, Pages -> numbers, ids and parents of all elements: what a page must know of the rest of the manual
 * to be rendered alone. One walk over the tree; duplicate ids and links that lead nowhere come back as findings.
 */
import { Labeller } from './labels.ts';
import type { Page, Pages } from './pages.ts';
import type { DocumentTree, Element, Finding } from './types.ts';

/** An element that a link can name, and the page it stands on. */
export interface Anchor {
  readonly element: Element;
  readonly page: Page;
}

export interface Numbering {
  /**
   * Numbers as DocBook XSL gives them: part `I`, chapter `13`, sect1 `13.1`, appendix `A`, table `8.1`, footnote `3`
   * (`a` in a table), step `2.b`, callout `1`. No entry: the element has no number.
   */
  readonly labels: ReadonlyMap<Element, string>;
  /** By id as written in the source. Of two elements with one id the first holds it. */
  readonly ids: ReadonlyMap<string, Anchor>;
  readonly parents: ReadonlyMap<Element, Element>;
  /** All index terms, in document order. */
  readonly indexTerms: readonly Element[];
  readonly findings: readonly Finding[];
  /** The page an element of the tree stands on. */
  pageOf(element: Element): Page;
  /** DocBook XSL's id of an element that bears none, `id-1.5.3`: its place among its siblings, level by level. */
  generatedId(element: Element): string;
}

/** Attributes that name other elements, and the elements on which they do. Values may hold several ids. */
const REFERENCES: readonly (readonly [attribute: string, elements: ReadonlySet<string> | undefined])[] = [
  ['linkend', undefined],
  ['linkends', undefined],
  ['endterm', undefined],
  ['otherterm', new Set(['glosssee', 'glossseealso'])],
  ['arearefs', new Set(['callout'])],
  ['zone', new Set(['indexterm'])],
  ['startref', new Set(['indexterm'])],
];

const REFERRING = new Set(REFERENCES.map(([attribute]) => attribute));

/** Numbers a document. Findings: `docbook/duplicate-id`, `docbook/dangling-link`. */
export function numberDocument(tree: DocumentTree, pages: Pages): Numbering {
  const labeller = new Labeller();
  const ids = new Map<string, Anchor>();
  const parents = new Map<Element, Element>();
  const indexTerms: Element[] = [];
  const referring: Element[] = [];
  const findings: Finding[] = [];
  const ancestors: Element[] = [];

  const visit = (element: Element, outer: Page | undefined): void => {
    const page = pages.byElement.get(element) ?? outer;
    const { attributes, name } = element;
    if (attributes.id !== undefined && page) {
      const first = ids.get(attributes.id);
      if (first) findings.push(duplicate(element, first.element, attributes.id));
      else ids.set(attributes.id, { element, page });
    }
    for (const attribute in attributes)
      if (REFERRING.has(attribute)) {
        referring.push(element);
        break;
      }
    if (name === 'indexterm') indexTerms.push(element);
    labeller.meet(element, ancestors);
    ancestors.push(element);
    for (const node of element.children)
      if (node.type === 'element') {
        parents.set(node, element);
        visit(node, page);
      }
    ancestors.pop();
  };
  visit(tree.root, undefined);
  for (const element of referring) findings.push(...dangling(element, ids));

  const pageOf = (element: Element): Page => {
    for (let at: Element | undefined = element; at; at = parents.get(at)) {
      const page = pages.byElement.get(at);
      if (page) return page;
    }
    throw new Error(`<${element.name}> at ${element.file}:${element.line} is no element of the numbered tree`);
  };
  const generatedId = (element: Element): string => {
    const places: number[] = [];
    for (let at: Element | undefined = element; at; at = parents.get(at)) places.unshift(place(at, parents.get(at)));
    return `id-${places.join('.')}`;
  };
  return { labels: labeller.labels, ids, parents, indexTerms, findings, pageOf, generatedId };
}

/** The ids that an element's attributes name. */
export function references(element: Element): string[] {
  const named: string[] = [];
  for (const [attribute, on] of REFERENCES) {
    const value = element.attributes[attribute];
    if (value !== undefined && (!on || on.has(element.name))) named.push(...value.split(/\s+/).filter(Boolean));
  }
  return named;
}

function place(element: Element, parent: Element | undefined): number {
  if (!parent) return 1;
  let count = 0;
  for (const node of parent.children) {
    if (node.type === 'element') count++;
    if (node === element) break;
  }
  return count;
}

function duplicate({ file, line }: Element, first: Element, id: string): Finding {
  const message = `id ${JSON.stringify(id)} is taken by <${first.name}> at ${first.file}:${first.line}`;
  return { file, line, severity: 'error', rule: 'docbook/duplicate-id', message };
}

function dangling(element: Element, ids: ReadonlyMap<string, Anchor>): Finding[] {
  const { file, line, name } = element;
  return references(element)
    .filter((id) => !ids.has(id))
    .map((id) => {
      const message = `<${name}> names ${JSON.stringify(id)}, but no element has this id`;
      return { file, line, severity: 'error', rule: 'docbook/dangling-link', message };
    });
}
