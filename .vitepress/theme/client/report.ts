/** What a report of a paragraph says, and where it goes: a form on GitHub, a mail, another site, the clipboard. */
import { article, partnerOf } from './paragraphs.ts';

/** Address of a paragraph; client/link.ts finds it again. */
export function addressOf({ dataset }: HTMLElement, page: string): string {
  const address = new URL(page);
  address.hash = `p-${dataset.key}`;
  return address.href;
}

/** All that whoever mends it needs: title, address, page and key, both languages. */
export function textOf(block: HTMLElement): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  const texts = [block, partnerOf(block)].map((one) => one?.textContent?.trim() ?? '');
  return [document.title, addressOf(block, canonical), nameOf(block), ...texts].filter(Boolean).join('\n\n');
}

const nameOf = ({ dataset }: HTMLElement) => `${article?.dataset.page} ${dataset.key}`;

/** Gives the links of the panel the page and the key. */
export function fillForms(panel: HTMLElement, block: HTMLElement): void {
  const { version } = document.documentElement.dataset;
  for (const link of panel.querySelectorAll<HTMLAnchorElement>('[data-form] a')) {
    const form = link.closest<HTMLElement>('[data-form]')?.dataset.form ?? '';
    const fields =
      link.dataset.way === 'github'
        ? { template: `${form}.yml`, page: article?.dataset.page ?? '', key: block.dataset.key ?? '' }
        : link.dataset.way === 'mail'
          ? { subject: `${nameOf(block)} (${version})`, body: `\n\n${textOf(block)}` }
          : undefined;
    if (!fields) continue;
    const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    link.href = `${link.href.replace(/\?.*$/, '')}?${query.join('&')}`;
  }
}
