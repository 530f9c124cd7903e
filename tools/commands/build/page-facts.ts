/** What the ledger and the catalog know of a page's paragraphs, put as the page tells it. */
import type { Entry } from '../../catalog/types.ts';
import { type Credits, creditsOf } from '../../ledger/credits.ts';
import type { PersonPages } from '../../ledger/person-pages.ts';
import type { Reviews } from '../../ledger/reviews.ts';
import type { LedgerFile, LedgerRecord, Person } from '../../ledger/types.ts';
import type { Deed, DeedKind } from '../../render/deeds.ts';
import type { ParagraphFacts } from '../../render/paragraph-facts.ts';
import { type PagePeople, pagePeople } from '../../render/people.ts';
import { plainText } from '../../segment/inline.ts';
import { readMarkdown } from '../../segment/read.ts';
import { hashOf, statusOf } from '../../status/status-of.ts';
import { englishDiff } from '../english-diff.ts';
import type { PageOutline } from '../outline.ts';

/** What the ledger says of texts: who made them, and who approved them. */
export interface LedgerFacts {
  readonly reviews: Reviews;
  readonly credits: Credits;
  readonly records: ReadonlyMap<string, LedgerRecord>;
  readonly people: PersonPages;
}

export interface PageFacts {
  readonly byKey: ReadonlyMap<string, ParagraphFacts>;
  readonly people: PagePeople;
}

export function ledgerFacts(files: readonly LedgerFile[], reviews: Reviews, people: PersonPages): LedgerFacts {
  const records = new Map(files.map(({ name, record }) => [name, record]));
  return { reviews, credits: creditsOf(files), records, people };
}

export function pageFacts(
  { name, texts: sources }: PageOutline,
  entries: ReadonlyMap<string, Entry>,
  ledger: LedgerFacts,
): PageFacts {
  const byKey = new Map<string, ParagraphFacts>();
  const texts: { words: number; deeds: readonly Deed[] }[] = [];
  for (const { key, words, group } of sources) {
    const entry = entries.get(key);
    if (!entry) continue;
    const facts = entryFacts(name, entry, ledger);
    byKey.set(key, facts);
    if (group !== 'index' && facts.deeds.length > 0) texts.push({ words, deeds: facts.deeds });
  }
  return { byKey, people: pagePeople(texts) };
}

function entryFacts(page: string, entry: Entry, ledger: LedgerFacts): ParagraphFacts {
  const { line, target, stale, key, same = [] } = entry;
  if (target === '') return { line, deeds: [] };
  // A stale text was made, and perhaps approved, under the English that it was made for.
  if (stale && statusOf(page, entry, ledger.reviews) === 'stale')
    return {
      line,
      deeds: deedsOf(page, stale.was, [], entry, ledger),
      change: { quote: quoteOf(target), pieces: changeOf(stale.oldSource, entry.source) },
    };
  return { line, deeds: deedsOf(page, key, same, entry, ledger) };
}

function deedsOf(
  page: string,
  key: string,
  same: readonly string[],
  entry: Entry,
  { reviews, credits, records, people }: LedgerFacts,
): readonly Deed[] {
  const knows = [key, ...same].some((each) => credits.has(each) || reviews.has(each));
  if (!knows) return [];
  const hash = hashOf(entry);
  const deed = (what: DeedKind, who: readonly Person[], at: string, name: string, on: string): Deed[] => {
    const record = records.get(name);
    const named = who.flatMap(({ id }) => people.get(id) ?? []).map(({ login, path }) => ({ login, path }));
    if (!record || record.type === 'adjust' || named.length === 0) return [];
    const number = record.type === 'pull-request' ? record.number : undefined;
    const elsewhere = on === page ? {} : ({ elsewhere: true } as const);
    return [{ what, people: named, ...elsewhere, record: { url: record.url, number }, day: at.slice(0, 10) }];
  };
  return [
    ...credits.of(page, key, hash, same).flatMap((made) => deed(made.what, made.who, made.at, made.record, made.page)),
    ...reviews.allOf(page, key, hash, same).flatMap((by) => deed('reviewed', [by.who], by.at, by.record, by.page)),
  ];
}

/** Word by word of what a reader sees; if only links or code marks have changed, of the notation. */
function changeOf(before: string, after: string) {
  const [old, now] = [before, after].map(textOf) as [string, string];
  return old === now ? englishDiff(before, after) : englishDiff(old, now);
}

const textOf = (markdown: string): string => plainText(readMarkdown(markdown).inlines);

const QUOTE_LENGTH = 40;

function quoteOf(target: string): string {
  const text = Array.from(textOf(target).replace(/\s+/g, ' ').trim());
  return text.length <= QUOTE_LENGTH ? text.join('') : `${text.slice(0, QUOTE_LENGTH).join('').trimEnd()}…`;
}
