/**
 * What `bot check` hands to `bot comment`: everything that the comment says of a pull request. The two run apart: check
 * on the pull request's own code, which may write anything here, comment with the right to write. So this schema is all
 * that comment believes of the file's form, and every text in it stays somebody's text.
 */
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { KEY } from '../segment/key.ts';

/** Counted up when a field changes its meaning; comment refuses other numbers. */
export const ARTIFACT_SCHEMA = 1;
/** Name of the artifact, and of the one file in it. */
export const ARTIFACT_NAME = 'pgdoc-check';
export const ARTIFACT_FILE = 'pgdoc-check.json';
/** Bytes of the archive that are fetched at most, and of the file in it. */
export const MOST_ARCHIVE = 2_000_000;
export const MOST_FILE = 4_000_000;

/** How much of each list is written; how many there are is told beside it. */
export const LIMITS = {
  paths: 20,
  findings: 300,
  segments: 200,
  pieces: 200,
  terms: 12,
  memory: 2,
  people: 50,
  others: 20,
  keys: 20,
  notes: 20,
  line: 600,
  text: 1_500,
} as const;

/** From nothing to all that can be reached. */
export const STATUSES = ['untranslated', 'machine', 'stale', 'translated', 'reviewed'] as const;
const KINDS = ['translation', 'glossary', 'blog', 'faq', 'guide', 'site', 'tools', 'guarded', 'other'] as const;

const count = z.int().min(0).max(10_000_000);
const number = z.int().min(1).max(999_999_999_999_999);
const sha = z.string().regex(/^[0-9a-f]{40}$/);
const key = z.string().regex(KEY);
const line = z.string().max(LIMITS.line);
const text = z.string().max(LIMITS.text);
const path = z.string().max(LIMITS.line);
const status = z.enum(STATUSES);
const list = <T>(item: z.ZodType<T>, most: number) => z.array(item).max(most);

const counts = z.strictObject({
  untranslated: count,
  machine: count,
  stale: count,
  translated: count,
  reviewed: count,
});

/** A difference, word by word: what is the same, what went, what came. */
const difference = list(z.tuple([z.enum(['same', 'gone', 'come']), text]), LIMITS.pieces);

const finding = z.strictObject({
  severity: z.enum(['error', 'warning']),
  rule: z.string().regex(/^[a-z][a-z0-9/-]{0,60}$/),
  file: path,
  line: count,
  message: line,
});

const segment = z.strictObject({
  file: path,
  page: path,
  key,
  line: count,
  from: status,
  to: status,
  words: count,
  /** Of what was stale: how the English changed. */
  english: difference,
  /** How the translation changed; empty where there was none. */
  target: difference,
  /** Terms of the English whose translations the target has not. */
  terms: list(z.strictObject({ term: line, targets: list(line, LIMITS.terms) }), LIMITS.terms),
  /** Translations of the same or a similar English elsewhere; share in percent. */
  memory: list(
    z.strictObject({ percent: z.int().min(0).max(100), page: path, source: text, target: text }),
    LIMITS.memory,
  ),
});

const person = z.strictObject({
  id: number,
  login: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,98}(?:\[bot\])?$/),
  /** Hundredths. */
  points: z.int().min(-100_000_000).max(100_000_000),
});

const other = z.strictObject({
  number,
  title: line,
  /** Entries that both change, as `page:key`. */
  entries: list(z.strictObject({ page: path, key }), LIMITS.keys),
  total: count,
});

const artifact = z.strictObject({
  schema: z.literal(ARTIFACT_SCHEMA),
  pullRequest: number,
  /** The head that was checked, main that it was merged with, and where the two parted. */
  head: sha,
  base: sha,
  mergeBase: sha.nullable(),
  kinds: list(z.strictObject({ kind: z.enum(KINDS), total: count, paths: list(path, LIMITS.paths) }), KINDS.length),
  /** Guarded files may be touched. */
  maintainer: z.boolean(),
  boxes: z.strictObject({ machine: z.boolean().nullable(), read: z.boolean().nullable() }),
  /** Entries came or went: a sync or import, which is recorded without segments. */
  isSync: z.boolean(),
  /** Entries of the catalogs that it touches, and the words of their English, before and after. */
  pages: count,
  entries: z.strictObject({ before: counts, after: counts }),
  words: z.strictObject({ before: counts, after: counts }),
  moves: list(z.strictObject({ from: status, to: status, entries: count, words: count }), STATUSES.length ** 2),
  segments: z.strictObject({ total: count, list: list(segment, LIMITS.segments) }),
  findings: z.strictObject({ errors: count, warnings: count, list: list(finding, LIMITS.findings) }),
  replacement: z.strictObject({ old: line, new: line, proved: z.boolean(), entries: count, places: count }).nullable(),
  people: list(person, LIMITS.people),
  others: list(other, LIMITS.others),
  /** What could not be looked at, in words. */
  notes: list(line, LIMITS.notes),
});

export type Artifact = Readonly<z.infer<typeof artifact>>;
export type ArtifactFinding = Readonly<z.infer<typeof finding>>;
export type ArtifactSegment = Readonly<z.infer<typeof segment>>;
export type Difference = Readonly<z.infer<typeof difference>>;
export type StatusCounts = Readonly<z.infer<typeof counts>>;

/** The same artifact, the same bytes. @throws for one that comment would refuse, which is a bug */
export function serializeArtifact(given: Artifact): string {
  return `${JSON.stringify(artifact.parse(given))}\n`;
}

/**
 * Reads what somebody handed in as an artifact.
 *
 * @throws Failure(1) for anything else; the text itself is not repeated, but where it is wrong
 */
export function parseArtifact(bytes: Uint8Array): Artifact {
  if (bytes.length > MOST_FILE) throw new Failure(1, `the artifact is larger than ${MOST_FILE} bytes`);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new Failure(1, 'the artifact is no JSON', { cause });
  }
  const result = artifact.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.filter((step) => typeof step === 'number' || /^\w{1,20}$/.test(String(step))).join('.');
  throw new Failure(1, `the artifact is not what check writes: ${where || 'its top'} is wrong (${issue?.code})`);
}
