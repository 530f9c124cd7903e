/** Every element that releases 13 to 19 use, and who renders it. */

import { bookIndex } from '../bookindex.ts';
import { dictionary } from '../dictionary.ts';
import type { Handler } from '../types.ts';
import { bibliodiv, biblioentry, bibliolist, fieldInText, productname } from './bibliography.ts';
import { arg, cmdsynopsis, group, sbr } from './cmdsynopsis.ts';
import { formal, informal, mediaobject } from './figures.ts';
import { book, legalnotice } from './front.ts';
import { glossdef, glossdiv, glossentry, glosslist, glosssee } from './glossary.ts';
import {
  citerefentry,
  email,
  emphasis,
  inlineHandlers,
  keycombo,
  menuchoice,
  optional,
  phrase,
  quote,
  refentrytitle,
  returnvalue,
  trademark,
  ulink,
} from './inline.ts';
import {
  calloutlist,
  itemizedlist,
  orderedlist,
  procedure,
  simplelist,
  step,
  substeps,
  variablelist,
} from './lists.ts';
import { admonition, blockquote, bridgehead, formalpara, para } from './paragraphs.ts';
import { refentry, refnamediv, refsection } from './reference-pages.ts';
import { anchor, co, footnote, footnoteref, glossterm, indexterm, innerLink, xref } from './references.ts';
import { partintro, section } from './sections.ts';
import { table } from './tables.ts';
import { verbatim } from './verbatim.ts';

/** Shown by the element around it, or by other pages, or not meant for readers. */
const ignored: Handler = () => '';

export const handlers = dictionary<Handler>({
  ...inlineHandlers,

  appendix: section,
  article: section,
  bibliography: section,
  chapter: section,
  glossary: section,
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
  legalnotice,
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
  step,
  substeps,

  literallayout: verbatim,
  programlisting: verbatim,
  screen: verbatim,
  synopsis: verbatim,
  address: verbatim,
  co,

  table,
  informaltable: table,
  equation: formal,
  example: formal,
  figure: formal,
  informalequation: informal,
  informalexample: informal,
  informalfigure: informal,
  mediaobject,
  inlinemediaobject: mediaobject,

  anchor,
  footnote,
  footnoteref,
  glossterm,
  indexterm,
  link: innerLink,
  ulink,
  xref,

  citerefentry,
  email,
  emphasis,
  keycombo,
  menuchoice,
  optional,
  phrase,
  productname,
  quote,
  refentrytitle,
  returnvalue,
  trademark,

  arg,
  cmdsynopsis,
  group,
  sbr,

  glossdef,
  glossdiv,
  glossentry,
  glosslist,
  glosssee,

  bibliodiv,
  biblioentry,
  bibliolist,
  author: fieldInText,
  corpauthor: fieldInText,
  date: fieldInText,
  firstname: fieldInText,
  holder: fieldInText,
  honorific: fieldInText,
  orgname: fieldInText,
  othername: fieldInText,
  personname: fieldInText,
  productnumber: fieldInText,
  pubdate: fieldInText,
  publishername: fieldInText,
  surname: fieldInText,
  year: fieldInText,

  appendixinfo: ignored,
  bookinfo: ignored,
  chapterinfo: ignored,
  docinfo: ignored,
  info: ignored,
  manvolnum: ignored,
  partinfo: ignored,
  prefaceinfo: ignored,
  refentryinfo: ignored,
  refmeta: ignored,
  refmiscinfo: ignored,
  remark: ignored,
  sect1info: ignored,
  subtitle: ignored,
  title: ignored,
  titleabbrev: ignored,
});
