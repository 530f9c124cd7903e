/**
 * translations/<lang>/origins.yml: which pages took targets from which imported translation, so that the page can
 * name it. Written by import; what an origin is stands in project.yml.
 */
import { z } from 'zod';
import { parseStrictYaml } from './strict-yaml.ts';

/** Names of pages by id of the origin. */
export type OriginPages = ReadonlyMap<string, ReadonlySet<string>>;

const HEADER = '# Written by `pgdoc import --origin`: the pages that took text from each origin of project.yml.\n';

const schema = z.record(z.string(), z.array(z.string('the name of a page expected'), 'a list of pages expected'));

/** An empty text names no origin. @throws Failure(2) listing every problem as `file:line:column: what was expected` */
export function parseOrigins(content: string, file: string): OriginPages {
  if (content.trim() === '') return new Map();
  const origins = parseStrictYaml(schema, content, file);
  return new Map(Object.entries(origins).map(([id, pages]) => [id, new Set(pages)]));
}

/** One page a line, sorted: merges of two imports do not collide more than they must. */
export function serializeOrigins(origins: OriginPages): string {
  const ids = [...origins.keys()].sort();
  const lines = ids.map(
    (id) =>
      `${id}:\n${[...(origins.get(id) ?? [])]
        .sort()
        .map((page) => `  - ${page}\n`)
        .join('')}`,
  );
  return HEADER + lines.join('');
}

/** The same with more pages of one origin. */
export function withOrigin(origins: OriginPages, id: string, pages: Iterable<string>): OriginPages {
  return new Map([...origins, [id, new Set([...(origins.get(id) ?? []), ...pages])]]);
}
