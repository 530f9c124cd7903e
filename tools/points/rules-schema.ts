/** What translations/points.yml may hold. Every rule gives its reason. */
import { z } from 'zod';
import type { SegmentAction } from '../ledger/types.ts';
import type { Fraction, Hundredths, PointKind } from './types.ts';

const ACTIONS: readonly SegmentAction[] = ['translated', 'updated', 'corrected', 'kept'];
/** What a cap can hold; awards and offices are given by people. */
const CAPPED: readonly PointKind[] = [...ACTIONS, 'reviewed', 'replacement', 'content'];

const written = (pattern: RegExp, expected: string) =>
  z.string(`${expected} expected`).regex(pattern, `${expected} expected`);

const reason = z
  .string('the reason expected: why the community has this rule')
  .trim()
  .min(10, 'the reason expected, in a sentence: why the community has this rule')
  .max(1000, 'a reason of 1000 characters at most expected');

/** `0.25` as 25. */
const hundredths = (text: string): number => {
  const [whole = '0', decimals = ''] = text.split('.');
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
};

const points = written(/^\d{1,5}(?:\.\d{1,2})?$/, 'points, such as 10 or 0.25,').transform(
  (text): Hundredths => hundredths(text),
);
const percent = written(/^(?:0(?:\.\d{1,2})?|1)$/, 'a share from 0 to 1 with two decimals').transform(hundredths);
const count = written(/^\d{1,5}$/, 'a whole number').transform(Number);
const days = written(/^[1-9]\d{0,3}$/, 'a number of days').transform(Number);
const fraction = written(/^[1-9]\d?\/[1-9]\d?$|^1$/, 'a fraction such as 1/3').transform((text): Fraction => {
  const [over = '1', under = '1'] = text.split('/');
  return [Number(over), Number(under)];
});
const isAtMostOne = ([over, under]: Fraction) => over <= under;
/** An award, an office, a level. */
export const NAME = /^[a-z][a-z-]{0,40}$/;

const textRule = z.strictObject({
  'per-100-words': points,
  'by-change': z.boolean('true or false expected').default(false),
  'at-least': percent.default(0),
  'nothing-below': percent.default(0),
  reason,
});

const contentRule = z.strictObject({
  points,
  chosen: points.optional(),
  'at-least-words': count.default(0),
  reason,
});

const flatRule = z.strictObject({ points, reason });

/** Names are looked at by the reader: zod passes over one that JavaScript gives a meaning. */
const named = z.record(z.string(), flatRule, 'names with points and reason expected').default({});

export const rulesSchema = z.strictObject({
  texts: z
    .strictObject({
      translated: textRule.optional(),
      updated: textRule.optional(),
      corrected: textRule.optional(),
      kept: textRule.optional(),
    })
    .default({}),
  correctors: z.strictObject({ weight: percent, reason }).optional(),
  reviews: z
    .strictObject({
      share: fraction.refine(isAtMostOne, '1 at most expected'),
      'all-reviewers': fraction,
      waited: z.array(z.strictObject({ days, extra: fraction, reason }), 'a list expected').default([]),
      reason,
    })
    .optional(),
  replacement: z.strictObject({ points, 'at-least-places': count.default(0), reason }).optional(),
  content: z
    .strictObject({
      blog: contentRule.optional(),
      faq: contentRule.optional(),
      guide: contentRule.optional(),
      other: contentRule.optional(),
    })
    .default({}),
  awards: named,
  offices: named,
  repeated: z.strictObject({ days, reason }, 'repeated: with days: and reason: expected'),
  caps: z
    .array(
      z.strictObject({
        kinds: z.array(z.enum(CAPPED, `${CAPPED.join(', ')} expected`), 'a list of kinds expected').min(1),
        'points-per-month': points,
        reason,
      }),
      'a list expected',
    )
    .default([]),
  levels: z
    .array(
      z.strictObject({
        level: written(NAME, 'a name of lower-case letters and hyphens'),
        name: z
          .string('text expected')
          .trim()
          .min(1, 'text expected')
          .max(60, '60 characters at most expected')
          .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'text on one line expected')
          .optional(),
        from: points,
      }),
      'a list expected',
    )
    .default([]),
});
