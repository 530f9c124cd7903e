/** What posts and questions are read with. */
import type { Finding } from '../docbook/types.ts';
import type { FrontMatter, FrontMatterLines } from '../render/markdown/index.ts';
import { readTag } from './tags.ts';
import type { Tag } from './types.ts';

/** Tells of an error. */
export type Say = (line: number, rule: string, message: string) => void;

export function reporter(file: string, findings: Finding[]): Say {
  return (line, rule, message) => findings.push({ severity: 'error', rule, file, line, message });
}

/** The tags of a page, each once. */
export function tagsOf({ tags = [] }: FrontMatter, lines: FrontMatterLines, say: Say): readonly Tag[] {
  const found = new Map<string, Tag>();
  for (const written of tags) {
    const tag = readTag(written);
    if (tag === undefined)
      say(
        lines.tags ?? 1,
        'articles/tag',
        `\`tags\`: ${JSON.stringify(written.slice(0, 60))} cannot be a tag; expected at least one letter or digit, and at most 40 characters`,
      );
    else if (!found.has(tag.slug)) found.set(tag.slug, tag);
  }
  return [...found.values()];
}
