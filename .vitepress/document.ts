/** One HTML document: the head of a page, the shell of its section, and the page's HTML in the slot. */
import type { Bundle, Bundles } from './bundles.ts';
import { escapeHtml } from './escape.ts';
import { headOf } from './head.ts';
import { rootOf } from './paths.ts';
import { type Shell, sectionOf } from './shell.ts';
import { slot } from './slot.ts';
import type { SiteOptions, SitePage } from './types.ts';
import type { Words } from './words.ts';

/**
 * Runs before the first paint: the reader's modes must not flicker in. Names are shared with theme/client. The page's
 * language is that of the reading mode: English, in which a manual page is written, unless its target is shown. A page that
 * opens at its top may be laid out bit by bit (`lazy`, see theme/css/docbook.css); one that opens at a place further down, by its
 * address or because the reader comes back to it, has to know where everything stands.
 */
const modes =
  '(d=>{d.classList.add("js");try{let r=localStorage.getItem("pgdoc-reading"),t=localStorage.getItem("pgdoc-theme");' +
  'if(localStorage.getItem("pgdoc-pairs")=="under")d.dataset.pairs="under";' +
  'if(/^(target|both|source)$/.test(r))d.dataset.reading=r;if(/^(dark|light)$/.test(t))d.dataset.theme=t}catch{}' +
  'let l=d.dataset.target;if(l)d.lang=d.dataset.reading=="source"?"en":l;' +
  'let n=performance.getEntriesByType("navigation")[0];' +
  'if(n&&n.type=="navigate"&&!n.name.includes("#"))d.classList.add("lazy")})' +
  '(document.documentElement)';

const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#336791"/>' +
      '<path d="M4 5h8M4 8h8M4 11h5" stroke="#fff" stroke-width="1.5"/></svg>',
  );

/** What of a site's options its documents depend on. */
export type DocumentOptions = Pick<SiteOptions, 'title' | 'base' | 'origin' | 'versions' | 'card' | 'feeds'>;

export function renderDocument(page: SitePage, shell: Shell, options: DocumentOptions, words: Words): string {
  const root = rootOf(page, options.base);
  // Vue marks its fragments by comments, which only its own client would need.
  const rendered = shell.layouts[sectionOf(page.path)] ?? shell.layouts[''] ?? '';
  const layout = rendered.replaceAll('"@/', `"${root}`).replace(/<!--[[\]]?-->/g, '');
  const [before, after] = layout.split(slot);
  if (before === undefined || after === undefined) throw new Error('The layout has no slot for the page');
  const version = page.version ?? options.versions.find((one) => one.current)?.name ?? options.versions[0]?.name;
  const attributes = {
    // Targets and all that is ours bear their language themselves.
    lang: page.kind === 'manual' ? 'en' : page.lang,
    'data-target': page.kind === 'manual' ? page.lang : undefined,
    'data-kind': page.kind,
    'data-reading': 'both',
    'data-search': version === undefined ? undefined : `${root}docs/${version}/`,
    'data-version': version,
  };
  return [
    '<!DOCTYPE html>',
    `<html${renderAttributes(attributes)}>`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title lang="${escapeHtml(page.lang)}">${escapeHtml(titleOf(page, options.title))}</title>`,
    ...headOf(page, options, root),
    `<script>${modes}</script>`,
    `<style>${wordVariables(words)}</style>`,
    `<link rel="stylesheet" href="${root}assets/${shell.css}">`,
    `<link rel="icon" href="${icon}">`,
    `<script defer src="${root}assets/${shell.js}" data-search="${shell.bundles.search.js}"></script>`,
    ...bundlesOf(page).flatMap((name) => bundleTags(shell.bundles[name], root)),
    '</head>',
    `<body>${before}${contentOf(page)}${after}</body>`,
    '</html>',
    '',
  ].join('\n');
}

/** The index of the book has its own; the manual's other pages need none. */
function bundlesOf({ kind, path }: SitePage): readonly (keyof Bundles)[] {
  if (kind !== 'manual') return ['sections'];
  return path.endsWith('/bookindex') ? ['bookindex'] : [];
}

function bundleTags({ css, js }: Bundle, root: string): string[] {
  return [
    css === '' ? '' : `<link rel="stylesheet" href="${root}assets/${css}">`,
    js === '' ? '' : `<script defer src="${root}assets/${js}"></script>`,
  ].filter(Boolean);
}

function titleOf(page: SitePage, site: string): string {
  return page.kind === 'home' || page.title === site ? page.title : `${page.title} · ${site}`;
}

/** The manual's HTML brings its own `main`, beside the sidebar; other pages are one column, and say what section they are of. */
function contentOf(page: SitePage): string {
  const search = page.searchable ? ' data-pagefind-body' : '';
  if (page.kind === 'manual') return `<div id="content"${search}>${page.html()}</div>`;
  const section = sectionOf(page.path);
  const named = section === '' ? '' : ` data-section="${escapeHtml(section)}"`;
  return `<main id="content" class="page ${page.kind}"${named}${search}>${page.html()}</main>`;
}

/** The three marks of a paragraph are drawn by the style sheet, which takes the words from here. */
function wordVariables(words: Words): string {
  const variables = (['machine', 'stale', 'untranslated'] as const).map(
    (key) =>
      `--word-${key}:"${words[key].replace(/[^\p{L}\p{N} ]/gu, (char) => `\\${char.codePointAt(0)?.toString(16)} `)}"`,
  );
  return `:root{${variables.join(';')}}`;
}

function renderAttributes(attributes: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`))
    .join('');
}
