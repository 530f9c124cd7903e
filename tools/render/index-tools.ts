/**
 * What the page of the book's index has above its letters: a box that filters the entries. It is hidden until its script
 * (theme/bookindex) makes it work.
 */
import { escapeHtml, tag } from './html.ts';
import type { PageWords } from './page-words.ts';

/** Nothing on any other page. */
export function indexTools(page: string, lang: string, words: PageWords): string {
  if (page !== 'bookindex') return '';
  const input = tag('input', { type: 'search', autocomplete: 'off', spellcheck: 'false' }, '');
  return tag(
    'div',
    { class: 'index-tools', lang, 'data-extra': true, hidden: true, 'data-letters': words.indexLetters },
    tag('label', {}, tag('span', {}, escapeHtml(words.indexFilter)) + input.replace('</input>', '')) +
      tag('p', { role: 'status', 'data-count': words.indexCount, 'data-none': words.indexNone }, ''),
  );
}
