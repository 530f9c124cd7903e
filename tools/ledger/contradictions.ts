/** What no single field of a record shows: names that stand twice, people and texts that the record does not have. */
import { momentOf, pathOf } from './names.ts';
import type { LedgerRecord, PullRequestRecord, ReviewRecord } from './types.ts';

export interface Contradiction {
  /** Where in the YAML, from the outside in. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** @param path where the record stands */
export function contradictions(record: LedgerRecord, path: string): Contradiction[] {
  const found: Contradiction[] = [];
  const belongs = pathOf(record);
  if (path !== belongs) {
    const isYear = path.slice(path.lastIndexOf('/')) === belongs.slice(belongs.lastIndexOf('/'));
    const dated = record.type === 'pull-request' ? 'merged-at' : 'at';
    const named = record.type === 'review' ? 'comment' : 'number';
    const message = isYear ? `it happened in ${momentOf(record).slice(0, 4)}` : 'the file is called otherwise';
    found.push({ path: [isYear ? dated : named], message: `${message}; it belongs in ${belongs}` });
  }
  if (record.type === 'adjust') {
    if (!record.reverses && !record.award) found.push({ path: [], message: 'reverses: or award: expected' });
    return found;
  }
  found.push(...repeated(['segments'], record.segments.map(textOf), 'stands here twice'));
  if (record.type === 'pull-request') {
    found.push(...ofPeople(record), ...ofTexts(record));
    found.push(...repeated(['reverses'], record.reverses ?? [], 'stands here twice'));
  }
  return found;
}

function ofPeople({ author, coAuthors, approvals }: PullRequestRecord): Contradiction[] {
  const people = coAuthors.map(({ id }) => String(id));
  const twice = approvals.map(({ id, entitledBy }) => `${id} by ${JSON.stringify(entitledBy)}`);
  return [
    ...repeated(['co-authors'], people, 'is named twice'),
    ...coAuthors.flatMap(({ id }, at) =>
      id === author.id ? [{ path: ['co-authors', at], message: `${id} is the author already` }] : [],
    ),
    ...repeated(['approvals'], twice, 'approves twice; the last approval is enough'),
  ];
}

function ofTexts({ author, coAuthors, approvals, segments, content, replacement }: PullRequestRecord): Contradiction[] {
  const found = repeated(
    ['content'],
    content.map(({ path }) => path),
    'stands here twice',
  );
  const authors = [author, ...coAuthors].map(({ id }) => id);
  const texts = new Set(segments.map(textOf));
  approvals.forEach(({ only = [] }, at) => {
    found.push(...repeated(['approvals', at, 'only'], only, 'stands here twice'));
    only.forEach((text, place) => {
      if (!texts.has(text)) found.push({ path: ['approvals', at, 'only', place], message: `segments: has no ${text}` });
    });
  });
  segments.forEach(({ by, correctors, replaces, action }, at) => {
    const stray = (name: string, ids: readonly number[] = [], known: readonly number[], whose: string) =>
      ids.forEach((id) => {
        if (!known.includes(id)) found.push({ path: ['segments', at, name], message: `${id} is none of ${whose}` });
      });
    const makers = by ?? authors;
    stray('by', by, authors, 'author: and co-authors:');
    stray('correctors', correctors, makers, 'those who made it');
    if (correctors && makers.every((id) => correctors.includes(id)))
      found.push({
        path: ['segments', at, 'correctors'],
        message: 'somebody else has to have written what they corrected',
      });
    const path = ['segments', at, 'replaces'];
    if (replaces !== undefined && action !== 'corrected' && !replacement)
      found.push({ path, message: `only with action: corrected, or replacement:; found ${action}` });
  });
  return found;
}

const textOf = ({ page, key }: ReviewRecord['segments'][number]): string => `${page}:${key}`;

function repeated(path: Contradiction['path'], names: readonly string[], what: string): Contradiction[] {
  const seen = new Set<string>();
  return names.flatMap((name, at) => {
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew ? [] : [{ path: [...path, at], message: `${name} ${what}` }];
  });
}
