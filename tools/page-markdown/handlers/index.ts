/** Every element that releases 13 to 19 use, and what becomes of it. */
import { dictionary } from '../../render/dictionary.ts';
import { INLINE } from '../../segment/elements.ts';
import type { Block, Both, Handler, HandlerTable } from '../types.ts';
import { biblioentry, bibliolist } from './bibliography.ts';
import { bookIndex } from './book-index.ts';
import { formal, mediaobject, picture } from './figures.ts';
import { cmdsynopsis, verbatim } from './listings.ts';
import {
  calloutlist,
  glossentry,
  glosslist,
  inlineSimplelist,
  itemizedlist,
  orderedlist,
  procedure,
  simplelist,
  substeps,
  variablelist,
} from './lists.ts';
import { menuchoice } from './menus.ts';
import { admonition, blockquote, formalpara, para } from './paragraphs.ts';
import { book, bridgehead, partintro, refentry, refnamediv, refsection, section } from './sections.ts';
import { table } from './tables.ts';

/** Shown by the element around it, or by other pages, or not meant for readers. */
const ignored: Handler<readonly Block[]> = () => [];

const blocks = dictionary<Handler<readonly Block[]>>({
  appendix: section,
  article: section,
  bibliodiv: section,
  bibliography: section,
  chapter: section,
  glossary: section,
  legalnotice: section,
  part: section,
  preface: section,
  reference: section,
  section,
  sect1: section,
  sect2: section,
  sect3: section,
  sect4: section,
  sect5: section,
  simplesect: section,
  partintro,
  book,
  index: bookIndex,

  refentry,
  refnamediv,
  refsynopsisdiv: refsection,
  refsection,
  refsect1: refsection,
  refsect2: refsection,
  refsect3: refsection,

  para,
  simpara: para,
  formalpara,
  blockquote,
  bridgehead,
  caution: admonition,
  important: admonition,
  note: admonition,
  tip: admonition,
  warning: admonition,

  calloutlist,
  itemizedlist,
  orderedlist,
  simplelist,
  variablelist,
  procedure,
  substeps,
  glossdiv: glosslist,
  glossentry,
  glosslist,

  address: verbatim,
  literallayout: verbatim,
  programlisting: verbatim,
  screen: verbatim,
  synopsis: verbatim,
  cmdsynopsis,

  table,
  informaltable: table,
  equation: formal,
  example: formal,
  figure: formal,
  informalequation: formal,
  informalexample: formal,
  informalfigure: formal,
  mediaobject,

  biblioentry,
  bibliolist,

  appendixinfo: ignored,
  bookinfo: ignored,
  chapterinfo: ignored,
  docinfo: ignored,
  info: ignored,
  partinfo: ignored,
  prefaceinfo: ignored,
  refentryinfo: ignored,
  refmeta: ignored,
  refmiscinfo: ignored,
  sect1info: ignored,
  subtitle: ignored,
  title: ignored,
  titleabbrev: ignored,
});

const inlines = dictionary<Handler<Both>>({
  inlinemediaobject: picture,
  menuchoice,
  simplelist: inlineSimplelist,
});

/** Texts that segment/ can write, and what stands inside those and in works alone. */
const words: ReadonlySet<string> = new Set([
  ...INLINE.keys(),
  ...['manvolnum', 'refentrytitle', 'hardware', 'holder', 'medialabel', 'year'],
]);

export const handlers: HandlerTable = { blocks, inlines, words };
