/**
 * Ledger -> who made which exact text, and when. Pure. A text is a source's key with a target's hash; what was made of an
 * earlier wording of the same paragraph, up to the translation that the present one goes back to, is part of its story.
 *
 * Who wrote what was reversed later has written it all the same: if the text stands, they are its makers. Programs are
 * never named.
 */
import { isBot } from './logins.ts';
import { byEvent } from './order.ts';
import { makersOf } from './reviews.ts';
import type { LedgerFile, Moment, Person, PullRequestRecord, SegmentAction, SegmentRecord } from './types.ts';

export interface Credit {
  /** Never empty; the author of the pull request first. */
  readonly who: readonly Person[];
  readonly at: Moment;
  /** The page that it was made on. */
  readonly page: string;
  /** Name of the record that says so, such as `pr-123`. */
  readonly record: string;
  /** `drafted`: put in as a program's draft that its author did not say they had read. */
  readonly what: SegmentAction | 'drafted';
}

export interface Credits {
  /** Whether the ledger knows anything that was made of the source: spares most callers the hash of a target. */
  has(key: string): boolean;
  /**
   * What made a text, in order of time; empty where the ledger does not know it.
   *
   * @param target hash of the target
   * @param same keys of earlier sources with the same words, under which it may be known
   */
  of(page: string, key: string, target: string, same: readonly string[]): readonly Credit[];
}

/** A segment of a pull request; events count up. */
interface Made {
  readonly event: number;
  readonly name: string;
  readonly record: PullRequestRecord;
  readonly segment: SegmentRecord;
}

export function creditsOf(files: readonly LedgerFile[]): Credits {
  const byKey = new Map<string, Made[]>();
  files.toSorted(byEvent).forEach(({ name, record }, event) => {
    if (record.type !== 'pull-request') return;
    for (const segment of record.segments) {
      const made = { event, name, record, segment };
      const known = byKey.get(segment.key);
      if (known) known.push(made);
      else byKey.set(segment.key, [made]);
    }
  });
  return {
    has: (key) => byKey.has(key),
    of(page, key, target, same) {
      const own = byKey.get(key) ?? [];
      const known = same.length === 0 ? own : inTime([...own, ...same.flatMap((each) => byKey.get(each) ?? [])]);
      return storyOf(known, page, target).flatMap(creditOf);
    },
  };
}

const inTime = (all: readonly Made[]): readonly Made[] => all.toSorted((a, b) => a.event - b.event);

/** Of that page where it was made there, else of the page where it was made first: sync fills in what is known elsewhere. */
function storyOf(known: readonly Made[], page: string, target: string): readonly Made[] {
  const isText = ({ segment }: Made) => segment.target === target;
  const home = known.find((made) => isText(made) && made.segment.page === page) ?? known.find(isText);
  if (!home) return [];
  const here = known.filter(({ segment }) => segment.page === home.segment.page);
  const last = here.findLastIndex(isText);
  const first = here.findLastIndex((made, at) => at <= last && isBeginning(made));
  return here.slice(Math.max(first, 0), last + 1);
}

/** A translation of its own, which owes nothing to what stood there before. */
const isBeginning = ({ segment }: Made): boolean => segment.action === 'translated' && segment.changed === undefined;

function creditOf({ name, record, segment }: Made): readonly Credit[] {
  const makers = makersOf(record, segment);
  const who = [record.author, ...record.coAuthors].filter((person) => makers.includes(person.id) && !isBot(person));
  if (who.length === 0) return [];
  return [
    { who, at: record.mergedAt, page: segment.page, record: name, what: segment.machine ? 'drafted' : segment.action },
  ];
}
