/** Words of the pages about people; other languages have them in translations/<lang>/words.yml under `people:`. */
export const englishPeopleWords = {
  title: 'People',
  lead: 'Who translates this manual, who reads it against the English, and who keeps it going.',
  asOf: 'As of {date}, the day of the latest record.',
  asOfPoints: 'As of {date}, the day of the latest record. Points are reckoned up to then.',
  sections: 'On this page',
  /** Where nothing is recorded yet. */
  emptyTitle: 'The first name here can be yours',
  empty:
    'Everybody whose work is merged gets a page here: what they translated, reviewed and wrote. Nothing is recorded yet.',
  emptyGuide: 'How to begin',
  /** Years and lists. */
  bestTitle: 'Contributor of the year',
  bestHow: 'Whoever has the most points of a year; who has equally many shares it.',
  best: 'Contributor of {year}',
  bestSoFar: 'Ahead in {year} so far',
  yearTitle: 'People of {year}',
  yearAll: 'All {n} people of {year}',
  yearOne: 'The list of {year}',
  allTitle: 'Everybody, of all years',
  allPage: 'Everybody, of all years, page {n}',
  yearPage: 'People of {year}, page {n}',
  years: 'Years',
  lists: 'Pages of this list',
  rank: 'Place',
  person: 'Person',
  level: 'Level',
  points: 'Points',
  pointsOf: '{n} points',
  lifetime: 'All years',
  translated: 'Words translated',
  reviewed: 'Words reviewed',
  posts: 'Pages written',
  wordsHow:
    'Words are those of the English. A paragraph counts once, whether it was translated, brought up to date, corrected, or read and kept; a review counts each text once.',
  pointsHow: 'How points come about',
  /** Duties. */
  officesTitle: 'Offices and duties',
  office: 'Office',
  holders: 'Who',
  since: 'since {month}',
  from: 'from {month}',
  span: '{from} to {to}',
  formerOffices: 'Earlier',
  nobody: 'nobody',
  reviewers: 'Reviewers',
  reviewersHow: 'They may approve translations.',
  allFolders: 'all of the manual',
  officeTranslation: 'Translation',
  officeWebsite: 'Website',
  /** Levels as points.yml of a new workspace has them. */
  levelNewcomer: 'Newcomer',
  levelContributor: 'Contributor',
  levelRegular: 'Regular',
  levelPillar: 'Pillar',
  levelMaster: 'Master',
  /** Imported translations. */
  originsTitle: 'The people behind imported translations',
  originsLead: 'Part of the text comes from earlier translations. These people made them.',
  originPages: 'Text on {n} pages',
  licence: 'Licence: {name}',
  commit: 'State {commit}',
  /** A person. */
  description: 'What {login} translated, reviewed and wrote.',
  everybody: 'All people',
  github: 'On GitHub',
  formerly: 'Formerly {logins}',
  namesake: 'Somebody else bore this login, too:',
  rankOf: 'Place {rank} of {n}',
  toNext: '{n} points to {level}',
  levels: 'Levels',
  levelFrom: 'from {n} points',
  highest: 'The highest level',
  nothing: 'Nothing of theirs is recorded yet that counts.',
  byYear: 'Year by year',
  year: 'Year',
  chart: 'Points by year',
  manualPages: 'Pages of the manual',
  morePages: 'and {n} more pages',
  pulls: 'Pull requests',
  morePulls: 'and {n} more, with the earliest #{number}',
  written: 'Written',
  moreWritten: 'and {n} more',
  kindBlog: 'post',
  kindFaq: 'question',
  kindGuide: 'guide',
  kindOther: 'page',
  explained: 'How the {n} points of {year} add up',
  date: 'Date',
  record: 'Record',
  why: 'What for',
  cut: '{n} more lines. All of them:',
  computed: 'Anybody can reckon it again:',
  moreTexts: 'and {n} more texts',
  separator: ', ',
} as const;

export type PeopleWord = keyof typeof englishPeopleWords;
export type PeopleWords = Readonly<Record<PeopleWord, string>>;

/** `said('{n} points', { n: '12' })`, as plain text. A name without a value stays as it stands. */
export function said(word: string, values: Readonly<Record<string, string>>): string {
  return word.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** What people read of a level or an office of the rules: its own name, else the language's word for the key, else the key. */
export function nameOfKey(words: PeopleWords, prefix: 'level' | 'office', key: string, name?: string): string {
  const word = `${prefix}${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
  return name ?? (Object.hasOwn(words, word) ? words[word as PeopleWord] : key);
}
