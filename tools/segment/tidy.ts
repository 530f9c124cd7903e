/** Inline trees in their one form: neighbours joined, spaces outside tokens, nothing empty. */
import type { Node } from '../docbook/types.ts';
import type { Inline, InlineLink, InlineParent } from './inline.ts';

export const text = (value: string): Inline[] => (value === '' ? [] : [{ type: 'text', value }]);

/** Whether emphasis stands for `replaceable`: a name in code rather than a stressed word. */
export function isReplaceable(inline: InlineParent): boolean {
  return inline.from?.every((node) => node.type === 'element' && node.name === 'replaceable') ?? false;
}

/** Moves spaces at the edges of a token outside it; an empty token that is no code and no URL vanishes. */
export function hoist(inline: InlineParent | InlineLink): Inline[] {
  const children = tidy(inline.children);
  const first = children[0];
  const last = children.at(-1);
  const before = first?.type === 'text' ? (/^\s+/.exec(first.value)?.[0] ?? '') : '';
  const words = trim(children);
  if (words.length === 0 && inline.type !== 'code' && !(inline.type === 'link' && isUrl(inline.href)))
    return text(before);
  const after = words.length > 0 && last?.type === 'text' ? last.value.slice(last.value.trimEnd().length) : '';
  const token: Inline = { ...inline, children: isOwnAddress(inline, words) ? [] : words };
  return [...text(before), token, ...text(after)];
}

const isUrl = (href: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(href);

function isOwnAddress(inline: Inline, words: readonly Inline[]): boolean {
  const only = words.length === 1 ? words[0] : undefined;
  return inline.type === 'link' && only?.type === 'text' && only.value === inline.href && isUrl(inline.href);
}

/** Joins what stands side by side: texts, code, emphasis. No text stays empty, no two spaces follow each other. */
export function tidy(inlines: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    if (inline.type === 'text') {
      if (inline.value === '') continue;
      if (last?.type === 'text')
        out[out.length - 1] = { type: 'text', value: (last.value + inline.value).replace(/ {2,}/g, ' ') };
      else out.push(inline);
    } else {
      const joined = last && join(last, inline);
      if (joined) out[out.length - 1] = joined;
      else out.push(inline);
    }
  }
  return out;
}

/** Two neighbours as one token, where Markdown could not tell where one ends and the next begins. */
function join(a: Inline, b: Inline): Inline | undefined {
  if ((a.type === 'code' || b.type === 'code') && isCodeLike(a) && isCodeLike(b))
    return { type: 'code', children: tidy([...codeParts(a), ...codeParts(b)]), from: bothFrom(a, b) };
  if ((a.type === 'em' || a.type === 'strong') && a.type === b.type) {
    const other = b as InlineParent;
    return { type: a.type, children: tidy([...a.children, ...other.children]), from: bothFrom(a, other) };
  }
  return undefined;
}

const isCodeLike = (inline: Inline): inline is InlineParent =>
  inline.type === 'code' || (inline.type === 'em' && isReplaceable(inline));

const codeParts = (inline: InlineParent): readonly Inline[] =>
  inline.type === 'code' ? inline.children : [{ ...inline, type: 'var' }];

const bothFrom = (a: InlineParent, b: InlineParent): Node[] => [...(a.from ?? []), ...(b.from ?? [])];

export function trim(inlines: readonly Inline[]): Inline[] {
  const out = [...inlines];
  const first = out[0];
  if (first?.type === 'text') out[0] = { type: 'text', value: first.value.trimStart() };
  const last = out.at(-1);
  if (last?.type === 'text') out[out.length - 1] = { type: 'text', value: last.value.trimEnd() };
  return out.filter((inline) => inline.type !== 'text' || inline.value !== '');
}
