/** Blocks of Markdown put together up to a limit: whole items or none, and where there is no room, a word of the rest. */

export interface Block {
  /** Lines before the items; a block without items is its head alone. */
  readonly head: string;
  readonly items: readonly string[];
  /** Lines after the items, such as what closes a `<details>`. */
  readonly tail: string;
  /** A line in place of items that are left out; `left` counts those that the caller itself has not given, too. */
  more(left: number): string;
  /** Items that there are besides those given. */
  readonly unlisted: number;
}

export const plainBlock = (head: string): Block => ({ head, items: [], tail: '', more: () => '', unlisted: 0 });

/**
 * Puts blocks one after the other. When one does not fit, as many of its items as do; what comes behind it is tried still.
 *
 * @param most UTF-16 units, of which there are never fewer than characters
 * @param last what stands at the end in any case
 * @param cut what stands before it when a whole block was left out
 */
export function layOut(blocks: readonly Block[], most: number, last: string, cut: string): string {
  const parts: string[] = [];
  let room = most - last.length - cut.length - 2 * GAP.length;
  let isCut = false;
  for (const block of blocks) {
    const text = fitted(block, room - GAP.length);
    if (text === undefined) {
      isCut = true;
      continue;
    }
    parts.push(text);
    room -= text.length + GAP.length;
  }
  return [...parts, ...(isCut ? [cut] : []), last].join(GAP);
}

const GAP = '\n\n';

function fitted(block: Block, room: number): string | undefined {
  const { head, items, tail, unlisted } = block;
  const whole = joined([head, ...items, ...(unlisted > 0 ? [block.more(unlisted)] : []), tail]);
  if (whole.length <= room) return whole;
  // The number of those left out has as many digits as that of all, at most.
  let left = room - joined([head, block.more(items.length + unlisted), tail]).length - 1;
  let fit = 0;
  for (; fit < items.length; fit++) {
    left -= (items[fit] as string).length + 1;
    if (left < 0) break;
  }
  if (fit === 0) return undefined;
  return joined([head, ...items.slice(0, fit), block.more(items.length - fit + unlisted), tail]);
}

const joined = (lines: readonly string[]): string => lines.filter((line) => line !== '').join('\n');
