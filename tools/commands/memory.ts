/** `pgdoc memory`: looks words and sentences up in all sources and targets of the workspace. */
import { concordance, type Hit } from '../catalog/concordance.ts';
import { Failure } from '../failure.ts';
import { type Context, formatFinding, type Outcome } from './context.ts';
import { excerpt } from './memory-excerpt.ts';
import { readGone } from './sync-gone.ts';
import { readCatalogs, readWorkspace } from './workspace.ts';

export interface MemoryOptions {
  /** Hits at most. */
  readonly limit: number;
}

/** Pages named in one line of a hit. */
const PAGES = 3;

/** @throws Failure(2) for an empty query */
export async function memory(context: Context, query: string, { limit }: MemoryOptions): Promise<Outcome> {
  const { project } = readWorkspace(context.root);
  if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(query))
    throw new Failure(2, 'the query is empty; expected words of either language');
  const catalogs = await readCatalogs(context.root, project);
  for (const finding of catalogs.findings) context.tell(formatFinding(finding));
  // What has left the manual is no part of it, but may be just what is needed.
  const gone = await readGone(context, project);
  const { hits, exact, words } = concordance([...catalogs.files, ...gone]).search(query, limit);
  if (context.json) {
    context.print(JSON.stringify({ query, exact, words, hits: hits.map(describe) }, null, 2));
    return 0;
  }
  if (hits.length === 0) {
    context.print(`Nothing in the catalogs holds or resembles: ${query}`);
    return 0;
  }
  const also = words > 0 ? `, ${words} hold its words only` : '';
  context.print(`${exact} entries hold the query${also}.`);
  for (const hit of hits) context.print(show(hit, context.columns));
  return 0;
}

/** Score in whole percent, rounded down, so that 100 is said of what is the same only. */
const percent = (score: number) => Math.floor(score * 100);

function describe({ kind, score, key, status, source, target, where, range, places }: Hit) {
  return {
    kind,
    score: percent(score),
    page: places[0]?.page,
    key,
    status,
    source,
    target,
    where: where ?? null,
    range: range ? [range.from, range.to] : null,
    places,
  };
}

function show({ kind, score, key, status, source, target, where, range, places }: Hit, columns: number): string {
  const pages = places.slice(0, PAGES).map(({ page }) => page);
  const more = places.length > PAGES ? ` … and ${places.length - PAGES} more pages` : '';
  const room = columns - '  '.length;
  const line = (text: string, marked: boolean) => `  ${excerpt(text, marked ? range : undefined, room)}`;
  return [
    '',
    `${kind} ${percent(score)} %  ${pages.join(', ')}${more}  ${key}  ${status}`,
    line(source, where === 'source'),
    ...(target === '' ? [] : [line(target, where === 'target')]),
  ].join('\n');
}
