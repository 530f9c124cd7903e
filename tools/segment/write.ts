/**
 * Inline tree -> Markdown on one line, canonical: the same tree always gives the same text, and read.ts gives the
 * tree back. What CommonMark or GitHub would take for markup is escaped.
 */
import { characterEntities } from 'character-entities';
import { type Inline, type InlineLink, type InlineParent, VARIABLES } from './inline.ts';

/** Writes inlines as one line of Markdown. */
export function writeMarkdown(inlines: readonly Inline[]): string {
  return escapeLineStart(writeAll(inlines));
}

function writeAll(inlines: readonly Inline[]): string {
  const pieces: string[] = [];
  let before: Inline | undefined;
  for (const inline of inlines) {
    let piece = write(inline);
    // `[x](…)` and `![x]` would read as a link and an image.
    if (inline.type === 'text' && before && endsInBracket(before)) piece = piece.replace(/^[(:]/, '\\$&');
    const last = pieces.at(-1);
    if (piece.startsWith('[') && last?.endsWith('!')) pieces[pieces.length - 1] = `${last.slice(0, -1)}\\!`;
    pieces.push(piece);
    before = inline;
  }
  return pieces.join('');
}

function endsInBracket(inline: Inline): boolean {
  return inline.type === 'optional' || inline.type === 'xref' || inline.type === 'footnote';
}

function write(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return escapeText(inline.value);
    case 'variable':
      return `&${inline.name};`;
    case 'code':
      return writeCode(inline);
    case 'var':
      return `<var>${writeAll(inline.children)}</var>`;
    case 'em':
      return `*${writeAll(inline.children)}*`;
    case 'strong':
      return `**${writeAll(inline.children)}**`;
    case 'sub':
      return `<sub>${writeAll(inline.children)}</sub>`;
    case 'sup':
      return `<sup>${writeAll(inline.children)}</sup>`;
    case 'optional':
      return writeOptional(inline);
    case 'xref':
      return `[[${inline.id}]]`;
    case 'footnote':
      return `[^${inline.number}]`;
    case 'link':
      return writeLink(inline);
  }
}

/** Code that is one element's text is a code span; neighbouring or nested code, or code with parts, is `<code>`. */
function writeCode(code: InlineParent): string {
  const only = code.children[0];
  if (code.children.length === 1 && only?.type === 'text' && isSimple(code)) return codeSpan(only.value);
  return `<code>${writeAll(code.children)}</code>`;
}

function isSimple(code: InlineParent): boolean {
  if (!code.from) return true;
  const [node] = code.from;
  if (code.from.length !== 1 || node?.type !== 'element') return false;
  return node.name === 'keycombo' || node.children.every((child) => child.type !== 'element');
}

/** CommonMark 6.1: a fence longer than any run inside, a space where the code begins or ends with a backtick. */
function codeSpan(value: string): string {
  let fence = '`';
  while (value.includes(fence)) fence += '`';
  const pad = /^`|`$|^ .* $/.test(value) ? ' ' : '';
  return `${fence}${pad}${value}${pad}${fence}`;
}

function writeOptional(optional: InlineParent): string {
  return bracketed(writeAll(optional.children).replace(/^\^/, '\\^'));
}

/** `[[x]]` is a cross reference, so brackets that stand directly in brackets are kept apart. */
function bracketed(inside: string): string {
  return /^\[[^[\]\s]+\]$/.test(inside) ? `[&ZeroWidthSpace;${inside}]` : `[${inside}]`;
}

function writeLink(link: InlineLink): string {
  if (link.children.length === 0 && /^[a-z][a-z0-9+.-]*:[^\s<>\\]*$/i.test(link.href))
    return `<${link.href.replace(/^mailto:(?=[^\s@]+@[^\s@]+$)/, '')}>`;
  const words = link.children.length === 0 ? escapeText(link.href) : writeAll(link.children);
  return `${bracketed(words)}(${destination(link.href)})`;
}

function destination(href: string): string {
  const parentheses = href.replace(/[^()]/g, '');
  if (/^[^\s<>\\]+$/.test(href) && /^(\(\))*$/.test(parentheses)) return href;
  return `<${href.replace(/[<>\\]/g, '\\$&').replace(/\s/g, '%20')}>`;
}

const LETTER = /[\p{L}\p{N}]/u;

/** What any of the steps below looks for; most texts have none of it. */
const SPECIAL = /[\\`*[\]<~_&\u00A0\u00AD\u200B]|https?|www/i;

function escapeText(value: string): string {
  if (!SPECIAL.test(value)) return value;
  return (
    value
      .replace(/[\\`*[\]<~]/g, '\\$&')
      .replace(/_/g, (mark, at: number, whole: string) =>
        LETTER.test(whole[at - 1] ?? ' ') && LETTER.test(whole[at + 1] ?? ' ') ? mark : '\\_',
      )
      .replace(/&(?=#?[A-Za-z0-9]+;)/g, (mark, at: number, whole: string) =>
        isReference(whole.slice(at)) ? '\\&' : mark,
      )
      .replaceAll('\u00A0', '&nbsp;')
      .replaceAll('\u00AD', '&shy;')
      .replaceAll('\u200B', '')
      // GitHub makes links of bare addresses, and escapes in them would show.
      .replace(/(https?|www)([:.])(?=\S{0,2000}(?:\\|&nbsp;|&shy;))/gi, '$1\\$2')
  );
}

function isReference(text: string): boolean {
  const name = /^&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);/.exec(text)?.[1];
  return name !== undefined && (name.startsWith('#') || name in characterEntities || VARIABLES.includes(name));
}

/** A line that would open a heading, list, quote, rule or table is told apart by a backslash. */
function escapeLineStart(line: string): string {
  return line
    .replace(/^(?:#{1,6}|[-+])(?=\s|$)|^>|^(?:-{3,}|={2,})|^\|/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
