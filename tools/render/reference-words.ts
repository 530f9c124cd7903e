/** Where a cross-reference has its words from: a number, a title, or what an element itself says. No markup here. */
import type { Numbering } from '../docbook/numbering.ts';
import { child, elements } from '../docbook/tree.ts';
import type { Element } from '../docbook/types.ts';
import { dictionary } from './dictionary.ts';
import { hasTitle } from './titles.ts';
import type { Word } from './words.ts';

export type ReferenceWords =
  | { readonly kind: 'text'; readonly text: string }
  /** A generated word around a number. */
  | { readonly kind: 'number'; readonly word: Word; readonly n: string }
  /** The element's own title; `called`: in "the section called …"; `entry`: the name of a reference entry. */
  | { readonly kind: 'title' | 'called' | 'entry' }
  /** What stands for a work, in brackets. */
  | { readonly kind: 'work' }
  /** The content of an element. */
  | { readonly kind: 'element'; readonly element: Element }
  | { readonly kind: 'nothing' };

/** What a cross-reference to a numbered element says. */
const NUMBERED = dictionary<Word>({
  part: 'xref-part',
  chapter: 'xref-chapter',
  appendix: 'xref-appendix',
  section: 'xref-section',
  sect1: 'xref-section',
  sect2: 'xref-section',
  sect3: 'xref-section',
  sect4: 'xref-section',
  sect5: 'xref-section',
  table: 'xref-table',
  figure: 'xref-figure',
  example: 'xref-example',
  equation: 'xref-equation',
  step: 'xref-step',
});

/** Without a number, these are named in a phrase of their own. */
const SECTIONS = new Set(['section', 'simplesect', 'refsect1', 'refsect2', 'refsect3', 'refsection', 'refsynopsisdiv']);

/** Cross-references to these say what the element itself says. */
const WORDS = new Set([
  'term',
  'command',
  'function',
  'glossterm',
  'refname',
  'option',
  'varname',
  'literal',
  'phrase',
]);

/** What a reference to an element says, whatever the language. */
export function referenceWords(to: Element, { labels }: Numbering): ReferenceWords {
  const { name, attributes } = to;
  const content = (element: Element | undefined): ReferenceWords | undefined => element && { kind: 'element', element };
  if (attributes.xreflabel !== undefined) return { kind: 'text', text: attributes.xreflabel };
  const n = labels.get(to);
  const word = NUMBERED[name];
  if (word && n !== undefined) return { kind: 'number', word, n };
  if (name === 'footnote') return { kind: 'text', text: `[${n}]` };
  if (name === 'co') return { kind: 'text', text: `(${n})` };
  if (name === 'listitem' && n !== undefined) return { kind: 'text', text: n };
  if (name === 'refentry') return { kind: 'entry' };
  if (SECTIONS.has(name)) return { kind: 'called' };
  if (name === 'biblioentry') return { kind: 'work' };
  const own =
    (name === 'varlistentry' && content(elements(to, 'term')[0])) ||
    (name === 'glossentry' && content(child(to, 'glossterm'))) ||
    (name === 'indexterm' && content(child(to, 'primary'))) ||
    (WORDS.has(name) && content(to));
  return own || { kind: hasTitle(to) ? 'title' : 'nothing' };
}
