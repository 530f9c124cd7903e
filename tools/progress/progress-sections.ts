/** What the pages of progress show below their tables: what has waited longest, what upstream changed, badges. */
import { escapeHtml, tag } from '../render/html.ts';
import { plainText } from '../segment/inline.ts';
import { readMarkdown } from '../segment/read.ts';
import { bothTitles, day, isoDay, number, say, sayAround, scrolling } from './html.ts';
import type { WaitingText } from './oldest.ts';
import type { PageFacts, VersionFacts } from './types.ts';
import type { ChangedPage, PinChange } from './upstream-changes.ts';
import type { Surroundings } from './words.ts';

const LONGEST_EXCERPT = 110;
const MOST_PAGES = 30;

export function oldestSection(
  title: string,
  texts: readonly WaitingText[],
  version: string,
  { progress, lang }: Surroundings,
): string {
  if (texts.length === 0) return '';
  const heads = [progress.oldestSince, progress.paragraph, progress.page].map((head) =>
    tag('th', { scope: 'col' }, escapeHtml(head)),
  );
  const rows = texts.map(({ page, entry, since, anchor }) => {
    const href = `../docs/${version}/${page.name}.html${anchor === undefined ? '' : `#${anchor}`}`;
    const text = tag('a', { href, lang: 'en', 'data-paragraph': entry.key }, escapeHtml(excerpt(entry.source)));
    return `<tr><td>${day(isoDay(since))}</td><th scope="row">${text}</th><td>${bothTitles(page.title, lang)}</td></tr>`;
  });
  const table = `<table class="list"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<h2>${escapeHtml(title)}</h2>${scrolling(title, table)}`;
}

function excerpt(source: string): string {
  const text = Array.from(plainText(readMarkdown(source).inlines));
  return text.length <= LONGEST_EXCERPT ? text.join('') : `${text.slice(0, LONGEST_EXCERPT).join('').trimEnd()}…`;
}

export function upstreamSection(
  change: (PinChange & { readonly pages: readonly ChangedPage[] }) | undefined,
  pages: ReadonlyMap<string, PageFacts>,
  { progress, lang }: Surroundings,
): string {
  if (!change) return '';
  const { release, from, at, version } = change;
  const head = `<h2>${escapeHtml(progress.upstream)}</h2>`;
  const date = day(isoDay(at));
  if (from === undefined)
    return `${head}<p>${sayAround(progress.upstreamFirst, { release: escapeHtml(release), day: date })}</p>`;
  const paragraphs = change.pages.reduce((sum, page) => sum + page.paragraphs, 0);
  const sentence = sayAround(progress.upstreamLast, {
    release: escapeHtml(release),
    from: escapeHtml(from),
    day: date,
    paragraphs: number(paragraphs, lang),
    pages: number(change.pages.length, lang),
  });
  const rows = change.pages.slice(0, MOST_PAGES).map(({ page, paragraphs: n }) => {
    const title = pages.get(page)?.title ?? { source: page };
    return `<tr><th scope="row">${bothTitles(title, lang, `../docs/${version}/${page}.html`)}</th><td>${number(n, lang)}</td></tr>`;
  });
  const heads = [progress.page, progress.changedParagraphs].map((word) =>
    tag('th', { scope: 'col' }, escapeHtml(word)),
  );
  const table = `<table class="counts"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const left = change.pages.length - rows.length;
  const more = left > 0 ? `<p>${say(progress.upstreamMore, { n: number(left, lang) })}</p>` : '';
  return `${head}<p>${sentence}</p>${rows.length === 0 ? '' : scrolling(progress.upstream, table)}${more}`;
}

/** @param site the site's address, with a final slash */
export function badgesSection({ version, release }: VersionFacts, site: string, { progress }: Surroundings): string {
  const one = (file: string, word: string) => {
    const alt = `PostgreSQL ${release}: ${word}`;
    const code = `[![${alt}](${site}badges/${file}.svg)](${site}progress/${version}.html)`;
    return `<p><img src="../badges/${file}.svg" alt="${escapeHtml(alt)}" height="20"></p><pre tabindex="0"><code>${escapeHtml(code)}</code></pre>`;
  };
  return (
    `<h2>${escapeHtml(progress.badges)}</h2><p>${escapeHtml(progress.badgesLead)}</p>` +
    one(version, progress.badgeTranslated) +
    one(`${version}-reviewed`, progress.badgeReviewed)
  );
}
