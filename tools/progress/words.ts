/**
 * The words of the pages that show progress, what is to do, and the review desk; other languages have them in
 * translations/<lang>/words.yml under `progress:`, `work:` and `desk:`. `{n}` and the like stand for values.
 */
export const englishProgressWords = {
  title: 'Progress',
  titleOf: 'Progress of version {release}',
  lead: 'How far the translation is, counted in words of the English text. Index terms are not counted, and release notes are counted apart.',
  leadOf: 'Words of the English text by the state of their translation, part by part and page by page.',
  reviewed: 'Reviewed',
  translated: 'Translated',
  machine: 'Machine draft',
  stale: 'English changed',
  untranslated: 'Not translated',
  reviewedMeans: 'a person has approved exactly this text',
  translatedMeans: 'translated by a person, approved by nobody yet',
  machineMeans: 'drafted by a program, read by nobody yet',
  staleMeans: 'made for an older English text',
  untranslatedMeans: 'no translation yet',
  legend: 'What the colours mean',
  words: 'Words',
  version: 'Version',
  part: 'Part',
  page: 'Page',
  versions: 'Versions',
  parts: 'Parts',
  pages: 'Pages',
  pagesOfPart: '{n} pages',
  whole: 'The whole manual',
  front: 'Before the parts',
  notes: 'Release notes',
  of: 'Version {release}',
  released: 'released upstream on {date}',
  share: '{share}% translated, {reviewed}% reviewed',
  more: 'By part and page',
  todo: 'What is to do',
  allVersions: 'All versions',
  data: 'The numbers as JSON',
  badges: 'Badges',
  badgesLead: 'For a README or a website, in Markdown:',
  badgeTranslated: 'translated',
  badgeReviewed: 'reviewed',
} as const;

export const englishWorkWords = {
  title: 'What is to do',
  titleOf: '{release}: what is to do',
  lead: 'No command line is needed: choose a page and edit its file on GitHub, in the browser.',
  leadOf: 'Words of the English text that wait for somebody. Within each part the most useful pages stand first.',
  how: 'How it goes',
  howChoose: 'Choose a page below that nobody works on.',
  howEdit:
    '“Edit” opens its file on GitHub. Each English paragraph stands there with its translation under it; write there.',
  howSend: '“Propose changes” sends it. A comment tells within minutes what would be better otherwise.',
  guide: 'The guide for translators',
  version: 'Version',
  untranslated: 'Not translated',
  stale: 'English changed',
  unreviewed: 'Not reviewed',
  page: 'Page',
  best: 'Best done next',
  edit: 'Edit',
  review: 'Review',
  busy: 'being worked on in',
  more: '… and {n} more pages; {link}',
  moreLink: 'all pages and their state',
  done: 'Nothing is left to do here.',
  sums: '{untranslated} not translated · {stale} with changed English · {unreviewed} not reviewed',
  open: 'Open the list',
  desk: 'Review desk',
  deskLead: 'Do you know both languages? Twenty minutes a week help: read what nobody has approved yet.',
  progress: 'How far the translation is',
} as const;

export type ProgressWords = Readonly<Record<keyof typeof englishProgressWords, string>>;
export type WorkWords = Readonly<Record<keyof typeof englishWorkWords, string>>;

/** What every page of this room is told of its surroundings. */
export interface Surroundings {
  /** BCP 47 language of the translation. */
  readonly lang: string;
  readonly progress: ProgressWords;
  readonly work: WorkWords;
  /** `owner/name` on GitHub. */
  readonly repository: string | undefined;
}
