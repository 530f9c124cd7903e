/** What a report of a paragraph says, and where it goes: a form on GitHub, a mail, another site, the clipboard. */
import { article, partnerOf } from './paragraphs.ts';
import { wordingOf } from './wording.ts';

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

/** Characters of an address that GitHub still takes. */
const LONGEST = 8000;

/** Gives the links of the panel the page, the key, and the wording as it is now. */
export function fillForms(panel: HTMLElement, block: HTMLElement): void {
  for (const link of panel.querySelectorAll<HTMLAnchorElement>('[data-form] a')) {
    const { way } = link.dataset;
    const [to = ''] = link.href.split('?');
    if (way === 'github')
      link.href = issueAddress(to, link.closest<HTMLElement>('[data-form]')?.dataset.form ?? '', block);
    else if (way === 'mail') {
      const { version } = document.documentElement.dataset;
      link.href = withQuery(to, { subject: `${nameOf(block)} (${version})`, body: `\n\n${textOf(block)}` });
    }
  }
}

/** Whoever suggests another wording begins with this one; whoever reports an error quotes it. A very long one is left out. */
function issueAddress(to: string, form: string, block: HTMLElement): string {
  const fields = { template: `${form}.yml`, page: article?.dataset.page ?? '', key: block.dataset.key ?? '' };
  const wording = wordingOf(block);
  const more: Record<string, string> = form === 'error' ? { problem: `> ${wording}\n\n` } : { wording };
  const whole = withQuery(to, wording === '' ? fields : { ...fields, ...more });
  return whole.length > LONGEST ? withQuery(to, fields) : whole;
}

function withQuery(to: string, fields: Readonly<Record<string, string>>): string {
  return `${to}?${Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
}
