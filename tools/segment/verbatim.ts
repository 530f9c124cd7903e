/**
 * Words inside verbatim blocks: comments of the code shown, line annotations and phrases. The block itself always
 * comes from the source; its comments are translated beside it.
 */
import { countLines } from '../docbook/entities.ts';
import { textOf } from '../docbook/tree.ts';
import type { Element, Node } from '../docbook/types.ts';
import { writeMarkdown } from './write.ts';

export interface VerbatimComment {
  readonly source: string;
  readonly file: string;
  readonly line: number;
}

/** C and SQL block comments, SQL line comments, and `#` comments that open a line. */
const COMMENT = /\/\*([\s\S]*?)\*\/|(?<=^|[\s;,(){}])--[ \t]+([^\n]*)|^[ \t]*#[ \t]+([^\n]*)/gm;

/** Two words of three letters or more: prose, and not a rule, an option or commented-out code. */
const PROSE = /(?:^|[\s"'(])\p{L}{3,}(?:[\s,.:;!?)'"-]+(?:\S+\s+)*?)\p{L}{3,}/u;
const CODE = /[;{}=\\]|\w\(/;
const LONG = 8;

/** The comments of a verbatim block that are prose, in order, each once. */
export function verbatimComments(block: Element): VerbatimComment[] {
  const found = new Map<string, VerbatimComment>();
  for (const comment of allComments(block))
    if (comment.isProse && !found.has(comment.source)) found.set(comment.source, comment);
  return [...found.values()];
}

/** Every comment, annotation and phrase, in order: the n-th of a translated block answers the n-th of its source. */
export function allComments(block: Element): (VerbatimComment & { readonly isProse: boolean })[] {
  const found: (VerbatimComment & { isProse: boolean })[] = [];
  const add = (words: string, isProse: boolean, file: string, line: number) => {
    const value = words.replace(/\s+/g, ' ').trim();
    found.push({ source: writeMarkdown([{ type: 'text', value }]), isProse, file, line });
  };
  const visit = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (node.type === 'element') {
        if (node.name === 'phrase' || node.name === 'lineannotation')
          add(textOf(node), /\p{L}{2,}/u.test(textOf(node)), node.file, node.line);
        else visit(node.children);
      } else if (node.type === 'text') {
        for (const { words, line } of codeComments(node.value)) add(words, isProse(words), node.file, node.line + line);
      }
    }
  };
  visit(block.children);
  return found;
}

/** The comments of a text, those on lines that follow each other as one; `line` counts from the start of the text. */
function codeComments(text: string): { words: string; line: number }[] {
  const comments: { words: string; line: number; end: number; isBlock: boolean }[] = [];
  for (const match of text.matchAll(COMMENT)) {
    const words = (match[1] ?? match[2] ?? match[3] ?? '').replace(/^[ \t]*\*+[ \t]?/gm, '').trim();
    const isBlock = match[1] !== undefined;
    const end = match.index + match[0].length;
    const last = comments.at(-1);
    if (last && !isBlock && !last.isBlock && /^\n[ \t]*$/.test(text.slice(last.end, match.index)))
      comments[comments.length - 1] = { ...last, words: `${last.words} ${words}`, end };
    else comments.push({ words, line: countLines(text.slice(0, match.index)), end, isBlock });
  }
  return comments;
}

/** A long comment is prose even where it names some code. */
function isProse(words: string): boolean {
  return PROSE.test(words) && (!CODE.test(words) || words.split(/\s+/).length >= LONG);
}
