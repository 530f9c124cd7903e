/**
 * What the bot answers to a command in a comment, in English; another language has its own in translations/<lang>/bot.yml,
 * by the same names. What comes from other people is shown as code, letter by letter.
 */
import { codeSpan, shortened } from './escape-markdown.ts';

/** Texts with `{name}` where a value stands. */
export const ANSWERS = {
  stranger:
    'Thank you. Commands in comments are for the reviewers of this translation and for those who hold an office; nothing was done. What you would change can go into a comment in your own words, or into a pull request.',
  refused: 'Nothing was done. An edited comment is not read again; please write a new one.',
  'more-refused': 'And {count} more of this kind.',
  'bad-reviewed':
    '`/reviewed` expects a page and, if not all of it was read, keys: `/reviewed sql-select`, `/reviewed sql-select 7c1e9a4012 52d0b8f1aa` or `/reviewed sql-select except 7c1e9a4012`; with `at COMMIT` behind it, if you read an older state of main.',
  'bad-accept': '`/accept` expects keys, and may have their page before them: `/accept sql-select 7c1e9a4012`.',
  'bad-apply':
    '`/apply` stands alone on its line, or has the words behind it that are to be taken instead: `/apply --or The words.`',
  'bad-award':
    '`/award` expects a kind, a person if it is not the author of the issue, a number up to 100 if it is not one, and a reason: `/award wish: The search finds keys now.`',
  found: 'It stumbled over {found}.',
  'too-long': 'A comment with commands can have {most} characters.',
  'too-many': 'There can be {most} at a time.',
  'one-record':
    'A comment comes to one record: it holds reviews, or one `/award`, or one `/apply`. Please write a comment for each.',
  'several-folders':
    'A comment is one record, and you review these folders each on its own: {folders}. Please write a comment for each.',
  'several-commits': 'A comment is one record of one state of main. Please write a comment for each.',
  'no-main': 'Main had no commit yet when you wrote this.',
  'no-commit': 'Main has no commit {commit}.',
  'not-reviewer': 'You are not on the list of those who review {folder}, where {page} stands.',
  'no-page': 'There is no page {page}.',
  'no-page-near': 'There is no page {page}; did you mean {near}?',
  'no-key': '{page} has no paragraph {key}.',
  'no-key-near': '{page} has no paragraph {key}; did you mean {near}?',
  'no-key-anywhere': 'No page has a paragraph {key}.',
  'key-on-pages': '{key} stands on several pages: {pages}. Please name one before the key.',
  'is-untranslated': '{key} of {page} has no translation.',
  'is-stale': '{key} of {page} is stale, as its English has changed: mend it, or say `/accept` if it is still right.',
  'is-machine': '{key} of {page} is a draft made for this English; `/reviewed` approves it.',
  'is-translated': '{key} of {page} is not stale.',
  'nothing-there': 'There is nothing to review here.',
  'all-own': 'You wrote all of these translations yourself; somebody else has to review them.',
  nobody: 'Programs, and accounts that are gone, review nothing.',
  'accepted-own':
    'The flag is lifted. You wrote these translations yourself, so that they wait for somebody else to review them: {keys}',
  'has-changed': 'These have changed since you wrote; please look at them again: {keys}',
  'no-office': 'Awards are given by those who hold an office.',
  'no-kind': 'There is no award called {kind}; there are {kinds}.',
  'no-person': 'There is nobody on GitHub to be awarded: {login}',
  'no-author': 'The author of this issue is a program, or gone: please name whom you award.',
  'to-oneself': 'Nobody awards themselves.',
  'no-suggestion':
    '`/apply` belongs below an issue made with the form for suggested wordings, with its page, key and wording.',
  'no-wording': 'The suggested wording is empty, or longer than {most} characters.',
  'key-became':
    '{page} no longer has the paragraph {key}. It has become {now} on {there}; its English and its translation are:',
  'key-became-next':
    'If the suggestion still fits, write the new page and key into the issue, and `/apply` in a new comment.',
  'key-gone': '{page} no longer has the paragraph {key}, and nothing has taken its place.',
  'same-already': 'Main has this wording already.',
  unsound: 'The wording does not pass the checks; `/apply --or` followed by other words takes those instead:',
  'by-hand':
    'The branch {branch} holds commits that are not mine: {commits}. I leave it alone until it is merged or deleted.',
  applied: 'Thank you, {who}! Your wording is in {pull} now, with you as its co-author.',
  'applied-ghost': 'The wording is in {pull} now.',
  'pull-suggestion': 'A reader suggested another wording in {issue}.',
  'pull-thanks': 'Thank you, {who}!',
  'pull-next': 'It is reviewed like any other pull request.',
  'sync-done': 'Main has all of this now.',
} as const;

export type AnswerName = keyof typeof ANSWERS;

/** Something that GitHub is to make a link of, and tell people of. */
export interface Live {
  readonly live: string;
}

/** Text is shown as code, a list of texts one after the other, a number as it is. */
export type Values = Readonly<Record<string, string | number | readonly string[] | Live>>;

export interface Answer {
  readonly name: AnswerName;
  readonly values?: Values;
}

const LONGEST_VALUE = 200;
const MOST_VALUES = 100;

/** `@login`; a login that GitHub could not have given is shown as code. */
export function mention(login: string): Live | string {
  return /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,98})$/.test(login) ? { live: `@${login}` } : login;
}

/** `#12`: an issue or pull request of the repository. */
export const reference = (number: number): Live => ({ live: `#${number}` });

/** @param words of another language, by the same names; English where it has none */
export function answerText({ name, values = {} }: Answer, words: Readonly<Record<string, string>> = ANSWERS): string {
  const template = (Object.hasOwn(words, name) ? words[name] : undefined) ?? ANSWERS[name];
  return template.replace(/\{([a-z]+)\}/g, (whole, hole: string) => {
    const value = Object.hasOwn(values, hole) ? values[hole] : undefined;
    return value === undefined ? whole : shown(value);
  });
}

/** The same in all of the languages, one below the other. */
export function inEach(answer: Answer, languages: readonly Readonly<Record<string, string>>[]): string {
  return languages.map((words) => answerText(answer, words)).join('<br>');
}

function shown(value: Values[string]): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return codeSpan(shortened(value, LONGEST_VALUE));
  if ('live' in value) return value.live;
  const more = value.length > MOST_VALUES ? ` … +${value.length - MOST_VALUES}` : '';
  return value.slice(0, MOST_VALUES).map(shown).join(' ') + more;
}
