/** Lists of GitHub's, page after page. https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api */
import { Failure } from '../../failure.ts';
import type { Connection } from './connection.ts';

export interface ListOptions {
  /** The field that holds the list, where the answer is an object around it. */
  readonly field?: string;
  /** The list need not be read past the page that holds such an item. */
  readonly isEnough?: (item: unknown) => boolean;
}

/**
 * All items, in the order of the pages. What moved to a later page while they were read is there once.
 *
 * @param path with its query, without per_page
 * @throws Refusal; Failure(3) for a page that is no list, naming it
 */
export async function list(connection: Connection, path: string, options: ListOptions = {}): Promise<unknown[]> {
  const { field, isEnough = () => false } = options;
  const items: unknown[] = [];
  const ids = new Set<unknown>();
  const read = new Set<string>();
  for (let next: string | undefined = `${path}${path.includes('?') ? '&' : '?'}per_page=100`; next !== undefined; ) {
    read.add(next);
    const { data, link } = await connection.send({ method: 'GET', path: next, isRepeatable: true });
    const page = field === undefined ? data : fieldOf(data, field);
    if (!Array.isArray(page)) {
      const expected = field === undefined ? 'a list' : `an object with a list "${field}"`;
      throw new Failure(3, `GitHub: GET ${next}: ${expected} expected, found ${kindOf(data)}`);
    }
    for (const item of page) {
      const id = fieldOf(item, 'id') ?? item;
      if (!ids.has(id)) items.push(item);
      ids.add(id);
    }
    if (page.some(isEnough)) break;
    next = nextIn(link);
    if (next !== undefined && read.has(next))
      throw new Failure(3, `GitHub: GET ${next}: the list leads back to itself`);
  }
  return items;
}

/** A field of what may be an object. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** RFC 8288 */
function nextIn(link: string): string | undefined {
  return /<([^<>]+)>\s*;[^,<]*\brel="next"/.exec(link)?.[1];
}

function kindOf(data: unknown): string {
  if (data === null || data === undefined || data === '') return 'nothing';
  return Array.isArray(data) ? 'a list' : typeof data === 'object' ? 'an object' : `${typeof data}`;
}
