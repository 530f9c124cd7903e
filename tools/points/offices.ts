/** translations/offices.yml: who has which office, from which month to which. */
import { z } from 'zod';
import { id, login } from '../ledger/schema.ts';
import type { Moment } from '../ledger/types.ts';
import { parseStrictYaml } from '../project/strict-yaml.ts';
import { NAME } from './rules-schema.ts';
import type { Month, Office } from './types.ts';

export const OFFICES_FILE = 'translations/offices.yml';

const month = z
  .string('a month such as 2026-01 expected')
  .regex(/^2\d{3}-(?:0[1-9]|1[0-2])$/, 'a month such as 2026-01 expected');
const office = z
  .string('the name of an office expected')
  .regex(NAME, 'the name of an office expected, such as website');

const schema = z
  .array(
    z.strictObject({ office, id, login, from: month, to: month.optional() }),
    'a list of offices expected, each beginning with "- office:"',
  )
  .default([]);

/**
 * Reads offices.yml. An empty file names nobody.
 *
 * @param file the name that messages bear
 * @throws Failure(2) listing every problem as `file:line:column: what was expected`
 */
export function parseOffices(text: string, file: string = OFFICES_FILE): readonly Office[] {
  const lines: number[] = [];
  const given = parseStrictYaml(schema, text, file, (value, report, lineOf) => {
    const { data = [] } = schema.safeParse(value);
    for (const [at, one] of data.entries()) {
      lines.push(lineOf([at]));
      if (one.to !== undefined && one.to < one.from) report([at, 'to'], `${one.to} is before ${one.from}`);
      const same = data
        .slice(0, at)
        .find((other) => other.id === one.id && other.office === one.office && overlap(one, other));
      if (same) report([at, 'from'], `${one.login} has the office ${one.office} in some of these months already`);
    }
  });
  return given.map(({ to, ...one }, at) => ({ ...one, ...(to !== undefined && { to }), line: lines[at] ?? 1 }));
}

type Span = { readonly from: Month; readonly to?: Month | undefined };

const overlap = (a: Span, b: Span): boolean => a.from <= (b.to ?? '9') && b.from <= (a.to ?? '9');

/** Names of the offices that a person has at a moment. */
export function officesHeld(offices: readonly Office[], person: number, at: Moment): readonly string[] {
  const now = at.slice(0, 7);
  return offices
    .filter(({ id: holder, from, to }) => holder === person && from <= now && (to === undefined || now <= to))
    .map(({ office: name }) => name);
}

/** Months of an office that are over at a moment, in order. */
export function fullMonths({ from, to }: Office, until: Moment): readonly Month[] {
  const months: Month[] = [];
  for (let at = from; (to === undefined || at <= to) && lastMoment(at) <= until; at = following(at)) months.push(at);
  return months;
}

/** `2026-02-28T23:59:59Z`. */
export function lastMoment(at: Month): Moment {
  const [year, number] = numbers(at);
  return `${new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)}T23:59:59Z`;
}

function following(at: Month): Month {
  const [year, number] = numbers(at);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

const numbers = (at: Month): readonly [number, number] => [Number(at.slice(0, 4)), Number(at.slice(5))];
