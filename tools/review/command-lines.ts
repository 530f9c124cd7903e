/** Where commands stand in a comment: Markdown is read as GitHub reads it, so that what it shows as code or a quote is none. */
import type { Nodes, Paragraph, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export interface CommandLine {
  readonly name: 'reviewed' | 'accept' | 'apply' | 'award';
  /** What follows the name on its line. */
  readonly rest: string;
}

/** Characters of a comment that may hold commands. The reader's time grows with their square: a second at the worst. */
export const LONGEST_COMMENT = 16_000;
/** GitHub takes no longer comment. */
const LONGEST_BODY = 65_536;

const COMMAND = /^\/(reviewed|accept|apply|award)(?=\s|$)([^\r\n]*)/gmu;

const reader = unified().use(remarkParse).freeze();

/** @returns undefined when a comment that seems to hold commands is too long to look at */
export function commandLines(body: string): readonly CommandLine[] | undefined {
  if (body.length > LONGEST_BODY) return [];
  // A regular expression begins a line after U+2028 too; Markdown does not.
  const starts = [...body.matchAll(COMMAND)].filter(
    ({ index }) => index === 0 || '\r\n'.includes(body[index - 1] ?? ''),
  );
  if (starts.length === 0) return [];
  if (body.length > LONGEST_COMMENT) return undefined;
  const paragraphs = paragraphsOf(reader.parse(body));
  return starts
    .filter(({ index }) => paragraphs.some((paragraph) => isPlainAt(paragraph, index)))
    .map(([, name, rest]) => ({ name: name as CommandLine['name'], rest: rest as string }));
}

/** Those that are not quoted. A line below a list still belongs to its last item. */
function paragraphsOf(node: Root | Nodes): readonly Paragraph[] {
  if (node.type === 'paragraph') return [node];
  if (node.type === 'root' || node.type === 'list' || node.type === 'listItem')
    return node.children.flatMap((child) => paragraphsOf(child));
  return [];
}

/** Whether plain text of a paragraph stands at an offset, not code, a link's words or HTML. */
function isPlainAt(paragraph: Paragraph, offset: number): boolean {
  return covers(paragraph, offset) && paragraph.children.find((child) => covers(child, offset))?.type === 'text';
}

function covers({ position }: Nodes, offset: number): boolean {
  const [from, to] = [position?.start.offset, position?.end.offset];
  return from !== undefined && to !== undefined && from <= offset && offset < to;
}
