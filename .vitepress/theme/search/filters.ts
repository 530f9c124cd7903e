/** Where is searched: a version, and a part of its book or the site's own pages. The choice holds as long as the page. */
import type { Bundle } from './bundle.ts';
import type { Side } from './languages.ts';

/** The choice of the site's own pages, among parts of the book. */
export const OWN = '@';

export class Filters {
  private readonly version: HTMLSelectElement | null;
  private readonly part: HTMLSelectElement | null;
  /** What was offered last; it is offered at every answer, and seldom another. */
  private offered: { readonly bundle: Bundle; readonly reading: Side } | undefined;

  constructor(dialog: HTMLElement, changed: () => void) {
    this.version = dialog.querySelector('select[name=in]');
    this.part = dialog.querySelector('select[name=part]');
    const { version } = document.documentElement.dataset;
    if (this.version && version !== undefined) this.version.value = version;
    for (const select of [this.version, this.part]) select?.addEventListener('change', changed);
  }

  get chosen(): { readonly version: string; readonly part: string } {
    return { version: this.version?.value ?? '', part: this.part?.value ?? '' };
  }

  /** Chooses what an address asks for, where there is such a version; parts come with their bundle. */
  choose(version: string | null, part: string | null): void {
    if (this.version && [...this.version.options].some(({ value }) => value === version))
      this.version.value = version ?? '';
    if (!this.part || part === null || part === '') return;
    if (![...this.part.options].some(({ value }) => value === part)) this.part.append(new Option(part, part));
    this.part.value = part;
  }

  /** Offers the parts of a bundle; what was chosen stays so where this version has it too. */
  offer(bundle: Bundle, reading: Side): void {
    const { part, offered } = this;
    if (!part || (offered?.bundle === bundle && offered.reading === reading)) return;
    this.offered = { bundle, reading };
    const chosen = part.value;
    for (const option of [...part.options]) if (option.value !== '' && option.value !== OWN) option.remove();
    const own = [...part.options].find(({ value }) => value === OWN) ?? null;
    for (const [id, name, english] of bundle.parts)
      part.insertBefore(new Option(reading === 'source' ? (english ?? name) : name, id), own);
    part.value = chosen;
    if (part.selectedIndex < 0) part.value = '';
  }
}
