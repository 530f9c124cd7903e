/** What a pull request adds beside the manual: blog, questions, guides. Pure. */
import type { ContentRecord } from '../ledger/types.ts';
import { readFrontMatter } from '../render/markdown/front-matter.ts';
import type { FileChange } from './types.ts';

const PAGE = /^docs\/(?:(blog|faq|guide)\/)?[^\p{Cc}\p{Cs}]*\.md$/u;

/**
 * The pages of docs/ that are new, have more words, or were chosen, by path. `words` are those that were added: each
 * that stands more often than before, on the page or on one that the same change takes away. So a page that is moved, and a
 * paragraph that moves, add nothing.
 */
export function contentOf(files: readonly FileChange[]): ContentRecord[] {
  const pages = files.filter(({ path }) => isPage(path)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const gone = countsOf(
    pages.flatMap(({ path, before, after }) => (after === undefined ? read(path, before).words : [])),
  );
  return pages.flatMap(({ path, before, after }): ContentRecord[] => {
    if (after === undefined) return [];
    const [old, now] = [read(path, before), read(path, after)];
    const had = countsOf(old.words);
    const words = now.words.filter((word) => !take(had, word) && !take(gone, word)).length;
    const chosen = now.chosen && !old.chosen;
    return words === 0 && !chosen ? [] : [{ path, kind: kindOf(path), words, ...(chosen ? { chosen: true } : {}) }];
  });
}

/** As the ledger takes a path; `.` and `..` are no folders of Git's. */
const isPage = (path: string): boolean =>
  path.length <= 1000 && PAGE.test(path) && !path.split('/').some((part) => part === '..' || part === '.');

function kindOf(path: string): ContentRecord['kind'] {
  const [, folder] = PAGE.exec(path) ?? [];
  return folder === 'blog' || folder === 'faq' || folder === 'guide' ? folder : 'other';
}

/** A character of a script that sets no spaces is a word, and so is what stands between spaces and marks otherwise. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}'’_])+/gu;

function read(path: string, text: string | undefined): { readonly words: readonly string[]; readonly chosen: boolean } {
  if (text === undefined) return { words: [], chosen: false };
  const folder = kindOf(path);
  const kind = folder === 'blog' || folder === 'faq' ? folder : 'page';
  const { frontMatter, body } = readFrontMatter(text, path, kind);
  return { words: body.match(WORD) ?? [], chosen: kind === 'blog' && frontMatter.chosen === true };
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Takes one of a word, if there is one. */
function take(counts: Map<string, number>, word: string): boolean {
  const left = counts.get(word) ?? 0;
  if (left > 0) counts.set(word, left - 1);
  return left > 0;
}
