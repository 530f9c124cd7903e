/** Words around a manual page; other languages have them in translations/<lang>/words.yml under `page:`. */
export const englishPageWords = {
  contents: 'Contents of this chapter',
  crumbs: 'Where this page stands',
  versions: 'This page in other versions',
  pages: 'Previous and next page',
  prev: 'Previous',
  up: 'Up',
  next: 'Next',
  edit: 'Edit this page',
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
  /** Lists of posts and questions, where the workspace wrote none of its own. */
  blog: 'Blog',
  faq: 'Questions',
  manual: 'Manual',
  guide: 'How to help',
} as const;

export type PageWord = keyof typeof englishPageWords;
export type PageWords = Readonly<Record<PageWord, string>>;

/** Lays translated words over the English; an unknown key is named in `unknown`. */
export function pageWords(translated: Readonly<Record<string, string>>): {
  words: PageWords;
  unknown: readonly string[];
} {
  const unknown = Object.keys(translated).filter((key) => !Object.hasOwn(englishPageWords, key));
  const known = Object.entries(translated).filter(([key]) => !unknown.includes(key));
  return { words: { ...englishPageWords, ...Object.fromEntries(known) }, unknown };
}
