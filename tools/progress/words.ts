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
  trend: 'Over time',
  trendLead:
    'Words of the current version by the state of their translation, at the last change of each week or, over a longer time, of each month.',
  trendOf: 'Words by state from {from} to {to}',
  trendNone: 'No trend can be shown: the workspace has no history in Git.',
  trendShallow: 'No trend can be shown: the site was built from a clone that lacks its older commits.',
  asTable: 'The same as a table',
  day: 'Day',
  nWords: '{n} words',
  oldestStale: 'Oldest with changed English',
  oldestUnreviewed: 'Longest without a review',
  oldestSince: 'Since',
  paragraph: 'Paragraph',
  upstream: 'What upstream changed last',
  upstreamFirst: '{release} has been here since {day}; nothing has been changed by upstream since then.',
  upstreamLast:
    '{release} took the place of {from} on {day}: {paragraphs} paragraphs on {pages} pages were new or changed.',
  changedParagraphs: 'Changed paragraphs',
  upstreamMore: '… and {n} more pages.',
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

export const englishDeskWords = {
  title: 'Review desk',
  titleOf: 'Review desk: {part}',
  lead: 'The next twenty minutes of what nobody has approved yet, folder by folder. What waits longest comes first.',
  leadOf: '{paragraphs} paragraphs, {words} words: about twenty minutes.',
  folder: 'Folder',
  waiting: 'Words that wait',
  since: 'Waits since',
  textSince: 'since {day}',
  how: 'How it goes',
  howRead:
    'Read the translation beside its English. Does it say the same, nothing added, nothing left out? Are code and names the same?',
  howTick: 'Tick what is right. What is not right you leave, or mend it with “Edit”.',
  howSend:
    'Copy the comment at the end and send it on GitHub. The bot records it, under your name, and answers with a thumb up.',
  keys: 'On the keyboard, while you are in the list: {next} next, {previous} previous, {tick} tick.',
  right: 'Looks right',
  all: 'All of this page',
  inPage: 'In its page',
  edit: 'Edit',
  machine: 'machine draft',
  changed: 'The English has changed; this translation was made anew for it:',
  done: 'ticked: {n} of {total}',
  toComment: 'To the comment',
  comment: 'Your comment',
  commentAll:
    'This comment approves every paragraph above. Take out the keys of those that are not right, and send it as a comment on GitHub.',
  commentTicked: 'This comment approves what you have ticked. Send it as it is, as a comment on GitHub.',
  commentNone: 'Tick the paragraphs that are right; the comment is written here.',
  copy: 'Copy the comment',
  open: 'Open the place for it on GitHub',
  where: 'Any issue will do; those with the label “review” are meant for it.',
  own: 'Your own translations may be among them; they are left out, as somebody else has to review them.',
  another: 'Another twenty minutes: {n}',
  rest: '{words} words of this folder wait in all.',
  nothing: 'Nothing waits for a review.',
  guide: 'The guide for reviewers',
  desk: 'All folders',
} as const;

export type DeskWords = Readonly<Record<keyof typeof englishDeskWords, string>>;
export type ProgressWords = Readonly<Record<keyof typeof englishProgressWords, string>>;
export type WorkWords = Readonly<Record<keyof typeof englishWorkWords, string>>;

/** What every page of this room is told of its surroundings. */
export interface Surroundings {
  /** BCP 47 language of the translation. */
  readonly lang: string;
  readonly progress: ProgressWords;
  readonly work: WorkWords;
  readonly desk: DeskWords;
  /** `owner/name` on GitHub. */
  readonly repository: string | undefined;
}
