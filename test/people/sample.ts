/** Facts about people for tests, and their pages by path. */
import { personPages } from '../../tools/ledger/person-pages.ts';
import { reviewsOf } from '../../tools/ledger/reviews.ts';
import type { LedgerRecord } from '../../tools/ledger/types.ts';
import { type PeopleFacts, peopleSection, type Surroundings } from '../../tools/people/index.ts';
import { englishPeopleWords } from '../../tools/people/words.ts';
import { fileOf } from '../ledger/records.ts';
import { rules } from '../points/sample.ts';

export function factsOf(records: readonly LedgerRecord[], more: Partial<PeopleFacts> = {}): PeopleFacts {
  const files = records.map(fileOf);
  const { offices = [], reviewers = [] } = more;
  return {
    files,
    pages: personPages(files, [...offices, ...reviewers]),
    reviews: reviewsOf(files),
    rules,
    offices,
    reviewers,
    origins: [],
    ...more,
  };
}

export const around: Surroundings = {
  lang: 'en',
  words: englishPeopleWords,
  manual: (page) =>
    page === 'jars' ? { path: 'docs/3/jars.html', title: { source: 'Jars', target: 'Pots' } } : undefined,
  article: (file) =>
    file === 'docs/blog/lids.md' ? { path: 'blog/lids.html', title: { source: '', target: 'On lids' } } : undefined,
  guide: 'guide/translators.html',
  rules: 'guide/points.html',
};

/** HTML by site path. */
export function pagesOf(facts: PeopleFacts, surroundings: Surroundings = around): ReadonlyMap<string, string> {
  return new Map(peopleSection(facts, surroundings).pages.map(({ path, html }) => [path, html()]));
}

/** What a reader sees, with a space between pieces. */
export const seen = (html: string | undefined): string =>
  (html ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

/** Cells of a table's rows. */
export function rowsOf(html: string | undefined, className: string): readonly (readonly string[])[] {
  const table = new RegExp(`<table class="${className}">(.*?)</table>`, 's').exec(html ?? '')?.[1] ?? '';
  return [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) =>
      seen(cell.replace(/<svg.*?<\/svg>/gs, '')),
    ),
  );
}
