/**
 * What the files that a pull request touches are, by their paths alone. Which of them only maintainers may touch is
 * decided here, and nowhere else.
 */
import { posix } from 'node:path';
import { LEDGER_FOLDER } from '../ledger/names.ts';
import { catalogAt } from './changes-pages.ts';
import type { ChangeKind, PullRequestFacts } from './types.ts';

/**
 * Files that say who may do what, what counts, what is published, and what runs. The workflows check these out and act
 * on them with rights of their own; a translator's pull request has no need of them.
 */
const GUARDED: readonly RegExp[] = [
  new RegExp(`^${LEDGER_FOLDER}(?:/|$)`),
  /^translations\/(?:project|points|offices|upstream\.lock)\.yml$/,
  /^translations\/[^/]+\/(?:reviewers|origins)\.yml$/,
  /(?:^|\/)\.(?:github|git|husky)(?:\/|$)/,
  /(?:^|\/)\.git(?:attributes|modules|ignore)$/,
  /(?:^|\/)\.(?:npmrc|yarnrc|yarnrc\.yml)$/,
  /(?:^|\/)(?:CODEOWNERS|LICENSE)$/,
];

const KINDS: readonly (readonly [RegExp, ChangeKind])[] = [
  [/^translations\/[^/]+\/glossary\.yml$/, 'glossary'],
  [/^docs\/blog\//, 'blog'],
  [/^docs\/faq\//, 'faq'],
  [/^docs\/guide\//, 'guide'],
  [/^(?:docs|\.vitepress|public)\//, 'site'],
  [/^translations\/[^/]+\/(?:words|bot|checks)\.yml$/, 'site'],
  [/^(?:tools|test|scripts)\//, 'tools'],
  [/^(?:package(?:-lock)?|tsconfig|biome)\.json$|^\.dependency-cruiser\.cjs$|^[\w.-]+\.config\.[cm]?[jt]s$/, 'tools'],
];

/** @param path as Git has it, relative to the workspace; any name that there can be */
export function kindOf(path: string): ChangeKind {
  // What a file system without case, or one that reads `.` and `..`, would take for a guarded file is one.
  const plain = posix.normalize(path.normalize('NFC')).toLowerCase();
  if (plain.startsWith('../') || GUARDED.some((pattern) => new RegExp(pattern, 'i').test(plain))) return 'guarded';
  if (catalogAt(path)) return 'translation';
  return KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
}

/** Kinds that are there, each with its paths in order; a pull request of more than one is a mixed one. */
export function kindsOf(paths: readonly string[]): ReadonlyMap<ChangeKind, readonly string[]> {
  const kinds = new Map<ChangeKind, string[]>();
  for (const path of paths.toSorted()) {
    const kind = kindOf(path);
    const known = kinds.get(kind);
    // A pull request may have a hundred thousand.
    if (known) known.push(path);
    else kinds.set(kind, [path]);
  }
  return kinds;
}

/** A name that can be printed, put into an address and written to a disk anywhere without a second thought. */
export const isPlainPath = (path: string): boolean =>
  path.length <= 400 && !/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\\:*?"<>|]/u.test(path) && !path.split('/').includes('..');

/**
 * Whether the author may touch guarded files: the repository's owners, members and collaborators may; and a program that
 * could push its branch into the repository itself, as sync does. GitHub itself guards the merge; this tells everybody
 * else early, and in words.
 */
export function isMaintainers({ association, author, head, base }: PullRequestFacts): boolean {
  if (author?.bot) return head.repository !== undefined && head.repository === base.repository;
  return association === 'OWNER' || association === 'MEMBER' || association === 'COLLABORATOR';
}
