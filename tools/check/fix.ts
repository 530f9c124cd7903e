/**
 * Applies what rules propose as fixes to one target. A fix is mechanical: it changes no token and brings no error, or
 * it is refused. Applied until nothing is left to mend, so a second time changes nothing.
 */
import type { Entry } from '../catalog/types.ts';
import { withTarget } from '../catalog/with-target.ts';
import { compareTokens } from '../segment/compare-tokens.ts';
import { targetHash } from '../segment/key.ts';
import { readMarkdown } from '../segment/read.ts';
import { placeOf, type RuleRemark, type RunOptions, remarksOn } from './run.ts';
import type { Subjects } from './subject.ts';
import type { ActiveRule } from './switches.ts';

export interface FixOptions extends RunOptions {
  /** Rules of which a fix may not bring a finding. */
  readonly guards: readonly ActiveRule[];
}

export interface AppliedFix {
  readonly rule: string;
  /** Place in the file as it was; of a later round, in the text of that round. */
  readonly line: number;
  readonly column: number;
  /** The text around the place, before and after. */
  readonly before: string;
  readonly after: string;
}

export interface FixedEntry {
  readonly entry: Entry;
  /** The new target; the old one when the fixes were refused. */
  readonly target: string;
  readonly fixes: readonly AppliedFix[];
  /** Why the fixes were not made, in words. */
  readonly refused?: string;
}

interface Edit {
  readonly rule: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** One mended place may uncover another. Where rules undo each other, there is no end to it. */
const MOST_ROUNDS = 10;
/** Characters of context on either side of a place. */
const CONTEXT = 10;

/** @returns undefined when there is nothing to fix */
export function fixEntry(page: string, entry: Entry, options: FixOptions, subjects: Subjects): FixedEntry | undefined {
  let { target } = entry;
  const fixes: AppliedFix[] = [];
  for (let round = 0; round <= MOST_ROUNDS; round++) {
    const now = withTarget(entry, target);
    const edits = editsOf(remarksOn(page, now, options, subjects), target);
    if (edits.length === 0) break;
    if (round === MOST_ROUNDS) return { entry, target: entry.target, fixes, refused: 'its rules undo each other' };
    fixes.push(...edits.map((edit) => applied(now, edit)));
    target = apply(target, edits);
  }
  if (target === entry.target) return undefined;
  const refused = objection(page, entry, target, options, subjects);
  return refused === undefined ? { entry, target, fixes } : { entry, target: entry.target, fixes, refused };
}

/** Edits that do not touch each other, in order of their places; of two that do, the first is made now. */
function editsOf(remarks: readonly RuleRemark[], target: string): Edit[] {
  const edits: Edit[] = [];
  const proposed = remarks
    .flatMap(({ rule, remark: { fix, from = 0, to = target.length } }) =>
      fix === undefined || fix === target.slice(from, to) ? [] : [{ rule: rule.name, from, to, text: fix }],
    )
    .sort((a, b) => a.from - b.from || a.to - b.to);
  for (const edit of proposed) {
    const last = edits.at(-1);
    if (!last || edit.from > last.to || (edit.from === last.to && edit.from > last.from && edit.to > edit.from))
      edits.push(edit);
  }
  return edits;
}

function apply(target: string, edits: readonly Edit[]): string {
  let text = '';
  let at = 0;
  for (const edit of edits) {
    text += target.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return text + target.slice(at);
}

function applied(entry: Entry, { rule, from, to, text }: Edit): AppliedFix {
  const before = entry.target.slice(Math.max(0, from - CONTEXT), from);
  const after = entry.target.slice(to, to + CONTEXT);
  const around = (middle: string) => `${before}${middle}${after}`.replace(/\s*\n\s*/g, ' ⏎ ');
  return { rule, ...placeOf(entry, from), before: around(entry.target.slice(from, to)), after: around(text) };
}

/** Why a new target must not stand in place of the old one; undefined when it may. */
function objection(
  page: string,
  entry: Entry,
  target: string,
  { guards, surroundings }: FixOptions,
  subjects: Subjects,
): string | undefined {
  if (target.trim() === '') return 'nothing would be left';
  if (/^(?:> |<!-- @)/m.test(target)) return 'the text would read as the start of another entry';
  const { missing, added } = compareTokens(readMarkdown(entry.target).inlines, readMarkdown(target).inlines);
  if (missing.length > 0 || added.length > 0) return `it would change ${[...missing, ...added].join(' ')}`;
  const errors = (text: string) =>
    remarksOn(page, withTarget(entry, text), { rules: guards, surroundings }, subjects).map(
      ({ rule, remark }) => `${remark.message} [${rule.name}]`,
    );
  const known = new Set(errors(entry.target));
  const fresh = errors(target).find((error) => !known.has(error));
  if (fresh !== undefined) return `it would bring an error: ${fresh}`;
  // Only people lift flags, and only people put them back.
  const isBack = [entry.stale, entry.machine].some(
    (flag) => flag && flag.target !== targetHash(entry.target) && flag.target === targetHash(target),
  );
  return isBack ? 'it would bring back a flag that a person has lifted' : undefined;
}
