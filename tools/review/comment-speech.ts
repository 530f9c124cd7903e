/** Says a thing in the workspace's language and in English. */
import { fillWord } from '../project/fill-word.ts';
import { type BotWord, type BotWords, englishBotWords } from './comment-words.ts';

type Pieces = Readonly<Record<string, string | number>>;
/** Pieces that are words themselves are made in each language. */
type PiecesOf = Pieces | ((word: (name: BotWord) => string) => Pieces);

/** @returns a line in each language, or one in English where there is no other */
export type Speech = ((name: BotWord, pieces?: PiecesOf) => string) & {
  /** Short words on one line, such as in the head of a table. */
  readonly label: (name: BotWord) => string;
  /** What a rule is called, where the language has a name for it. */
  readonly rule: (name: string) => string | undefined;
};

export function speech(own: BotWords | undefined): Speech {
  const languages = own === undefined ? [englishBotWords] : [own, englishBotWords];
  const say = (name: BotWord, pieces: PiecesOf = {}) =>
    languages
      .map(({ words }) => fillWord(words[name], typeof pieces === 'function' ? pieces((each) => words[each]) : pieces))
      .join('<br>');
  const label = (name: BotWord) => [...new Set(languages.map(({ words }) => words[name]))].join(' ');
  const rule = (name: string) => (own && Object.hasOwn(own.rules, name) ? own.rules[name] : undefined);
  return Object.assign(say, { label, rule });
}
