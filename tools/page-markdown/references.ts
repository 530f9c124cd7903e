/** What a cross-reference says, in one language. */
import { child, textOf as wordsOf } from '../docbook/tree.ts';
import type { Element } from '../docbook/types.ts';
import { referenceWords } from '../render/reference-words.ts';
import type { Inline } from '../segment/inline.ts';
import { text } from '../segment/tidy.ts';
import { textOf } from './texts.ts';
import { bareTitle, fillInlines } from './titles.ts';
import type { Both, Context, Side } from './types.ts';

export function referenceInlines(to: Element, side: Side, context: Context): Inline[] {
  const { numbering, words } = context.manual.input;
  const bare: Context = { ...context, anchors: false };
  const say = (both: Both | undefined) => [...((side === 'target' ? both?.target : undefined) ?? both?.source ?? [])];
  const says = referenceWords(to, numbering);
  switch (says.kind) {
    case 'text':
      return text(says.text);
    case 'number':
      return fillInlines(words[side][says.word], says.n, []);
    case 'title':
    case 'entry':
      return say(bareTitle(to, bare));
    case 'called':
      return fillInlines(words[side]['xref-section-title'], '', say(bareTitle(to, bare)));
    case 'work':
      return text(`[${workLabel(to)}]`);
    case 'element':
      return say(textOf(says.element, bare));
    // The HTML of the page has reported it.
    case 'nothing':
      return text(to.attributes.id ?? '');
  }
}

/** What stands for a work in brackets: its abbreviation, else its id. */
export function workLabel(entry: Element): string {
  const short = child(entry, 'abbrev');
  return short ? wordsOf(short) : (entry.attributes.xreflabel ?? entry.attributes.id ?? '');
}
