/** Words of blog and questions; other languages have them in translations/<lang>/words.yml under `articles:`. */
export const englishArticleWords = {
  /** A day; `{month}` and `{day}` without leading zeros. */
  date: '{year}-{month}-{day}',
  minutes: '{n} min read',
  chosen: 'Featured',
  chosenTitle: 'Chosen for the public account',
  separator: ', ',
  tags: 'Tags',
  tag: 'Tag: {name}',
  author: 'Posts by {name}',
  authorPage: '{name}’s contributions',
  archive: 'Archive',
  allPosts: 'All posts',
  feeds: 'Subscribe',
  blogNav: 'Blog',
  blogLead: 'News of the translation and of PostgreSQL, written by those who translate the manual.',
  outline: 'On this page',
  relatedManual: 'In the manual',
  relatedPosts: 'Related posts',
  relatedQuestions: 'Related questions',
  neighbours: 'Previous and next post',
  newerPost: 'Newer',
  olderPost: 'Older',
  pages: 'Pages of the list',
  page: 'Page {n}',
  newer: 'Newer posts',
  older: 'Older posts',
  count: '{n} posts',
  year: '{year}',
  edit: 'Edit on GitHub',
  faqNav: 'Questions',
  faqLead: 'Short answers to what people ask about PostgreSQL, with the places of the manual that say more.',
  categories: 'Categories',
  other: 'Other',
  questions: '{n} questions',
  filter: 'Filter questions',
  filterHint: 'A word of the question or a tag',
  filterNone: 'No question matches. Search finds words of the answers too.',
  allQuestions: 'All questions',
  forVersions: 'For PostgreSQL',
  wechatNotes: 'Links',
  forAll: 'For all versions of PostgreSQL',
} as const;

export type ArticleWord = keyof typeof englishArticleWords;
export type ArticleWords = Readonly<Record<ArticleWord, string>>;

/** `fillWord('{n} posts', { n: '3' })` → `3 posts`. */
export function fillWord(word: string, values: Readonly<Record<string, string | number>>): string {
  return word.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
