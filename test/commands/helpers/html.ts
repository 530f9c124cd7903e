/** Looks at built pages as a browser would find them: tags with their attributes; nothing inside scripts or styles. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listOf } from './folder.ts';

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

/** Whether a file of the site is a page of the manual, not one that says where else to look for it. */
export const isManualPage = (file: string): boolean => readFileSync(file, 'utf8').includes('<article data-page=');

export interface Site {
  /** Paths of all files. */
  readonly files: ReadonlySet<string>;
  /** Tags of every page, by its path. */
  readonly pages: ReadonlyMap<string, readonly Tag[]>;
  html(path: string): string;
}

export function readSite(folder: string): Site {
  const files = new Set(listOf(folder));
  const html = (path: string) => readFileSync(join(folder, path), 'utf8');
  const pages = new Map([...files].filter((path) => path.endsWith('.html')).map((path) => [path, tagsOf(html(path))]));
  return { files, pages, html };
}
