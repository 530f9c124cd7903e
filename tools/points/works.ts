/** What earns an award of its own, not by words: content beside the manual, proved replacements, awards, offices. */
import { isBot } from '../ledger/logins.ts';
import type { AdjustRecord, ContentRecord, PullRequestRecord } from '../ledger/types.ts';
import { part, shown, shownFraction, UNIT } from './amounts.ts';
import type { Claim } from './claims.ts';
import { fullMonths } from './offices.ts';
import { authorsOf, compare, type Maker, reviewersOf, sharesOf } from './people.ts';
import type { ContentRule, FlatRule, Hundredths, Month, Office, Rules } from './types.ts';

/** Content and replacements, record by record in order of time: each path, and each pair of words, is paid once. */
export class Works {
  /** Who was paid for a path, and how much. */
  private readonly paid = new Map<string, { readonly makers: readonly Maker[]; points: Hundredths }>();
  private readonly replaced = new Set<string>();

  constructor(private readonly rules: Rules) {}

  claims(record: PullRequestRecord): readonly Claim[] {
    const content = record.content.toSorted((a, b) => compare(a.path, b.path));
    return [...content.flatMap((each) => this.ofContent(record, each)), ...this.ofReplacement(record)];
  }

  private ofContent(record: PullRequestRecord, content: ContentRecord): readonly Claim[] {
    const { path, kind, words, chosen } = content;
    const rule = this.rules.content.get(kind);
    if (!rule) return [];
    const worth = chosen ? (rule.chosen ?? rule.points) : rule.points;
    const known = this.paid.get(path);
    const own = makersOfAll(record);
    const makers = known?.makers ?? own;
    if (known && known.points >= worth) return contentClaims(path, own, 0, 'it was paid before: nothing');
    if (!known && words < rule.atLeastWords)
      return contentClaims(path, makers, 0, `${kind} of fewer than ${rule.atLeastWords} words: nothing`);
    const before = known?.points ?? 0;
    this.paid.set(path, { makers, points: worth });
    return contentClaims(path, makers, worth - before, toldContent(content, rule, before));
  }

  /** One award instead of the texts; going back to the old words is none. */
  private ofReplacement(record: PullRequestRecord): readonly Claim[] {
    const { replacement: rule, reviews } = this.rules;
    const { replacement } = record;
    if (!rule || !replacement) return [];
    const makers = makersOfAll(record);
    const what = 'replacement';
    const nothing = (how: string): Claim[] => makers.map(({ id }) => ({ person: id, kind: what, what, units: 0, how }));
    const pair = JSON.stringify([replacement.old, replacement.new].toSorted());
    if (replacement.places < rule.atLeastPlaces) return nothing(`fewer than ${rule.atLeastPlaces} places: nothing`);
    if (this.replaced.has(pair)) return nothing('these words were replaced before: nothing');
    this.replaced.add(pair);
    const units = rule.points * UNIT;
    const told = `${shown(rule.points)} for ${replacement.places} places`;
    const made = flatClaims(what, what, makers, units, told);
    if (!reviews) return made;
    const makerIds = new Set(makers.map(({ id }) => id));
    let left = part(units, reviews.allReviewers);
    const reviewed = reviewersOf(record, ({ id }) => !makerIds.has(id)).map(({ who }): Claim => {
      const share = Math.min(part(units, reviews.share), left);
      left -= share;
      const how =
        share === 0 ? 'enough others had reviewed it: nothing' : `${told} x ${shownFraction(...reviews.share)}`;
      return { person: who.id, kind: 'reviewed', what, units: share, how };
    });
    return [...made, ...reviewed];
  }
}

const makersOfAll = (record: PullRequestRecord): readonly Maker[] =>
  authorsOf(record).map(({ id, login }) => ({ id, login, weight: 100 }));

function toldContent({ kind, chosen }: ContentRecord, rule: ContentRule, before: Hundredths): string {
  const points = chosen ? (rule.chosen ?? rule.points) : rule.points;
  const named = chosen ? `${kind}, chosen` : kind;
  return `${shown(points)} (${named})${before === 0 ? '' : `, less ${shown(before)} paid before`}`;
}

const contentClaims = (path: string, makers: readonly Maker[], points: Hundredths, how: string): readonly Claim[] =>
  flatClaims('content', path, makers, points * UNIT, how);

function flatClaims(
  kind: 'content' | 'replacement',
  what: string,
  makers: readonly Maker[],
  units: number,
  how: string,
): readonly Claim[] {
  return sharesOf(makers, units).map((share) => {
    const told = units === 0 ? how : `${how}${share.told}`;
    return { person: share.person, kind, what, units: share.units, how: told };
  });
}

/** What an adjustment gives or takes back. Nobody gives to themselves, and no kind that the rules do not name counts. */
export function awardClaims({ award, by, reason }: AdjustRecord, rules: Rules): readonly Claim[] {
  const rule = award && rules.awards.get(award.kind);
  if (!award || !rule || isBot(award.to) || award.to.id === by.id) return [];
  const { to, kind, count } = award;
  const how = `${count} x ${shown(rule.points)}: ${reason}`;
  return [{ person: to.id, kind: 'award', what: kind, units: count * rule.points * UNIT, how }];
}

/** Full months of an office until a moment, by year. */
export function dutyClaims(office: Office, rule: FlatRule, until: string): ReadonlyMap<string, readonly Claim[]> {
  const years = new Map<string, Claim[]>();
  if (isBot(office)) return years;
  for (const month of fullMonths(office, until)) {
    const claims = years.get(month.slice(0, 4)) ?? [];
    claims.push(monthClaim(office, rule, month));
    years.set(month.slice(0, 4), claims);
  }
  return years;
}

function monthClaim({ id, office }: Office, rule: FlatRule, month: Month): Claim {
  const how = `${shown(rule.points)} a month (${office})`;
  return { person: id, kind: 'office', what: month, units: rule.points * UNIT, how };
}
