/** HTML as text: everything that comes from a document is escaped here, and nowhere else. */

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const UNESCAPES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Text for content or for a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] as string) : text;
}

/** Attributes with a space in front of each; those without a value are left out, `true` stands alone. */
export function attributes(values: Readonly<Record<string, string | true | undefined>>): string {
  let text = '';
  for (const name in values) {
    const value = values[name];
    if (value === true) text += ` ${name}`;
    else if (value !== undefined) text += ` ${name}="${escapeHtml(value)}"`;
  }
  return text;
}

/** An element around finished HTML. */
export function tag(
  name: string,
  values: Readonly<Record<string, string | true | undefined>>,
  content: string,
): string {
  return `<${name}${attributes(values)}>${content}</${name}>`;
}

/** The plain text of HTML that this room wrote, on one line. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => UNESCAPES[entity] as string)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

const SAFE_SCHEMES = new Set(['http', 'https', 'ftp', 'mailto', 'news']);

/** A link's target if a page may lead there: http, https, ftp, mailto, news, or an address without a scheme. */
export function safeUrl(url: string): string | undefined {
  // Browsers drop control characters and outer blanks before they look for the scheme.
  const bare = Array.from(url)
    .filter((sign) => sign > ' ' && sign !== '\u007f')
    .join('');
  const scheme = /^([^:/?#]*):/.exec(bare)?.[1];
  if (scheme !== undefined && !SAFE_SCHEMES.has(scheme.toLowerCase())) return undefined;
  return url.trim();
}
