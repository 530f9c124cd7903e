/**
 * The words of the site's own interface, with their English defaults. A workspace translates them under `site:` in
 * translations/<lang>/words.yml; a key it leaves out keeps its default, a key not listed here is nobody's word.
 */
export const defaultWords = {
  skip: 'Skip to content',
  menu: 'Menu',
  mainNav: 'Site',
  contents: 'Contents of this chapter',
  search: 'Search',
  searchPlaceholder: 'Search the manual',
  searchHint: '↑ ↓ move · Enter opens · Tab: version and part · Esc closes',
  searchNone: 'Nothing found',
  searchLoading: 'Searching…',
  searchServed: 'Search works once the site is served by a web server; pages opened from a folder cannot load it.',
  searchMissing: 'The search index could not be loaded.',
  searchPartly: 'No page has all of these words. Some have most of them:',
  searchVersion: 'Version {version}',
  searchVersionLabel: 'Version',
  searchPart: 'Where to search',
  searchAll: 'The whole manual',
  searchOwn: 'Blog, questions, guides',
  searchIdle: 'a an and are as at by can do for from how i in is it my of on or that the this to what when which with',
  searchCount: '{count} pages',
  close: 'Close',
  reading: 'Reading mode',
  readingTarget: 'Translation',
  readingBoth: 'Both',
  readingSource: 'English',
  pairs: 'Side by side',
  theme: 'Dark or light',
  copyKey: 'Copy key',
  copied: 'Copied',
  copyLink: 'Link to this section',
  copyListing: 'Copy this listing',
  otherLanguage: 'Show the other language',
  panel: 'About this paragraph',
  reviewed: 'reviewed by a person',
  translated: 'translated, not reviewed yet',
  copyAddress: 'Copy link',
  editParagraph: 'Edit on GitHub',
  report: 'Report an error',
  suggest: 'Suggest a wording',
  byMail: 'mail',
  byCopy: 'copy as text',
  keys: 'Keyboard shortcuts',
  keysSwitch: 'Shortcuts of a single key',
  keysNext: 'Next page',
  keysPrevious: 'Previous page',
  keysParagraph: 'Next and previous paragraph',
  keysHelp: 'This list',
  machine: 'machine translation',
  stale: 'English has changed since',
  untranslated: 'not yet translated',
  footnotes: 'Footnotes',
  backToText: 'Back to the text',
  homeLead: 'The PostgreSQL manual, translated paragraph by paragraph, with the English beside it.',
  homeRead: 'Read version {version}',
  homeVersions: 'Other versions',
  homeHow: 'How this manual reads',
  homeBoth: 'Two languages, one page',
  homeBothText: 'Read the translation, the English, or both. A tap on a paragraph shows its other language.',
  homePaths: 'The same addresses',
  homePathsText: 'Pages and anchors are named as on postgresql.org: change the host in a link, and you are here.',
  homeStatus: 'You see what was reviewed',
  homeStatusText: 'Each page says how much of it a person has approved, and marks what was not.',
  glossary: 'Terms',
  glossaryLead: 'How the terms of the manual are translated here.',
  glossaryTerm: 'English',
  glossaryTarget: 'Translation',
  glossaryNot: 'Not',
  glossaryNote: 'Meaning and notes',
  glossaryKept: 'stays in English',
  notFoundTitle: 'There is no such page',
  notFoundText: 'It may belong to another version of PostgreSQL, or the address has a slip in it.',
  notFoundMaybe: 'Perhaps you are looking for:',
  notFoundSearch: 'Search for “{words}”',
  notFoundHome: 'To the start page',
  notFoundManual: 'To the manual of version {version}',
} as const;

export type WordKey = keyof typeof defaultWords;
export type Words = Readonly<Record<WordKey, string>>;

/** The defaults with a workspace's translations laid over them; words nobody uses are dropped. */
export function siteWords(translated: Readonly<Record<string, string>>): Words {
  const words: Record<WordKey, string> = { ...defaultWords };
  for (const key of Object.keys(defaultWords) as WordKey[]) {
    const word = translated[key];
    if (word !== undefined && word !== '') words[key] = word;
  }
  return words;
}

/** `fill('Version {version}', { version: '18' })` → `Version 18`. A name without a value stays as it stands. */
export function fill(word: string, values: Readonly<Record<string, string>>): string {
  return word.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
