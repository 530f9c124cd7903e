/** The list of results: what was found as options of a listbox, and which of them is chosen. */
import type { Hit } from './find.ts';
import { inLanguage, type Side } from './languages.ts';
import type { FoundSection, Piece } from './passages.ts';

export interface Labels {
  /** What the part of a page is called, if it is to be said. */
  part(hit: Hit): string | undefined;
  readonly reading: Side;
  /** The languages as pages name them. */
  readonly lang: Readonly<Record<Side, string>>;
}

export class ResultList {
  private count = 0;

  constructor(
    private readonly list: HTMLElement,
    private readonly input: HTMLInputElement,
  ) {}

  /** Puts hits in place of what is there; what was chosen stays so if it is still there. */
  show(hits: readonly Hit[], labels: Labels): void {
    const chosen = this.chosen()?.getAttribute('href');
    this.count = 0;
    this.list.replaceChildren(...hits.flatMap((hit) => this.options(hit, labels)));
    this.list.scrollTo(0, 0);
    const all = this.all();
    this.input.setAttribute('aria-expanded', String(all.length > 0));
    this.select(all.find((one) => one.getAttribute('href') === chosen) ?? all[0]);
  }

  /** More of what is there. A page that only its title stands for gets its sections. */
  append(hits: readonly Hit[], labels: Labels): void {
    for (const hit of hits) {
      const options = this.options(hit, labels);
      const known = this.all().find((one) => one.getAttribute('href') === hit.url);
      if (known?.ariaSelected === 'true') options[0]?.setAttribute('aria-selected', 'true');
      if (known) known.replaceWith(...options);
      else this.list.append(...options);
    }
  }

  /** Results of another kind, below those that are there. */
  appendGroup(hits: readonly Hit[], labels: Labels, name: string): void {
    if (hits.length === 0) return;
    this.list.append(
      group(
        name,
        hits.flatMap((hit) => this.options(hit, labels)),
      ),
    );
    this.input.setAttribute('aria-expanded', 'true');
    if (!this.chosen()) this.select(this.all()[0]);
  }

  /** @returns false when there is nothing further that way */
  move(step: 1 | -1): boolean {
    const all = this.all();
    const next = all[all.findIndex((one) => one.ariaSelected === 'true') + step];
    if (next) this.select(next);
    return next !== undefined;
  }

  chosen(): HTMLElement | undefined {
    return this.all().find((one) => one.getAttribute('aria-selected') === 'true');
  }

  private all(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[role=option]')];
  }

  private select(next: HTMLElement | undefined): void {
    for (const one of this.all()) one.setAttribute('aria-selected', String(one === next));
    if (next) this.input.setAttribute('aria-activedescendant', next.id);
    else this.input.removeAttribute('aria-activedescendant');
    next?.scrollIntoView({ block: 'nearest' });
  }

  private options(hit: Hit, labels: Labels): HTMLElement[] {
    const [lead] = hit.sections.filter(({ id }) => id === '');
    const page = this.option(hit.url, pageTitle(hit, labels), lead, labels);
    const sections = hit.sections
      .filter(({ id }) => id !== '')
      .map((section) => {
        const title = inTag('strong', section.title, section.side && labels.lang[section.side]);
        const option = this.option(`${hit.url}#${section.id}`, [title], section, labels);
        option.classList.add('section');
        return option;
      });
    return [page, ...sections];
  }

  private option(
    href: string,
    title: readonly HTMLElement[],
    section: FoundSection | undefined,
    { lang }: Labels,
  ): HTMLElement {
    const link = document.createElement('a');
    link.href = href;
    link.id = `search-${this.count++}`;
    link.setAttribute('role', 'option');
    link.setAttribute('aria-selected', 'false');
    link.tabIndex = -1;
    link.append(...title);
    if (section?.passage) {
      const { side, pieces } = section.passage;
      link.append(passage(pieces, side && lang[side]));
    }
    return link;
  }
}

/** The title in the language that is read; the part of the book at the line's end. */
function pageTitle(hit: Hit, { reading, lang, part }: Labels): HTMLElement[] {
  const isEnglish = reading === 'source' && hit.english !== undefined;
  const title = inTag('strong', isEnglish ? (hit.english ?? '') : hit.title, isEnglish ? lang.source : undefined);
  const name = part(hit);
  return name === undefined ? [title] : [inTag('small', inLanguage(name, reading).text), title];
}

function passage(pieces: readonly Piece[], lang: string | undefined): HTMLElement {
  const text = inTag('span', '', lang);
  text.append(...pieces.map((piece) => (piece.marked ? inTag('mark', piece.text) : piece.text)));
  return text;
}

function group(name: string, options: readonly HTMLElement[]): HTMLElement {
  const group = document.createElement('div');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', name);
  const title = inTag('p', name);
  title.setAttribute('aria-hidden', 'true');
  group.append(title, ...options);
  return group;
}

function inTag(tag: string, text: string, lang?: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  if (lang !== undefined) element.lang = lang;
  return element;
}
