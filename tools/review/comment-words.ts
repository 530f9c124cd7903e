/**
 * What the bot says, as data: English here, another language in translations/<lang>/bot.yml. `{n}` and its like stand for
 * numbers and for pieces of Markdown that are ready.
 */
import { z } from 'zod';
import { parseStrictYaml } from '../project/strict-yaml.ts';
import { ANSWERS, type AnswerName } from './command-words.ts';

const ENGLISH = {
  fine: 'Nothing is wrong. Thank you!',
  'fine-empty': 'No paragraph of the manual is changed.',
  errors: '{n} to mend before this can be merged:',
  warnings: '{n} worth a look; leave what is right as it is:',
  'more-findings': '{n} more are in the [full report]({url}).',
  guarded:
    '{files} can be changed by maintainers only. Please take that out of this pull request: it is enough to restore the file as it is on main. If the change is needed, open an issue.',
  'guarded-maintainer': 'Touches guarded files: {files}. Please read them closely.',
  mixed: 'This changes several kinds of things ({kinds}); a pull request of each is reviewed faster.',
  unread:
    'The boxes say that a program wrote the text and that not every paragraph was read. It will count as a machine’s draft, without points, until somebody has read it. Once you have, check the box.',
  'no-boxes': 'The boxes of the template are gone; whether a program wrote the text is not known.',
  proved:
    'Proved: nothing but {old} → {new} is changed, in {n} paragraphs. Once a reviewer approves this, earlier reviews stay valid.',
  'not-proved':
    'This says that it only replaces {old} by {new}, but other text is changed too. It counts as ordinary corrections.',
  sync: 'Paragraphs came or went, as in a sync or an import: this earns nobody points, and approving it reviews nothing.',
  others: 'Other open pull requests change the same paragraphs; please talk to each other:',
  status: 'What changes',
  'status-head': 'paragraphs',
  'words-head': 'words',
  points: 'Points to come, if it is merged as it is: {people}',
  paragraphs: '{n} paragraphs in detail',
  'more-paragraphs': '{n} more paragraphs are in the [full report]({url}).',
  terms: 'terms',
  alike: 'alike in',
  english: 'English',
  target: 'translation',
  pages: 'Whole pages, before → after',
  notes: 'Notes',
  cut: 'The rest did not fit; it is in the [full report]({url}).',
  checked: 'Checked: {head}, merged with {base}. [Full report]({url})',
  live: 'Thank you! Your {n} paragraphs will be live in a few minutes, in {versions}.',
  'live-one': 'Thank you! Your paragraph will be live in a few minutes, in {versions}.',
  'live-content': 'Thank you! What you wrote will be live in a few minutes.',
  'live-current': '{version} and every other version with the same English',
  'live-more': 'And {n} more pages.',
  untranslated: 'untranslated',
  machine: 'machine',
  stale: 'stale',
  translated: 'translated',
  reviewed: 'reviewed',
  'kind-translation': 'translation',
  'kind-glossary': 'glossary',
  'kind-blog': 'blog',
  'kind-faq': 'FAQ',
  'kind-guide': 'guide',
  'kind-site': 'site',
  'kind-tools': 'tools',
  'kind-guarded': 'guarded files',
  'kind-other': 'other files',
} as const;

export type BotWord = keyof typeof ENGLISH;

/** Every text of the bot in one language, and names of rules, where the language has them. */
export interface BotWords {
  readonly words: Readonly<Record<BotWord, string>>;
  readonly rules: Readonly<Record<string, string>>;
  /** To commands in comments. */
  readonly answers: Readonly<Record<AnswerName, string>>;
}

export const englishBotWords: BotWords = { words: ENGLISH, rules: {}, answers: ANSWERS };

const LIVE = /[<>@#]|https?:|!\[/;

const word = (english: string) =>
  z
    .string('text expected')
    .max(600, 'at most 600 characters expected')
    .refine((text) => placeholders(text) === placeholders(english), {
      message: `the same placeholders as in English expected: ${english}`,
    })
    .refine((text) => !LIVE.test(text), 'plain words expected, without tags, @names, #numbers and addresses')
    .optional();

/** A text or none for each name. */
const texts = (english: Readonly<Record<string, string>>) =>
  z.strictObject(Object.fromEntries(Object.entries(english).map(([name, text]) => [name, word(text)]))).default({});

const schema = z.strictObject({
  words: texts(ENGLISH),
  answers: texts(ANSWERS),
  rules: z.record(z.string().regex(/^[a-z][a-z0-9/-]{0,60}$/, 'the name of a rule expected'), word('')).default({}),
});

/**
 * Reads translations/<lang>/bot.yml.
 *
 * @param file the name that messages bear
 * @returns undefined for a language that has no words of its own, which leaves English alone
 * @throws Failure(2) that lists every problem
 */
export function parseBotWords(text: string | undefined, file: string): BotWords | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const { words, rules, answers } = parseStrictYaml(schema, text, file);
  return {
    words: { ...ENGLISH, ...given(words) },
    rules: given(rules),
    answers: { ...ANSWERS, ...given(answers) },
  };
}

function given(texts: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(texts).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');
}
