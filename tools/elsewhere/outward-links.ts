/** Pages that leave their site: what stays with them is reached as before, everything else at the site's own address. */

export interface Leaving {
  /** Site path of the page, with extension. */
  readonly path: string;
  /** Whether a file goes along, by its site path. */
  readonly goes: (path: string) => boolean;
  /** Address of the site. */
  readonly site: URL;
}

/** HTML that this site wrote: attributes are in double quotes, and no text holds one. */
const LINK = /( (?:href|src)=")([^"]*)"/g;

/** Relative links to what stays behind become absolute; nothing else is touched. */
export function outwardLinks(html: string, { path, goes, site }: Leaving): string {
  const here = new URL(path, 'file:///');
  return html.replace(LINK, (whole, before: string, href: string) => {
    if (href === '' || href.startsWith('#') || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) return whole;
    const plain = href.replaceAll('&amp;', '&');
    const there = new URL(plain, here);
    if (goes(decodeURIComponent(there.pathname.slice(1)))) return whole;
    const address = new URL(`.${there.pathname}${there.search}${there.hash}`, site).href;
    return `${before}${address.replaceAll('&', '&amp;')}"`;
  });
}

/** The file that a reader opens: it leads on by itself, and by a link where it does not. */
export function startPage(title: string, lang: string, href: string): string {
  const [name, to] = [title, href].map((text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)) as [
    string,
    string,
  ];
  return `<!DOCTYPE html>\n<html lang="${lang}">\n<meta charset="utf-8">\n<title>${name}</title>\n<meta http-equiv="refresh" content="0; url=${to}">\n<p><a href="${to}">${name}</a></p>\n</html>\n`;
}
