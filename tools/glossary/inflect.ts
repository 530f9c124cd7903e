/**
 * Regular English inflections of a term: plurals, third person, past, participle. A form too many does no harm, as no
 * text has it; irregular ones stand in the glossary itself.
 */
import type { Term } from './types.ts';

/** Forms other than the term itself, as phrases. */
export function inflectionsOf({ term, partOfSpeech, forms }: Term): readonly string[] {
  switch (partOfSpeech) {
    case 'adjective':
    case 'adverb':
      return [];
    case 'name':
      return onLastWord(term, (word) => [`${word}s`]);
    case 'verb':
      return onFirstWord(term, verbForms);
    case 'noun':
      return [term, ...forms].flatMap((each) => onHeadNoun(each, plurals));
    case undefined:
      // Of a phrase the last word is a noun more often than not; a single word, such as "lock", may be both.
      return /[\s-]/.test(term) ? onHeadNoun(term, plurals) : [...plurals(term), ...verbForms(term)];
  }
}

type Inflect = (word: string) => readonly string[];

function onFirstWord(phrase: string, inflect: Inflect): readonly string[] {
  const end = /[\s-]/.exec(phrase)?.index ?? phrase.length;
  return inflect(phrase.slice(0, end)).map((form) => form + phrase.slice(end));
}

function onLastWord(phrase: string, inflect: Inflect): readonly string[] {
  const start = phrase.search(/[^\s-]+$/);
  return inflect(phrase.slice(start)).map((form) => phrase.slice(0, start) + form);
}

/** "point of consistency": the noun before the preposition is the one that has a plural. */
function onHeadNoun(phrase: string, inflect: Inflect): readonly string[] {
  const end = /\s(?:of|in|for|to|at|by)\s/.exec(phrase)?.index ?? phrase.length;
  return onLastWord(phrase.slice(0, end), inflect).map((form) => form + phrase.slice(end));
}

function plurals(noun: string): readonly string[] {
  if (/[^aeiou]y$/i.test(noun)) return [`${noun.slice(0, -1)}ies`];
  if (/sis$/i.test(noun)) return [`${noun.slice(0, -2)}es`];
  if (/[ei]x$/i.test(noun)) return [`${noun}es`, `${noun.slice(0, -2)}ices`];
  return [/(?:s|x|z|ch|sh)$/i.test(noun) ? `${noun}es` : `${noun}s`];
}

function verbForms(verb: string): readonly string[] {
  if (/[^aeiou]y$/i.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (/[^e]e$/i.test(verb)) return [`${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/ee$/i.test(verb)) return [`${verb}s`, `${verb}d`, `${verb}ing`];
  const third = /(?:s|x|z|ch|sh)$/i.test(verb) ? `${verb}es` : `${verb}s`;
  const last = /[^aeiou][aeiou]([^aeiouwxy])$/i.exec(verb)?.[1] ?? '';
  const stems = last === '' ? [verb] : [verb, verb + last];
  return [third, ...stems.flatMap((stem) => [`${stem}ed`, `${stem}ing`])];
}
