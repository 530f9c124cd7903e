/** The pages a site has even when its workspace wrote none: the start page and "not found". */
import { escapeHtml } from './escape.ts';
import type { SiteOptions, SitePage } from './types.ts';
import { fill, siteWords, type Words } from './words.ts';

/** What of a site's options the start page and the 404 page depend on. */
export type BuiltInOptions = Pick<SiteOptions, 'title' | 'lang' | 'base' | 'versions' | 'words'>;

export function builtInPages(options: BuiltInOptions): SitePage[] {
  const words = siteWords(options.words);
  const common = { lang: options.lang, searchable: false } as const;
  return [
    {
      ...common,
      path: 'index',
      kind: 'home',
      title: options.title,
      description: words.homeLead,
      html: () => homeHtml(options, words),
    },
    { ...common, path: '404', kind: 'notfound', title: words.notFoundTitle, html: () => notFoundHtml(options, words) },
  ];
}

function homeHtml(options: BuiltInOptions, words: Words): string {
  const current = currentVersion(options);
  const others = options.versions.filter((version) => version.name !== current);
  const points = [
    [words.homeBoth, words.homeBothText],
    [words.homePaths, words.homePathsText],
    [words.homeStatus, words.homeStatusText],
  ] as const;
  return [
    `<div class="hero"><h1>${escapeHtml(options.title)}</h1><p class="lead">${escapeHtml(words.homeLead)}</p>`,
    current === undefined
      ? ''
      : `<p><a class="button" href="docs/${current}/index.html">${escapeHtml(fill(words.homeRead, { version: current }))}</a></p>`,
    others.length === 0
      ? ''
      : `<p class="others">${escapeHtml(words.homeVersions)}${others.map(versionLink).join('')}</p>`,
    `</div><section class="points" aria-label="${escapeHtml(words.homeHow)}">`,
    ...points.map(([title, text]) => `<div><h2>${escapeHtml(title)}</h2><p>${escapeHtml(text)}</p></div>`),
    '</section>',
  ].join('');
}

function versionLink(version: { readonly name: string }): string {
  return ` <a href="docs/${version.name}/index.html">${escapeHtml(version.name)}</a>`;
}

/** Shown at any address, so its links start at the base. */
function notFoundHtml(options: BuiltInOptions, words: Words): string {
  const current = currentVersion(options);
  const manual =
    current === undefined
      ? ''
      : ` <a href="${options.base}docs/${current}/index.html">${escapeHtml(fill(words.notFoundManual, { version: current }))}</a>`;
  return (
    `<h1>${escapeHtml(words.notFoundTitle)}</h1><p>${escapeHtml(words.notFoundText)}</p>` +
    `<div class="lost" data-base="${escapeHtml(options.base)}" data-search="${escapeHtml(words.notFoundSearch)}" hidden>` +
    `<p>${escapeHtml(words.notFoundMaybe)}</p><ul class="chips"></ul></div>` +
    `<p class="ways"><a href="${options.base}">${escapeHtml(words.notFoundHome)}</a>${manual}</p>`
  );
}

function currentVersion(options: BuiltInOptions): string | undefined {
  return (options.versions.find((version) => version.current) ?? options.versions[0])?.name;
}
