/**
 * A paragraph's wording as its catalog writes it, as far as the page knows: code, emphasis, footnotes and links to elsewhere are as they
 * have to be. Of references within the manual only the words are left; `/apply` says which ones are missing.
 */
import { partnerOf } from './paragraphs.ts';

/** The translation that a reader sees; empty where there is none. */
export function wordingOf(block: HTMLElement): string {
  const target = [block, partnerOf(block)].find((one) => one && one.lang !== 'en');
  return target
    ? written(target)
        .replace(/[ \t\n]+/g, ' ')
        .trim()
        .replaceAll('\u00a0', '&nbsp;')
    : '';
}

function written(parent: Node): string {
  return [...parent.childNodes].map(piece).join('');
}

function piece(node: Node): string {
  const text = (node.textContent ?? '').replaceAll('\u200b', '');
  if (!(node instanceof HTMLElement)) return text.replace(/[\\*`<]/g, '\\$&');
  if (node.dataset.extra !== undefined) return '';
  if (node.matches('.footnote')) return text.replace('[', '[^');
  if (node.matches('.ulink'))
    return node.matches('.bare') ? `<${text}>` : `[${written(node)}](${node.getAttribute('href')})`;
  if (node.localName === 'em') return `*${text}*`;
  if (node.localName === 'strong') return `**${written(node)}**`;
  if (node.localName !== 'code') return written(node);
  // A part to replace stands within the code.
  const parts = [...node.childNodes].map((one) =>
    one instanceof Element ? `<var>${one.textContent}</var>` : one.textContent,
  );
  return node.querySelector('em') ? `<code>${parts.join('')}</code>` : `\`${text}\``;
}
