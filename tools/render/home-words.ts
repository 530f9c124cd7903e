/** Words of the start page's generated parts; other languages have them in translations/<lang>/words.yml under `home:`. */
export const englishHomeWords = {
  read: 'Read the manual of version {version}',
  search: 'Search the manual',
  searchGo: 'Search',
  versions: 'Versions',
  current: 'current',
  unreleased: 'not released yet',
  unsupported: 'no longer supported',
  released: 'Release {release}',
  share: '{translated}% translated, {reviewed}% reviewed',
  progress: 'Progress in numbers',
  todo: 'What is to do',
  open: '{words} words of version {version} wait for a translation',
  stale: '{words} words have changed in English',
  unreviewed: '{words} words wait for a second pair of eyes',
  choose: 'Choose a paragraph',
  posts: 'From the blog',
  allPosts: 'All posts',
  questions: 'Questions',
  allQuestions: 'All questions',
  people: 'Working on it lately',
  allPeople: 'Everybody',
} as const;

export type HomeWords = Readonly<Record<keyof typeof englishHomeWords, string>>;
