/** Looks at built pages as a browser would find them: tags with their attributes; nothing inside scripts or styles. */
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { contentsOf } from './folder.ts';

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

export const unescapeHtml = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '');

/** Opening tags in their order. */
export function tagsOf(html: string): readonly Tag[] {
  const markup = html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1');
  return [...markup.matchAll(/<([a-z][\w-]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/g)].map(([, name, written]) => ({
    name: name ?? '',
    attributes: Object.fromEntries(
      [...(written ?? '').matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key, value]) => [
        key,
        unescapeHtml(value ?? ''),
      ]),
    ),
  }));
}

/** The text that a reader sees, tags taken away. */
export function textOf(html: string): string {
  return unescapeHtml(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ''));
}

export interface Site {
  /** Paths of all files. */
  readonly files: ReadonlySet<string>;
  /** Tags of every page, by its path. */
  readonly pages: ReadonlyMap<string, readonly Tag[]>;
  html(path: string): string;
}

export function readSite(folder: string): Site {
  const files = new Set(contentsOf(folder).keys());
  const html = (path: string) => readFileSync(join(folder, path), 'utf8');
  const pages = new Map([...files].filter((path) => path.endsWith('.html')).map((path) => [path, tagsOf(html(path))]));
  return { files, pages, html };
}

/** Links of a page to files and ids of the site that are not there, as `page: href`. */
export function brokenLinks({ files, pages }: Site): readonly string[] {
  const ids = new Map(
    [...pages].map(([path, tags]) => [path, new Set(tags.flatMap(({ attributes }) => attributes.id ?? []))]),
  );
  const broken: string[] = [];
  for (const [path, tags] of pages)
    for (const { attributes } of tags)
      for (const href of [attributes.href, attributes.src]) {
        if (href === undefined || /^(?:https?:|mailto:|data:)/.test(href)) continue;
        const [file = '', id = ''] = href.split('#').map(decodeURIComponent);
        const target = file === '' ? path : normalize(join(dirname(path), file));
        const found = files.has(target) && (id === '' || ids.get(target)?.has(id));
        if (!found) broken.push(`${path}: ${href}`);
      }
  return broken;
}
