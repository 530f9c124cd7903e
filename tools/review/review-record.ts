/**
 * A comment `/reviewed` or `/accept` with the catalogs that it speaks of -> its record, or why there is none, in words.
 * All that is named by hand has to be right, else nothing is recorded. Pure.
 */
import { entriesByKey } from '../catalog/entries.ts';
import { entryStatus } from '../catalog/entry-status.ts';
import { parseCatalog } from '../catalog/parse.ts';
import type { Entry } from '../catalog/types.ts';
import { nearest } from '../check/nearest.ts';
import { entitlement, type Reviewer } from '../ledger/reviewers.ts';
import type { Reviews } from '../ledger/reviews.ts';
import type { CommitId, ReviewRecord } from '../ledger/types.ts';
import { targetHash } from '../segment/key.ts';
import { countWords } from '../segment/words.ts';
import { isBot } from './attribution-people.ts';
import { catalogAt } from './changes-pages.ts';
import type { Answer } from './command-words.ts';
import type { CommentFacts } from './types.ts';

/** One page of a command, with its catalog. */
export interface ReviewedPage {
  readonly page: string;
  /** Its catalog at the commit; undefined when it has none there. */
  readonly file: { readonly path: string; readonly text: string } | undefined;
  /** Of a page that has none: the one that was probably meant. */
  readonly near?: string | undefined;
  /** The texts named; undefined for all of the page. */
  readonly keys: readonly string[] | undefined;
  readonly except: readonly string[];
}

export interface ReviewRequest {
  /**
   * `reviewed` approves translations and drafts as they are; `accept` says of stale ones, by their keys, that they are
   * right for the new English, and its catalogs are those before the flags are lifted.
   */
  readonly kind: 'reviewed' | 'accept';
  readonly comment: Pick<CommentFacts, 'id' | 'url' | 'at' | 'author'>;
  /** main's commit whose texts are approved. */
  readonly commit: CommitId;
  readonly pages: readonly ReviewedPage[];
  /** As on main when the comment was written. */
  readonly reviewers: readonly Reviewer[];
  /** The ledger, as it is known: nobody reviews what they wrote. */
  readonly reviews: Pick<Reviews, 'wrote'>;
}

export interface ReviewAnswer {
  /** Undefined when anything is refused, or nothing is left to be recorded. */
  readonly record: ReviewRecord | undefined;
  /** Why nothing is done; empty when the command is carried out. */
  readonly refusals: readonly Answer[];
  /** Texts of the pages, as `page:key`, that are not recorded because the reviewer wrote them. */
  readonly own: readonly string[];
}

type Row = ReviewRecord['segments'][number];

export function reviewRecord(request: ReviewRequest): ReviewAnswer {
  const { comment, commit, pages, reviewers } = request;
  const who = comment.author;
  const refuse = (...refusals: Answer[]): ReviewAnswer => ({ record: undefined, refusals, own: [] });
  if (!who || isBot(who)) return refuse({ name: 'nobody' });
  const refusals: Answer[] = [];
  const rows = new Map<string, Row>();
  const own = new Set<string>();
  const entitled = new Set<string>();
  for (const asked of pages) {
    const { page, file } = asked;
    const folder = file && catalogAt(file.path)?.folder;
    if (!file || folder === undefined) {
      refusals.push(noPage(asked));
      continue;
    }
    const by = entitlement(reviewers, who.id, folder);
    if (by === undefined) {
      refusals.push({ name: 'not-reviewer', values: { folder, page } });
      continue;
    }
    entitled.add(by);
    const entries = entriesByKey(parseCatalog(file.text, file.path, page).catalog);
    const chosen = choose(asked, entries, request.kind);
    refusals.push(...chosen.refusals);
    for (const entry of chosen.entries) {
      const name = `${page}:${entry.key}`;
      const target = targetHash(entry.target);
      if (request.reviews.wrote(who.id, page, entry.key, target, forerunners(entry))) own.add(name);
      else rows.set(name, { page, key: entry.key, target, words: countWords(entry.source) });
    }
  }
  const [entitledBy, ...others] = entitled;
  if (others.length > 0) refusals.push({ name: 'several-folders', values: { folders: [...entitled] } });
  if (refusals.length === 0 && rows.size === 0 && own.size === 0) refusals.push({ name: 'nothing-there' });
  if (refusals.length === 0 && rows.size === 0 && request.kind === 'reviewed') refusals.push({ name: 'all-own' });
  if (refusals.length > 0) return refuse(...refusals);
  const segments = [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const { id, url, at } = comment;
  const reviewer = { login: who.login, id: who.id };
  const record: ReviewRecord | undefined =
    segments.length > 0 && entitledBy !== undefined
      ? { type: 'review', comment: id, url, at, reviewer, entitledBy, commit, segments }
      : undefined;
  return { record, refusals: [], own: [...own].sort() };
}

/** Keys of sources that the target was made for. */
const forerunners = ({ same = [], stale }: Entry): readonly string[] => (stale ? [...same, stale.was] : same);

function choose(
  { page, keys, except }: ReviewedPage,
  entries: ReadonlyMap<string, Entry>,
  kind: ReviewRequest['kind'],
): { readonly entries: readonly Entry[]; readonly refusals: readonly Answer[] } {
  const unknown = [...(keys ?? []), ...except].filter((key) => !entries.has(key));
  const refusals = [...new Set(unknown)].map((key) => noKey(page, key, entries));
  const wanted = [...(keys ? new Set(keys) : entries.keys())].filter((key) => !except.includes(key));
  const chosen = wanted.flatMap((key): Entry[] => {
    const entry = entries.get(key);
    if (!entry) return [];
    const status = entryStatus(entry);
    const fits = kind === 'accept' ? status === 'stale' : status === 'translated' || status === 'machine';
    if (!fits && keys) refusals.push({ name: `is-${status}`, values: { page, key } });
    return fits ? [entry] : [];
  });
  return { entries: chosen, refusals };
}

function noPage({ page, near }: ReviewedPage): Answer {
  return near === undefined ? { name: 'no-page', values: { page } } : { name: 'no-page-near', values: { page, near } };
}

function noKey(page: string, key: string, entries: ReadonlyMap<string, Entry>): Answer {
  const near = nearest(key, entries.keys());
  return near === undefined
    ? { name: 'no-key', values: { page, key } }
    : { name: 'no-key-near', values: { page, key, near } };
}
