/**
 * What each DocBook element is to a segment. Data only; the rules that use it stand in collect.ts and
 * from-docbook.ts.
 */

/**
 * How an inline element is written in Markdown. `plain`: its text alone · `none`: nothing (anchors, index terms). The
 * others are told apart in from-docbook.ts.
 */
export type Notation =
  | 'plain'
  | 'code'
  | 'replaceable'
  | 'emphasis'
  | 'optional'
  | 'xref'
  | 'link'
  | 'ulink'
  | 'email'
  | 'footnote'
  | 'footnoteref'
  | 'quote'
  | 'keycombo'
  | 'citerefentry'
  | 'trademark'
  | 'sub'
  | 'sup'
  | 'none';

const names = (notation: Notation, list: string): [string, Notation][] =>
  list.split(' ').map((name) => [name, notation]);

/** Every inline element; one that is not here is a block. */
export const INLINE: ReadonlyMap<string, Notation> = new Map<string, Notation>([
  ...names('plain', 'abbrev acronym application author corpauthor date firstname foreignphrase glossterm honorific'),
  ...names('plain', 'othername personname phrase productname productnumber publishername surname wordasword'),
  ...names(
    'plain',
    'guibutton guiicon guilabel guimenu guimenuitem guisubmenu interface lineannotation orgname pubdate',
  ),
  ...names('code', 'classname code command computeroutput constant database envar errorcode errorname errortext'),
  ...names('code', 'errortype exceptionname filename function keycap keycode keysym literal markup option parameter'),
  ...names('code', 'prompt property returnvalue sgmltag structfield structname symbol systemitem tag token type uri'),
  ...names('code', 'userinput varname'),
  ...names('emphasis', 'citetitle emphasis firstterm'),
  ['replaceable', 'replaceable'],
  ['optional', 'optional'],
  ['xref', 'xref'],
  ['link', 'link'],
  ['ulink', 'ulink'],
  ['email', 'email'],
  ['footnote', 'footnote'],
  ['footnoteref', 'footnoteref'],
  ['quote', 'quote'],
  ['keycombo', 'keycombo'],
  ['citerefentry', 'citerefentry'],
  ['trademark', 'trademark'],
  ['subscript', 'sub'],
  ['superscript', 'sup'],
  ...names('none', 'anchor beginpage co indexterm remark'),
]);

/** Line ends count in these: they are shown as the source has them. */
export const VERBATIM: ReadonlySet<string> = new Set([
  'programlisting',
  'screen',
  'synopsis',
  'literallayout',
  'address',
]);

/** Their words are names, numbers or generated, never translated. */
export const NEVER_TRANSLATED: ReadonlySet<string> = new Set([
  ...[
    'refmeta',
    'refname',
    'refdescriptor',
    'refclass',
    'cmdsynopsis',
    'funcsynopsis',
    'colspec',
    'spanspec',
    'imageobject',
  ],
  ...[
    'corpauthor',
    'productname',
    'productnumber',
    'copyright',
    'author',
    'authorgroup',
    'editor',
    'othercredit',
    'publisher',
  ],
  ...[
    'pubdate',
    'date',
    'isbn',
    'issn',
    'pubsnumber',
    'pagenums',
    'volumenum',
    'issuenum',
    'edition',
    'confgroup',
    'abbrev',
  ],
  ...['publishername', 'conftitle', 'confdates', 'address', 'refmiscinfo', 'refentrytitle', 'year', 'holder'],
  ...['glosssee', 'glossseealso', 'releaseinfo', 'invpartnumber', 'artpagenums', 'manvolnum', 'toc', 'areaspec'],
]);

/** Elements that hold elements only: what is inline elsewhere stands as a block in them. */
export const ELEMENTS_ONLY: ReadonlySet<string> = new Set([
  ...['bookinfo', 'partinfo', 'chapterinfo', 'appendixinfo', 'sect1info', 'glossentry', 'biblioentry', 'biblioset'],
  ...['authorgroup', 'author', 'publisher', 'copyright', 'indexterm', 'varlistentry', 'callout'],
]);

/** The words of an index term: entries of kind `index`. */
export const INDEX_WORDS: ReadonlySet<string> = new Set(['primary', 'secondary', 'tertiary', 'see', 'seealso']);
