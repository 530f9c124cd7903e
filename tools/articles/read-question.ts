/** A file of docs/faq/ -> a question with its answer, or what is wrong with it. */
import type { Finding } from '../docbook/types.ts';
import type { RenderedMarkdown } from '../render/markdown/index.ts';
import { outlineOf } from './outline.ts';
import { reporter, tagsOf } from './read-common.ts';
import type { Question, Reference } from './types.ts';

/** Names of pages that are lists. */
const NAME = /^docs\/faq\/(?!index\.)([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/;
const VERSION = /^\d{1,3}(?:\.\d{1,3})?$/;
/** As upstream names pages and ids. */
const REFERENCE = /^([A-Za-z0-9][A-Za-z0-9._-]*)(?:#([A-Za-z0-9][A-Za-z0-9._:-]*))?$/;

export interface ReadQuestion {
  /** Undefined where an error was found. */
  readonly question: Question | undefined;
  readonly findings: readonly Finding[];
}

export function readQuestion(file: string, rendered: RenderedMarkdown): ReadQuestion {
  const { frontMatter, lines, title, html, tree } = rendered;
  const findings = [...rendered.findings];
  const say = reporter(file, findings);
  const name = NAME.exec(file)?.[1];
  if (name === undefined)
    say(
      1,
      'faq/file-name',
      'a question is docs/faq/words.md, of small letters a-z, digits and single hyphens; its name is its address',
    );
  if (lines.title === undefined)
    say(1, 'faq/missing', 'a question needs `title:` in its front matter: the question itself, in one sentence');
  const versions = [...new Set(frontMatter.versions ?? [])];
  for (const version of versions)
    if (!VERSION.test(version))
      say(
        lines.versions ?? 1,
        'faq/version',
        `\`versions\`: ${JSON.stringify(version)} is no version; expected numbers such as [18, 17]`,
      );
  const line = lines.related ?? 1;
  const related = (frontMatter.related ?? []).flatMap((written): Reference[] => {
    const [, page, id] = REFERENCE.exec(written) ?? [];
    if (page !== undefined) return [{ page, id, line }];
    say(
      line,
      'faq/related',
      `\`related\`: ${JSON.stringify(written.slice(0, 80))}: expected a page of the manual or page#ID, such as sql-select#SQL-FROM`,
    );
    return [];
  });
  const tags = tagsOf(frontMatter, lines, say);
  if (name === undefined || findings.some(({ severity }) => severity === 'error'))
    return { question: undefined, findings };
  const path = `faq/${name}`;
  const outline = outlineOf(tree, path);
  return { question: { path, file, title, tags, html, tree, outline, versions, related }, findings };
}
