/**
 * Markdown of a segment -> inline tree. Linear in the length of the text and total: whatever it is given, it gives
 * a tree, with a problem named for each piece of markup that does not close or is not part of the notation. Such a
 * piece is text.
 *
 * The notation is a part of CommonMark 0.31 (code spans 6.1, emphasis 6.2, links 6.3, autolinks 6.5, escapes 2.4,
 * references 2.5), with `[[ID]]`, `[^1]`, `[optional]` and the tags code, var, sub, sup added.
 */
import { type Piece, resolveStars } from './emphasis.ts';
import type { Inline } from './inline.ts';
import { joinLines } from './join-lines.ts';
import { type Token, tokenize } from './tokens.ts';

export interface ReadResult {
  readonly inlines: readonly Inline[];
  /** What is wrong with the Markdown, in words. */
  readonly problems: readonly string[];
}

type Tag = 'code' | 'var' | 'sub' | 'sup';

interface Frame {
  readonly open: 'root' | '[' | Tag;
  readonly raw: string;
  readonly pieces: Piece[];
}

/** The real manual nests 4 deep. */
const MAX_DEPTH = 16;

/** Reads the Markdown of one segment; line ends inside count as a space, or as nothing between two CJK characters. */
export function readMarkdown(markdown: string): ReadResult {
  const problems: string[] = [];
  const frames: Frame[] = [{ open: 'root', raw: '', pieces: [] }];
  const top = () => frames.at(-1) as Frame;
  const say = (value: string) => top().pieces.push({ type: 'text', value });

  /** Turns frames above `depth` into the text they were written as. */
  const abandon = (depth: number) => {
    while (frames.length > depth) {
      const frame = frames.pop() as Frame;
      problems.push(`${frame.raw} is not closed`);
      say(frame.raw);
      for (const piece of frame.pieces) top().pieces.push(piece);
    }
  };
  const open = (kind: Frame['open'], raw: string) => {
    if (frames.length < MAX_DEPTH) frames.push({ open: kind, raw, pieces: [] });
    else {
      problems.push(`markup nests deeper than ${MAX_DEPTH}`);
      say(raw);
    }
  };
  const close = (kind: Frame['open'], token: Token & { raw: string }, make: (children: Inline[]) => Inline) => {
    const depth = frames.findLastIndex((frame) => frame.open === kind);
    if (depth < 1) {
      problems.push(`${token.raw} closes nothing`);
      say(token.raw);
      return;
    }
    abandon(depth + 1);
    const frame = frames.pop() as Frame;
    top().pieces.push(make(resolveStars(frame.pieces, problems)));
  };

  for (const token of tokenize(joinLines(markdown), problems)) {
    switch (token.type) {
      case 'open':
        open('[', token.raw);
        break;
      case 'close': {
        const { href } = token;
        close('[', token, (children) => (href === undefined ? { type: 'optional', children } : link(href, children)));
        break;
      }
      case 'openTag':
        open(token.name, token.raw);
        break;
      case 'closeTag': {
        const { name } = token;
        close(name, token, (children) => ({ type: name, children }));
        break;
      }
      default:
        top().pieces.push(token);
    }
  }
  abandon(1);
  return { inlines: resolveStars(top().pieces, problems), problems };
}

function link(href: string, children: readonly Inline[]): Inline {
  const only = children.length === 1 ? children[0] : undefined;
  const own = only?.type === 'text' && only.value === href && /^[a-z][a-z0-9+.-]*:/i.test(href);
  return { type: 'link', href, children: own ? [] : children };
}
