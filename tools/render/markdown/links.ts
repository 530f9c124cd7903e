/**
 * Where links and images of a page under docs/ lead on the built site: `.md` becomes `.html`, a folder its index,
 * `/x` is found from the site's root, and all are relative. What must not stand in a page is reported.
 */
import { posix } from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import type { Finding } from '../../docbook/types.ts';

const protocol = /^[a-z][a-z0-9+.-]*:/i;
const safe = /^(?:https?|mailto):/i;

/** @param file the page's path in the workspace: `docs/blog/2026-first.md` */
export function rehypeSiteLinks(file: string, findings: Finding[]): (tree: Root) => void {
  const folder = posix.dirname(file.replace(/^docs\//, ''));
  return (tree) => visit(tree, (element) => mend(element, folder, report(file, findings)));
}

type Report = (element: Element, rule: string, message: string) => void;

function report(file: string, findings: Finding[]): Report {
  return (element, rule, message) => {
    const line = element.position?.start.line ?? 1;
    findings.push({ severity: 'error', rule: `markdown/${rule}`, file, line, message });
  };
}

function visit(parent: Root | Element, handle: (element: Element) => void): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    handle(child);
    visit(child, handle);
  }
}

function mend(element: Element, folder: string, say: Report): void {
  if (element.tagName === 'a' && typeof element.properties.href === 'string') {
    const { href } = element.properties;
    if (isUnsafe(href)) {
      delete element.properties.href;
      say(element, 'link-protocol', `Link to ${quote(href)}: expected http:, https:, mailto: or a path`);
    } else {
      element.properties.href = resolve(href, folder, (message) => say(element, 'link-outside', message));
    }
  }
  if (element.tagName === 'img' && typeof element.properties.src === 'string') mendImage(element, folder, say);
}

/** Pages make no request to another host, so an image from elsewhere is shown as a link to it. */
function mendImage(element: Element, folder: string, say: Report): void {
  const src = String(element.properties.src);
  if (!protocol.test(src) && !src.startsWith('//')) {
    element.properties.src = resolve(src, folder, (message) => say(element, 'link-outside', message));
    return;
  }
  say(element, 'remote-image', `Image from ${quote(src)}: expected a file beside the page`);
  const words: ElementContent = { type: 'text', value: String(element.properties.alt || src) };
  element.tagName = 'a';
  element.properties = isUnsafe(src) ? {} : { href: src };
  element.children = [words];
}

/** Browsers drop tabs and line ends inside a protocol; the Markdown parser has encoded them by now. */
function isUnsafe(href: string): boolean {
  const seen = href.replace(/[\u0000-\u0020]|%(?:09|0a|0d)/gi, '');
  return protocol.test(seen) && !safe.test(seen);
}

function resolve(href: string, folder: string, outside: (message: string) => void): string {
  if (href === '' || href.startsWith('#') || href.startsWith('//') || protocol.test(href)) return href;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(href) ?? [];
  const target = path.startsWith('/') ? posix.normalize(path).slice(1) : posix.normalize(posix.join(folder, path));
  if (target === '..' || target.startsWith('../')) {
    outside(`Link to ${quote(href)} leads out of docs/: expected a page of the site, or a full address`);
    return href;
  }
  const page =
    target === '' || target === '.' ? 'index.html' : target.replace(/\.md$/, '.html').replace(/\/$/, '/index.html');
  return (posix.relative(folder, page) || posix.basename(page)) + rest;
}

function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
