/**
 * GitHub makes links of bare addresses and takes whatever follows them up to the next space for a part of them. One
 * that something other than text follows is written as a link, which says where it ends.
 */
import type { Inline } from '../segment/inline.ts';
import { text } from '../segment/tidy.ts';

const AT_END = /(?:https?:\/\/|www\.)\S+$/i;

/** @param isFollowed whether something stands behind the last of them, on the same line */
export function endAddresses(inlines: readonly Inline[], isFollowed = false): Inline[] {
  return inlines.flatMap((inline, i): Inline[] => {
    const isEnd = i === inlines.length - 1 && !isFollowed;
    if (inline.type === 'text') return isEnd ? [inline] : apart(inline.value);
    if (inline.type === 'code' || inline.type === 'link' || !('children' in inline)) return [inline];
    return [{ ...inline, children: endAddresses(inline.children, true) }];
  });
}

function apart(value: string): Inline[] {
  const found = AT_END.exec(value);
  if (!found) return text(value);
  const [address] = found;
  const isShort = /^www/i.test(address);
  const link = { href: isShort ? `http://${address}` : address, children: isShort ? text(address) : [] };
  return [...text(value.slice(0, found.index)), { type: 'link', ...link }];
}
