/** Words around a manual page; other languages have them in translations/<lang>/words.yml under `page:`. */
export const englishPageWords = {
  contents: 'Contents of this chapter',
  crumbs: 'Where this page stands',
  versions: 'This page in version',
  notInVersion: 'Version {version} does not have this page',
  inVersionAs: 'In version {version}: {page}',
  unreleased: 'PostgreSQL {version} is not released yet; this page may still change.',
  unsupported: 'PostgreSQL {version} is no longer supported.',
  readVersion: 'Read this page for version {version}',
  /** A page that only other versions have. */
  absent: 'Version {version} has no page “{title}”',
  absentMoved: 'In version {version} its text stands on the page {link}.',
  absentOthers: 'These versions have it:',
  absentHome: 'Contents of the manual of version {version}',
  pages: 'Previous and next page',
  prev: 'Previous',
  up: 'Up',
  next: 'Next',
  edit: 'Edit this page',
  questions: 'Questions about this page',
  origin: 'Part of this translation was taken over from {name}.',
  /** The line that sums a page up: `total`, then each part that is not zero, joined by `separator`. */
  total: '{n} paragraphs: ',
  reviewed: '{n} reviewed',
  translated: '{n} translated',
  machine: '{n} machine drafts',
  stale: '{n} with changed English',
  untranslated: '{n} not translated',
  separator: ', ',
  end: '.',
  /** Who made the page. `{names}` is a list, `{date}` a day. */
  translators: 'Translated by {names}',
  reviewers: 'Reviewed by {names}',
  others: 'and {n} others',
  changed: 'Last change {date}',
  /** What somebody did for a paragraph; their name follows. */
  deedTranslated: 'Translated',
  deedUpdated: 'Brought up to date',
  deedCorrected: 'Corrected',
  deedKept: 'Found still right',
  deedDrafted: 'Machine draft put in',
  deedReviewed: 'Reviewed',
  comment: 'comment',
  changes: 'Where the English has changed since it was translated',
  /** Above the index of the book. */
  indexFilter: 'Filter the index',
  indexCount: '{n} entries',
  indexNone: 'No entry has these words',
  /**
   * Where each letter begins among the words of a language that is not written in letters, as its dictionaries have them: each
   * letter with the first word under it, then a space. Without any, the index stays in the order of its English.
   */
  indexLetters: '',
  /** The sections of the site, as its navigation names them. */
  manual: 'Manual',
  blog: 'Blog',
  faq: 'Questions',
  work: 'To do',
  progress: 'Progress',
  people: 'People',
  guide: 'How to help',
} as const;

export type PageWord = keyof typeof englishPageWords;
export type PageWords = Readonly<Record<PageWord, string>>;
