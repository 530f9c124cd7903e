/**
 * DocumentTree -> pages: which elements upstream's stylesheets make a page of their own, and what the page is
 * called. The stylesheets' settings are chunk.section.depth 1, chunk.first.sections 1, use.id.as.filename 1,
 * generate.legalnotice.link 1.
 */
import { titleElement } from './tree.ts';
import type { DocumentTree, Element, Finding } from './types.ts';

export interface Page {
  /** Upstream's file name without `.html`. */
  readonly name: string;
  readonly element: Element;
  readonly parent: Page | undefined;
  readonly children: readonly Page[];
  /** Folder of the catalog: the id of the part it stands in, or `front`. */
  readonly part: string;
}

export interface Pages {
  /** In reading order; the book's own page, `index`, is the first. */
  readonly all: readonly Page[];
  readonly byName: ReadonlyMap<string, Page>;
  readonly byElement: ReadonlyMap<Element, Page>;
  readonly findings: readonly Finding[];
}

/** Folder of the pages that stand in no part. */
const FRONT = 'front';

/** Page names become file names: no dots in front, no separators, nothing a shell or a URL reads otherwise. */
const PAGE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Elements that are a page wherever they stand, with DocBook XSL's prefix for those that bear no id. */
const COMPONENTS: Readonly<Record<string, string>> = {
  book: 'bk',
  part: 'pt',
  preface: 'pr',
  chapter: 'ch',
  appendix: 'ap',
  reference: 'rn',
  refentry: 're',
  article: 'ar',
  bibliography: 'bi',
  glossary: 'go',
  index: 'ix',
  sect1: 's',
  legalnotice: 'ln',
};

/** Components that hold no pages of their own: a bibliography inside a chapter's section stays part of it. */
const CONTAINERS = new Set([
  'book',
  'part',
  'preface',
  'chapter',
  'appendix',
  'reference',
  'article',
  'bookinfo',
  'sect1',
]);

/** Cuts the document into pages. A page whose id is no file name is left out, with a finding. */
export function cutPages(tree: DocumentTree): Pages {
  const findings: Finding[] = [];
  const all: Page[] = [];
  const byName = new Map<string, Page>();
  const byElement = new Map<Element, Page>();
  const lowerCase = new Map<string, string>();

  const refuse = (element: Element, message: string) =>
    findings.push({ file: element.file, line: element.line, severity: 'error', rule: 'docbook/page-name', message });

  const nameOf = (element: Element, parent: Page | undefined, count: number): string => {
    if (!parent) return 'index';
    const id = element.attributes.id;
    if (id !== undefined) return id;
    const number = `${COMPONENTS[element.name]}${String(count).padStart(2, '0')}`;
    return element.name === 'sect1' || element.name === 'refentry' ? `${parent.name}${number}` : number;
  };

  const enter = (element: Element, parent: Page | undefined, count: number): void => {
    const name = nameOf(element, parent, count);
    if (!PAGE_NAME.test(name))
      return void refuse(
        element,
        `id ${JSON.stringify(name)} cannot name a page; expected letters, digits, . _ - only`,
      );
    const twin = lowerCase.get(name.toLowerCase());
    if (twin !== undefined) return void refuse(element, `two pages are named ${name} (the other: ${twin})`);
    if (!titleElement(element) && element.name !== 'legalnotice' && element.name !== 'index')
      findings.push({
        file: element.file,
        line: element.line,
        severity: 'warning',
        rule: 'docbook/no-title',
        message: `page ${name} has no title`,
      });
    lowerCase.set(name.toLowerCase(), `${element.file}:${element.line}`);
    const part = element.name === 'part' ? name : (parent?.part ?? FRONT);
    const children: Page[] = [];
    const page: Page = { name, element, parent, children, part };
    if (parent) (parent.children as Page[]).push(page);
    all.push(page);
    byName.set(name, page);
    byElement.set(element, page);
    descend(element, page, new Map());
  };

  const descend = (element: Element, page: Page, counts: Map<string, number>): void => {
    for (const node of element.children) {
      if (node.type !== 'element') continue;
      if (isPage(node, element)) {
        const count = (counts.get(node.name) ?? 0) + 1;
        counts.set(node.name, count);
        enter(node, page, count);
      } else if (CONTAINERS.has(node.name)) descend(node, page, counts);
    }
  };

  enter(tree.root, undefined, 1);
  return { all, byName, byElement, findings };
}

function isPage(element: Element, parent: Element): boolean {
  if (!Object.hasOwn(COMPONENTS, element.name)) return false;
  if (element.name === 'legalnotice') return parent.name === 'bookinfo';
  return true;
}
