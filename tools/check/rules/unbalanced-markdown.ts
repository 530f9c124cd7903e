/** Markup without a partner: it looks like markup in the file and reads as plain characters on the page. */
import { MARKUP, type Range, scan } from '../scan.ts';
import type { Remark, Rule } from '../types.ts';

/** More than these in one entry are counted, not listed. */
const MOST = 20;

export const unbalancedMarkdown: Rule = {
  name: 'unbalanced-markdown',
  severity: 'error',
  check({ entry: { target }, prose }) {
    if (!MARKUP.test(target)) return [];
    const { loose } = scan(target);
    const remarks = [
      ...loose.slice(0, MOST).map((range) => remarkOn(target, range)),
      ...openAddresses(target, prose, loose),
    ];
    if (loose.length > MOST) remarks.push({ message: `… and ${loose.length - MOST} more without a partner` });
    return remarks;
  },
};

function remarkOn(target: string, { from, to }: Range): Remark {
  const raw = target.slice(from, to);
  return { message: messageOf(raw), from, to };
}

function messageOf(raw: string): string {
  if (raw.startsWith('`')) return `the code that ${raw} opens is not closed; close it with ${raw}`;
  if (raw.startsWith('*'))
    return `${raw} has no partner; close it without a space inside, or write \\* for a plain star`;
  if (raw.startsWith('[')) return '[ is not closed; close it with ], or write \\[ for a plain bracket';
  if (raw.startsWith(']')) return '] closes nothing; write \\] for a plain bracket';
  if (raw.startsWith('</')) return `${raw} closes nothing`;
  return `${raw} is not closed; close it with </${raw.slice(1)}`;
}

/** The first `](` that no `)` makes a link: an address holds no spaces. */
function openAddresses(target: string, prose: string, loose: readonly Range[]): Remark[] {
  const named = new Set(loose.map(({ from }) => from));
  for (let from = prose.indexOf(']('); from >= 0; from = prose.indexOf('](', from + 2)) {
    if (target[from - 1] === '\\' || named.has(from)) continue;
    const message = 'after ]( an address without spaces and a ) are expected; write \\( where no link is meant';
    return [{ message, from, to: from + 2 }];
  }
  return [];
}
