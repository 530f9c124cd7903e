/**
 * Follows the links of a built site, from file to file and to their ids. Made for thousands of pages: each is read
 * once, by a linear scan, and only its ids and links are kept.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { listOf } from './folder.ts';
import { unescapeHtml } from './html.ts';

export interface Links {
  /** How many pages and different links of a page were looked at. */
  readonly pages: number;
  readonly links: number;
  /** Links to files and ids of the site that are not there, as `page: href`. */
  readonly broken: readonly string[];
  /** Ids that stand more than once on a page, as `page#id`. */
  readonly repeated: readonly string[];
}

/** @param folder the site; links that begin with `/` are taken from it */
export function checkLinks(folder: string): Links {
  const files = listOf(folder);
  const pages = new Map(
    files
      .filter((path) => path.endsWith('.html'))
      .map((path) => [path, scan(readFileSync(join(folder, path), 'utf8'))]),
  );
  const there = new Set(files);
  const broken: string[] = [];
  let links = 0;
  for (const [path, { hrefs }] of pages)
    for (const href of hrefs) {
      if (/^[a-z][a-z\d+.-]*:/i.test(href)) continue;
      links += 1;
      const [file = '', id = ''] = href.split('#').map(decodeURIComponent);
      const target = file === '' ? path : normalize(file.startsWith('/') ? file.slice(1) : join(dirname(path), file));
      const found = target === '.' ? 'index.html' : target;
      if (!there.has(found) || (id !== '' && !pages.get(found)?.ids.has(id))) broken.push(`${path}: ${href}`);
    }
  const repeated = [...pages].flatMap(([path, page]) => page.repeated.map((id) => `${path}#${id}`));
  return { pages: pages.size, links, broken, repeated };
}

interface Scanned {
  readonly ids: ReadonlySet<string>;
  readonly repeated: readonly string[];
  readonly hrefs: ReadonlySet<string>;
}

/** A comment, a script or a style as a whole, or an opening tag with its attributes. */
const PIECE = /<(?:!--[\s\S]*?-->|(script|style)\b([^>]*)>[\s\S]*?<\/\1>|[a-z][\w-]*((?:[^>"]|"[^"]*")*)>)/g;
const ATTRIBUTE = /\s(id|href|src)="([^"]*)"/g;

function scan(html: string): Scanned {
  const ids = new Set<string>();
  const repeated: string[] = [];
  const hrefs = new Set<string>();
  for (const [, , ofScript, ofTag] of html.matchAll(PIECE))
    for (const [, name, written = ''] of (ofTag ?? ofScript ?? '').matchAll(ATTRIBUTE)) {
      const value = unescapeHtml(written);
      if (name !== 'id') hrefs.add(value);
      else if (ids.has(value)) repeated.push(value);
      else ids.add(value);
    }
  return { ids, repeated, hrefs };
}
