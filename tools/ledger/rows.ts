/**
 * The lines of `segments:`, one text a line. They are nearly all of a ledger, so those that the tools wrote are read
 * here by one pattern, thirty times faster than as YAML; parse.ts proves that nothing is read otherwise than YAML has it.
 */
import type { ReviewRecord, SegmentAction, SegmentRecord } from './types.ts';

export const ACTIONS: readonly SegmentAction[] = ['translated', 'updated', 'corrected', 'kept'];
export const PAGE = /^(?=.{1,200}$)[A-Za-z0-9_](?:[\w.-]*\w)?$/;
export const HASH = /^[0-9a-f]{10}$/;
/** A whole number that is safe to compute with. */
export const NUMBER = /^(?:0|[1-9]\d{0,14})$/;
export const ID = /^[1-9]\d{0,14}$/;
/** 0 to 1, two decimals at most. */
export const SHARE = /^(?:0(?:\.\d{1,2})?|1)$/;

const IDS = '\\[([\\d, ]+)\\]';
const ROW = new RegExp(
  '^  - \\{ page: "([\\w.-]+)", key: "(\\w{10})", target: "(\\w{10})"(?:, action: (\\w+))?, words: (\\d+)' +
    `(?:, changed: ([\\d.]+))?(?:, replaces: "(\\w{10})")?(?:, by: ${IDS})?(?:, correctors: ${IDS})?(, machine: true)? \\}$`,
);

export type ReviewRow = ReviewRecord['segments'][number];
export type Row = SegmentRecord | ReviewRow;

/** @returns undefined for a line that is not exactly what `writeRow` writes of a valid row */
export function readRow(line: string): Row | undefined {
  const [found, page = '', key = '', target = '', action, words = '', changed, replaces, by, correctors, machine] =
    ROW.exec(line) ?? [];
  const numbers = [by, correctors].flatMap((ids) => ids?.split(', ') ?? []);
  const isValid =
    found !== undefined &&
    PAGE.test(page) &&
    [key, target, replaces ?? key].every((hash) => HASH.test(hash)) &&
    NUMBER.test(words) &&
    SHARE.test(changed ?? '0') &&
    numbers.every((id) => ID.test(id));
  if (!isValid) return undefined;
  const text = { page, key, target, words: Number(words) };
  if (action === undefined) return found === writeRow(text) ? text : undefined;
  const known = ACTIONS.find((each) => each === action);
  return (
    known && {
      ...text,
      action: known,
      ...(changed !== undefined && { changed: Number(changed) }),
      ...(replaces !== undefined && { replaces }),
      ...(by !== undefined && { by: by.split(', ').map(Number) }),
      ...(correctors !== undefined && { correctors: correctors.split(', ').map(Number) }),
      ...(machine !== undefined && { machine: true }),
    }
  );
}

/** One line, without its end. */
export function writeRow(row: Row): string {
  const { page, key, target, words } = row;
  const more = 'action' in row ? row : undefined;
  const fields = [
    `page: ${JSON.stringify(page)}`,
    `key: "${key}"`,
    `target: "${target}"`,
    more && `action: ${more.action}`,
    `words: ${words}`,
    more?.changed !== undefined && `changed: ${more.changed}`,
    more?.replaces !== undefined && `replaces: "${more.replaces}"`,
    more?.by && `by: [${sorted(more.by)}]`,
    more?.correctors && `correctors: [${sorted(more.correctors)}]`,
    more?.machine && 'machine: true',
  ];
  return `  - { ${fields.filter((field) => typeof field === 'string').join(', ')} }`;
}

const sorted = (ids: readonly number[]) => ids.toSorted((a, b) => a - b).join(', ');
