/** The pages of progress: all versions, and one version with its parts and their pages. */
import { escapeHtml, tag } from '../render/html.ts';
import type { Counts } from '../status/types.ts';
import { bothTitles, day, number, percent, say } from './html.ts';
import { countTable, legend } from './tables.ts';
import type { PartFacts, VersionFacts } from './types.ts';
import type { Surroundings } from './words.ts';

/** Finished HTML that other files make, in the order in which it stands on the page. */
export interface MoreSections {
  readonly sections: readonly string[];
}

export function progressIndex(versions: readonly VersionFacts[], more: MoreSections, around: Surroundings): string {
  const { progress } = around;
  const rows = versions.map(({ version, release, words }) => ({
    head: `${link(`${version}.html`, say(progress.of, { release }))} <small>${shareOf(words, around)}</small>`,
    words,
  }));
  return tag(
    'div',
    { class: 'progress' },
    `<h1>${escapeHtml(progress.title)}</h1><p class="lead">${escapeHtml(progress.lead)}</p>` +
      countTable({ label: progress.versions, first: progress.version, rows, bars: true }, around) +
      legend(around) +
      more.sections.join('') +
      `<p class="ways">${link('../work/index.html', escapeHtml(progress.todo))}${link('progress.json', escapeHtml(progress.data))}</p>`,
  );
}

export function versionProgress(facts: VersionFacts, more: MoreSections, around: Surroundings): string {
  const { progress, lang } = around;
  const { version, release, date, words, parts, notes } = facts;
  const all = notes.pages.length > 0 ? [...parts, notes] : parts;
  const whole = { head: `<b>${escapeHtml(progress.whole)}</b> <small>${shareOf(words, around)}</small>`, words };
  const rows = all.map((part) => ({ head: link(`#${part.id}`, titleOf(part, around)), words: part.words }));
  const released =
    date === undefined ? '' : ` <small>${escapeHtml(progress.released).replace('{date}', day(date))}</small>`;
  return tag(
    'div',
    { class: 'progress' },
    `<h1>${say(progress.titleOf, { release })}</h1><p class="lead">${escapeHtml(progress.leadOf)}${released}</p>` +
      countTable({ label: progress.parts, first: progress.part, rows: [whole, ...rows], bars: true }, around) +
      legend(around) +
      `<h2>${escapeHtml(progress.pages)}</h2>` +
      all.map((part) => partDetails(version, part, around)).join('') +
      more.sections.join('') +
      `<p class="ways">${link(`../work/${version}.html`, escapeHtml(progress.todo))}${link('index.html', escapeHtml(progress.allVersions))}${link(`${version}.json`, escapeHtml(progress.data))}</p>`,
  );

  function partDetails(name: string, part: PartFacts, { progress: words }: Surroundings): string {
    const table = countTable(
      {
        label: nameOf(part, around),
        first: words.page,
        bars: false,
        rows: part.pages.map((page) => ({
          head: bothTitles(page.title, lang, `../docs/${name}/${page.name}.html`),
          words: page.words,
        })),
      },
      around,
    );
    const count = say(words.pagesOfPart, { n: number(part.pages.length, lang) });
    return `<details id="${escapeHtml(part.id)}"><summary>${titleOf(part, around)} <small>${count}</small></summary>${table}</details>`;
  }
}

/** A part's name in the language of the site; the English of a part that has no translated title. */
export function titleOf({ id, title }: Pick<PartFacts, 'id' | 'title'>, { progress, lang }: Surroundings): string {
  if (title === undefined) return escapeHtml(id === 'front' ? progress.front : progress.notes);
  return title.target === undefined
    ? tag('span', { lang: 'en' }, escapeHtml(title.source))
    : tag('span', { lang }, escapeHtml(title.target));
}

/** The same as plain text. */
export function nameOf({ id, title }: Pick<PartFacts, 'id' | 'title'>, { progress }: Surroundings): string {
  return title === undefined ? (id === 'front' ? progress.front : progress.notes) : (title.target ?? title.source);
}

/** A program's draft is no translation until somebody has read it, and a stale one is none of this English. */
export function translatedWords({ translated, reviewed }: Counts): number {
  return translated + reviewed;
}

function shareOf(words: Counts, { progress }: Surroundings): string {
  const share = String(percent(translatedWords(words), words.total));
  return say(progress.share, { share, reviewed: String(percent(words.reviewed, words.total)) });
}

const link = (href: string, html: string): string => tag('a', { href }, html);
