/** The words of a language: translations/<lang>/words.yml, of the site (`site:`) and of the manual (`manual:`). */
import { parse } from 'yaml';
import { englishArticleWords } from '../articles/article-words.ts';
import { englishElsewhereWords } from '../elsewhere/words.ts';
import { Failure } from '../failure.ts';
import { readText } from '../io/files.ts';
import { englishMarkdownWords } from '../page-markdown/index.ts';
import { englishPeopleWords } from '../people/words.ts';
import { englishDeskWords, englishProgressWords, englishWorkWords } from '../progress/words.ts';
import { englishHomeWords } from '../render/home-words.ts';
import { type ManualWords, parseManualWords } from '../render/index.ts';
import { englishPageWords } from '../render/page-words.ts';

/**
 * The words of the site's own pages, a table a kind of page: the English, by the name of its section in words.yml. A
 * key that its table lacks is an error.
 */
const TABLES = {
  page: englishPageWords,
  elsewhere: englishElsewhereWords,
  markdown: englishMarkdownWords,
  home: englishHomeWords,
  progress: englishProgressWords,
  work: englishWorkWords,
  articles: englishArticleWords,
  people: englishPeopleWords,
  desk: englishDeskWords,
} as const;

type Tables = { readonly [Name in keyof typeof TABLES]: Readonly<Record<keyof (typeof TABLES)[Name], string>> };

export interface LanguageWords extends Tables {
  readonly manual: ManualWords;
  readonly site: Readonly<Record<string, string>>;
}

const WORDS = 'words.yml';

/** What a new workspace of a language begins with, where the tool has it. */
const LANGUAGE_FILES: readonly string[] = [WORDS, 'glossary.yml', 'checks.yml'];

/** What a new workspace of any language begins with: rules of points, and who holds an office. */
const COMMON_FILES: readonly string[] = ['translations/points.yml', 'translations/offices.yml'];

/** Texts of the files that the tool itself has for a language, by their names, for a new workspace. */
export function readLanguageFiles(toolRoot: string, language: string): ReadonlyMap<string, string> {
  const texts = LANGUAGE_FILES.map((name) => [name, readLanguageFile(toolRoot, language, name)] as const);
  return new Map(texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));
}

/** Texts of the files that the tool itself has for every language, by their paths in a workspace. */
export function readCommonFiles(toolRoot: string): ReadonlyMap<string, string> {
  const texts = COMMON_FILES.map((path) => [path, readText(toolRoot, path)] as const);
  return new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
}

function readLanguageFile(toolRoot: string, language: string, name: string): string | undefined {
  return /^[A-Za-z0-9-]+$/.test(language) ? readText(toolRoot, `translations/${language}/${name}`) : undefined;
}

/** Words of a workspace, over those that the tool has for the language, over English. @throws Failure(2) for a broken file */
export function readWords(root: string, language: string, toolRoot: string): LanguageWords {
  const file = `translations/${language}/${WORDS}`;
  const sections = [readLanguageFile(toolRoot, language, WORDS), readText(root, file)].map((text) =>
    parseSections(text, file),
  );
  const merged = (name: string) => Object.assign({}, ...sections.map((section) => section[name]));
  const tables = Object.entries(TABLES).map(([name, english]) => [name, lay(english, merged(name), name, file)]);
  return {
    ...(Object.fromEntries(tables) as Tables),
    manual: parseManualWords(merged('manual'), file),
    site: texts(merged('site')),
  };
}

/** Translated words over the English ones. @throws Failure(2) naming the keys that the table lacks */
function lay(english: Readonly<Record<string, string>>, translated: object, name: string, file: string) {
  const unknown = Object.keys(translated).filter((key) => !Object.hasOwn(english, key));
  if (unknown.length > 0)
    throw new Failure(
      2,
      `${file}: ${name}: unknown key ${unknown.join(', ')}; known are ${Object.keys(english).join(', ')}`,
    );
  return { ...english, ...texts(translated as Record<string, unknown>) };
}

type Sections = Readonly<Record<string, Record<string, unknown> | undefined>>;

function parseSections(text: string | undefined, file: string): Sections {
  let value: unknown;
  try {
    value = parse(text ?? '', { maxAliasCount: 0 }) ?? {};
  } catch (cause) {
    throw new Failure(2, `${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  const isMapping = (each: unknown) => typeof each === 'object' && each !== null && !Array.isArray(each);
  const names = ['site', 'manual', ...Object.keys(TABLES)];
  const isSound = (name: string, section: unknown) => names.includes(name) && (section === null || isMapping(section));
  if (!isMapping(value) || !Object.entries(value as object).every(([name, section]) => isSound(name, section)))
    throw new Failure(2, `${file}: expected the mappings ${names.join(', ')}, each of words`);
  return value as Sections;
}

function texts(section: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(section).map(([key, word]) => [key, String(word)]));
}
