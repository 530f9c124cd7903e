/** Reads what people type after a command. */
import { isAbsolute, relative, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';

/** `18=REL_18_STABLE`, added to those before it. */
export function versionRef(value: string, all: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  const [, name, ref] = /^([^=\s]+)=(\S+)$/.exec(value) ?? [];
  if (name === undefined || ref === undefined)
    throw new InvalidArgumentError('expected VERSION=REF, such as 18=REL_18_STABLE');
  return new Map([...all, [name, ref]]);
}

/** A TCP port; 0 for any that is free. */
export function portNumber(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) throw new InvalidArgumentError('expected a port, 0 to 65535');
  return Number(value);
}

/** A whole number from 1 on, of things to show or take. */
export function positiveNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('expected a whole number from 1 on');
  return Number(value);
}

/**
 * An upstream as project.yml is to hold it: a relative path as it is seen from the workspace; a URL, an address such
 * as `host:path` and an absolute path as they are.
 *
 * @param standing where the person stands
 */
export function upstreamFrom(root: string, upstream: string, standing: string): string {
  const isAddress = /^[a-z][a-z0-9+.-]*:\/\/|^[^/\\]{2,}:|^~\//i.test(upstream);
  return isAddress || isAbsolute(upstream) ? upstream : relative(root, resolve(standing, upstream));
}

/** `2026`. */
export function calendarYear(value: string): string {
  if (!/^[12]\d{3}$/.test(value)) throw new InvalidArgumentError('expected a year, such as 2026');
  return value;
}

/** The last second of a day, in UTC, as the ledger has moments: `2026-11-24T23:59:59Z`. */
export function endOfDay(value: string): string {
  const end = `${value}T23:59:59Z`;
  if (!isMoment(end)) throw new InvalidArgumentError('expected a day, such as 2026-11-24');
  return end;
}

/** The first second of a day, in UTC, or a moment as the ledger has them. */
export function dayOrMoment(value: string): string {
  const start = value.includes('T') ? value : `${value}T00:00:00Z`;
  if (!isMoment(start))
    throw new InvalidArgumentError(
      'expected a day, such as 2026-03-01, or a moment in UTC, such as 2026-03-01T12:00:00Z',
    );
  return start;
}

/** There is no 30 February, though JavaScript knows one. */
function isMoment(value: string): boolean {
  const time = Date.parse(value);
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString() === value.replace('Z', '.000Z')
  );
}
