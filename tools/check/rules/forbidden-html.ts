/** HTML other than the four tags of a segment, and links that would run something. */
import type { Inline } from '../../segment/inline.ts';
import { firstPlace } from '../token-remarks.ts';
import type { Remark, Rule } from '../types.ts';

const TAG = /<(?:\/?[A-Za-z][^<>]*|!--[^<>]*|\?[^<>]*|![A-Za-z][^<>]*)>/g;
const KNOWN = /^<\/?(?:code|var|sub|sup)>$/;
const RUNS = /^(?:javascript|vbscript|data):/i;

export const forbiddenHtml: Rule = {
  name: 'forbidden-html',
  severity: 'error',
  check({ entry, target, prose }) {
    const remarks: Remark[] = [];
    if (prose.includes('<'))
      for (const { 0: tag, index: from } of prose.matchAll(TAG)) {
        // What stands alone of the four is named by unbalanced-markdown.
        if (entry.target[from - 1] === '\\' || KNOWN.test(tag)) continue;
        const shown = entry.target.slice(from, Math.min(from + tag.length, from + 60));
        const message = `the tag ${shown} is not read here; only <code>, <var>, <sub> and <sup> are, and \\< is a plain <`;
        remarks.push({ message, from, to: from + tag.length });
      }
    if (entry.target.includes(':'))
      for (const href of hrefsOf(target)) {
        // Browsers pass over control characters and spaces in front of and inside the scheme.
        if (!RUNS.test(href.replace(/[\0- ]/g, ''))) continue;
        const message = `a link may not lead to ${href.slice(0, 60)}; link to an address of the web, or to an #ID`;
        remarks.push({ message, ...firstPlace(entry.target, [href]) });
      }
    return remarks;
  },
};

function hrefsOf(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => {
    if (!('children' in inline)) return [];
    const inside = hrefsOf(inline.children);
    return inline.type === 'link' ? [inline.href, ...inside] : inside;
  });
}
