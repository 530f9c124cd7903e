/** `pgdoc conflicts`: the same source with several targets: lists them, and applies one of them everywhere. */
import { applyEverywhere, type Conflict, findConflicts, type Variant } from '../catalog/conflicts.ts';
import { entriesByKey, entriesOf } from '../catalog/entries.ts';
import { isReleaseNotePage } from '../docbook/release-notes.ts';
import { Failure } from '../failure.ts';
import type { Status } from '../segment/types.ts';
import { changeCatalogs } from './change-catalogs.ts';
import { type Context, formatFinding, type Outcome, writtenLine } from './context.ts';
import { excerpt } from './memory-excerpt.ts';
import { newWordDiff, type WordDiff } from './word-diff.ts';
import { type CatalogFile, readCatalogs, readWorkspace } from './workspace.ts';

export interface ConflictsOptions {
  /** Also sources that are index terms wherever they stand, or that differ on pages of release notes only. */
  readonly withIndex: boolean;
  readonly withReleaseNotes: boolean;
}

/** Which target to take: that of a page, or the one of this number in the list, from 1. */
export type Choice = { readonly use: string } | { readonly choose: number };

/** Pages named in one line of a target. */
const PAGES = 4;
/** Characters shown beside what differs. */
const AROUND = 12;

/** Lists all conflicts, or that of one key. */
export async function conflicts(
  context: Context,
  key: string | undefined,
  { withIndex, withReleaseNotes }: ConflictsOptions,
): Promise<Outcome> {
  const { project } = readWorkspace(context.root);
  const catalogs = await readCatalogs(context.root, project);
  for (const finding of catalogs.findings) context.tell(formatFinding(finding));
  const all = findConflicts(catalogs.files);
  if (key !== undefined) {
    const found = all.find((conflict) => conflict.key === key);
    if (!found) requireKnown(catalogs.files, key);
    print(context, found ? [found] : [], project.language);
    return 0;
  }
  const index = withIndex ? [] : all.filter((conflict) => conflict.index);
  const notes = withReleaseNotes ? [] : all.filter((conflict) => !index.includes(conflict) && inReleaseNotes(conflict));
  const left = new Set([...index, ...notes]);
  print(
    context,
    all.filter((conflict) => !left.has(conflict)),
    project.language,
  );
  const said = [
    index.length > 0 ? `${index.length} of index terms (--with-index)` : '',
    notes.length > 0 ? `${notes.length} of release notes (--with-release-notes)` : '',
  ].filter(Boolean);
  if (said.length > 0) context.tell(`Left out: ${said.join(', ')}.`);
  return 0;
}

/**
 * Applies a target to every entry of a key, all or nothing.
 *
 * @throws Failure(2) for a key, page or number that is not there, naming those that are
 */
export async function resolveConflict(context: Context, key: string, choice: Choice): Promise<Outcome> {
  const { result, written } = await changeCatalogs(context, { purpose: 'conflicts' }, ({ files }) => {
    const conflict = findConflicts(files).find((each) => each.key === key);
    if (!conflict) requireKnown(files, key);
    const chosen = conflict && choose(conflict, choice, files);
    return {
      changed: chosen ? applyEverywhere(files, chosen) : [],
      result: { conflict, target: chosen?.target, files },
    };
  });
  const { conflict, target } = result;
  const changed = (conflict?.variants ?? [])
    .filter((variant) => variant.target !== target)
    .flatMap(({ places }) => places);
  if (context.json) {
    context.print(JSON.stringify({ key, target: target ?? null, changed, written }, null, 2));
    return 0;
  }
  if (!conflict) context.print(`${key} has one target only; there is nothing to choose.`);
  else {
    context.print(`${conflict.source}\n  → ${target}`);
    for (const { file, line, page } of changed) context.print(`  ${page}  ${file}:${line}`);
    context.print(writtenLine(context, written));
  }
  return 0;
}

function choose(conflict: Conflict, choice: Choice, files: readonly CatalogFile[]) {
  const { variants } = conflict;
  if ('choose' in choice) {
    const variant = variants[choice.choose - 1];
    if (variant) return variant.model;
    throw new Failure(2, `--choose ${choice.choose}: ${conflict.key} has targets 1 to ${variants.length}`);
  }
  const places = variants.flatMap((variant) => variant.places);
  const place = places.find(({ page }) => page === choice.use);
  const entry = entriesByKey(files.find(({ path }) => path === place?.file)?.catalog).get(conflict.key);
  if (entry) return entry;
  throw new Failure(
    2,
    `--use ${choice.use}: no such page has a target for ${conflict.key}; these have: ${places.map(({ page }) => page).join(', ')}`,
  );
}

/** @throws Failure(2) when no catalog has the key */
function requireKnown(files: readonly CatalogFile[], key: string): void {
  if (files.some(({ catalog }) => entriesOf(catalog).some((entry) => entry.key === key))) return;
  throw new Failure(2, `no entry has the key ${key}; \`pgdoc conflicts\` lists those with several targets`);
}

/** Without its pages of release notes nothing would differ. */
function inReleaseNotes({ variants }: Conflict): boolean {
  const elsewhere = variants.filter(({ places }) => places.some(({ page }) => !isReleaseNotePage(page)));
  return elsewhere.length < 2;
}

function print(context: Context, found: readonly Conflict[], language: string): void {
  if (context.json) {
    const list = found.map(({ key, source, index, variants }) => ({
      key,
      source,
      index,
      targets: variants.map(({ target, places }) => ({
        target,
        count: places.length,
        statuses: statusesOf(places),
        places,
      })),
    }));
    context.print(JSON.stringify({ conflicts: list }, null, 2));
    return;
  }
  const diff = newWordDiff(language);
  for (const { key, source, variants } of found) {
    context.print(`${key}  ${excerpt(source, undefined, context.columns - 12)}`);
    for (const [at, variant] of variants.entries())
      context.print(showVariant(variant, at + 1, variants[0]?.target ?? '', diff, context.columns));
    context.print('');
  }
  context.print(`${found.length} sources have several targets.`);
}

/** The first target is shown as it is, the others as what differs from it. */
function showVariant(
  { target, places }: Variant,
  number: number,
  first: string,
  diff: WordDiff,
  columns: number,
): string {
  const pages = places.slice(0, PAGES).map(({ page }) => page);
  const more = places.length > PAGES ? ` … and ${places.length - PAGES} more` : '';
  const statuses = Object.entries(statusesOf(places)).map(([status, count]) => `${count} ${status}`);
  const text = number === 1 ? excerpt(target, undefined, columns - 6) : diff(first, target, AROUND);
  return `  ${number}. ${text}\n     ${statuses.join(', ')}: ${pages.join(', ')}${more}`;
}

function statusesOf(places: readonly { readonly status: Status }[]): Readonly<Partial<Record<Status, number>>> {
  const counts: Partial<Record<Status, number>> = {};
  for (const { status } of places) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
