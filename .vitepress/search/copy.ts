/** The copy of a page that pagefind gets: the same words, laid out so that sections and languages can be told apart. */

/**
 * Stand in the indexed text where a piece in the target language, or in English, begins. Nobody sees or types them; the
 * dialog cuts titles and passages by them (theme/search/languages.ts).
 */
export const TARGET_BEGINS = '\u2063';
export const SOURCE_BEGINS = '\u2064';

/** Only what is written for pagefind and readers alike bears a language: blocks of the manual, and the halves of a title. */
const LANGUAGE = /<(?:p|span|h[1-6]|div|td|th|dt|li)\b[^>]*?\slang="([^"]+)"[^>]*>/g;

/**
 * Pagefind finds sections by headings with an id, while upstream gives the id to the block around the heading and to list
 * terms. The page's first heading stays without: it is the page itself. Release notes name everything there is, and would
 * come before the pages that explain it.
 *
 * @param name the page's file name; release notes are `release-18-6.html` and so on, as upstream names them
 */
export function searchCopy(name: string, html: string): string {
  // Without spaces around the marks, the words of two languages would become one.
  const marked = html
    .replace(/<a class="id_link"[^>]*>[^<]*<\/a>/g, '')
    .replace(LANGUAGE, (tag, language: string) => `${tag} ${language === 'en' ? SOURCE_BEGINS : TARGET_BEGINS} `);
  const first = marked.search(/<h[1-6]\b/);
  return marked
    .replace(
      /(<(?:div|section|article)\b[^>]*?\sid="([^"]+)"[^>]*>(?:\s|<div\b[^>]*>|<a\b[^>]*>\s*<\/a>)*<h[1-6])\b/g,
      (whole, opening: string, id: string, at: number) =>
        at + opening.length > first + 3 ? `${opening} id="${id}"` : whole,
    )
    .replace(/<dt\b[^>]*?\sid="([^"]+)"[^>]*>([\s\S]*?)<\/dt>/g, '<dt><h6 id="$1">$2</h6></dt>')
    .replace(
      ' data-pagefind-body',
      name.startsWith('release') ? ' data-pagefind-body data-pagefind-weight="0.2"' : '$&',
    );
}
