/** The header of a PO file from outside: what an import has to know of it. */

/** Names of UTF-8, and what templates hold before anybody has chosen. */
const READABLE = ['utf-8', 'utf8', 'us-ascii', 'ascii', 'charset'];

/**
 * What is wrong with a header, undefined when nothing is; a missing field is not.
 *
 * @param header fields by their names in lower case
 * @param language BCP-47 tag of the workspace
 */
export function headerProblem(header: ReadonlyMap<string, string>, language: string): string | undefined {
  const charset = /charset=([^\s;]+)/i.exec(header.get('content-type') ?? '')?.[1]?.toLowerCase();
  if (charset !== undefined && !READABLE.includes(charset))
    return `the header says charset=${charset}; expected UTF-8 (\`msgconv --to-code=UTF-8\` converts a file)`;
  const own = header.get('language') ?? '';
  // Tools write zh_CN, zh_Hans or zh@variant for zh-CN; another language altogether is a mistake.
  const primary = (tag: string) => tag.toLowerCase().split(/[-_@.]/)[0];
  if (own !== '' && primary(own) !== primary(language))
    return `the header says Language: ${own}; the workspace is in ${language}`;
  return undefined;
}
