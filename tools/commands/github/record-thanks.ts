/** The comment under a merged pull request that says where its work can be read. */
import type { PullRequestRecord } from '../../ledger/types.ts';
import type { Project } from '../../project/types.ts';
import { entriesIn } from '../../review/changes-pages.ts';
import type { Speech } from '../../review/comment-speech.ts';
import { codeSpan } from '../../review/escape-markdown.ts';
import type { FileChange } from '../../review/types.ts';

/** By this line the comment is known again. */
export const LIVE_MARKER = '<!-- pgdoc:live -->';

const MOST_PAGES = 40;
const MOST_KEYS = 12;
/** Files of docs/ that become pages of the site. */
const ARTICLE = /^docs\/((?:blog|faq|guide)\/[\w./-]+)\.md$/;

/**
 * @param files what the merge changed on main
 * @returns undefined when it brought readers nothing new
 */
export function thanksFor(
  { segments, content }: PullRequestRecord,
  files: readonly FileChange[],
  { site, versions }: Pick<Project, 'site' | 'versions'>,
  say: Speech,
): string | undefined {
  const current = versions.find((version) => version.current)?.name ?? '';
  const entries = entriesIn(files, 'after');
  const pages = new Map<string, { readonly keys: string[]; readonly served: Set<string> }>();
  const served = new Set<string>();
  for (const { page, key } of segments) {
    const those = entries.get(page)?.get(key)?.versions ?? [current];
    const one = pages.get(page) ?? { keys: [], served: new Set() };
    one.keys.push(key);
    for (const version of those) for (const all of [one.served, served]) all.add(version);
    pages.set(page, one);
  }
  const link = (name: string, path: string) =>
    site === undefined ? codeSpan(name) : `[${codeSpan(name)}](${site}${path})`;
  const listed = [...pages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([page, one]) => {
      const [version = current] = versions.map(({ name }) => name).filter((name) => one.served.has(name));
      const path = `docs/${encodeURIComponent(version)}/${encodeURIComponent(page)}.html`;
      const keys = one.keys.slice(0, MOST_KEYS).map(codeSpan).join(' ');
      return `- ${link(page, path)}: ${keys}${one.keys.length > MOST_KEYS ? ` … +${one.keys.length - MOST_KEYS}` : ''}`;
    });
  const articles = content.flatMap(({ path }) => {
    const [, name] = ARTICLE.exec(path) ?? [];
    return name === undefined || name.includes('..') ? [] : [`- ${link(name, `${name}.html`)}`];
  });
  const lines = [...listed, ...articles];
  if (lines.length === 0) return undefined;
  const names = versions.map(({ name }) => name).filter((name) => served.has(name));
  const head =
    segments.length === 0
      ? say('live-content')
      : say(segments.length === 1 ? 'live-one' : 'live', (word) => ({
          n: segments.length,
          versions: inWords(names, word),
        }));
  const more = lines.length > MOST_PAGES ? [say('live-more', { n: lines.length - MOST_PAGES })] : [];
  return [LIVE_MARKER, head, '', ...lines.slice(0, MOST_PAGES), ...more.flatMap((line) => ['', line])].join('\n');

  /** A catalog tells of which versions a paragraph is only where the current one lacks it. */
  function inWords(named: readonly string[], word: (name: 'live-current') => string): string {
    const others = versions.length > 1;
    return named
      .map((name) => (name === current && others ? word('live-current').replace('{version}', name) : name))
      .join(', ');
  }
}
