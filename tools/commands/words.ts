/** The words of a language: translations/<lang>/words.yml, of the site (`site:`) and of the manual (`manual:`). */
import { parse } from 'yaml';
import { Failure } from '../failure.ts';
import { readText } from '../io/files.ts';
import { englishWords, type ManualWords, parseManualWords } from '../render/index.ts';
import { englishPageWords, type PageWords, pageWords } from '../render/page-words.ts';

export interface LanguageWords {
  readonly manual: ManualWords;
  readonly site: Readonly<Record<string, string>>;
  readonly page: PageWords;
}

/** Text of the words that the tool itself has for a language, for a new workspace. */
export function readLanguageWords(toolRoot: string, language: string): string | undefined {
  return /^[A-Za-z0-9-]+$/.test(language) ? readText(toolRoot, `translations/${language}/words.yml`) : undefined;
}

/** Words of a workspace; what it does not translate stays English. @throws Failure(2) for a broken file */
export function readWords(root: string, language: string, toolRoot: string): LanguageWords {
  const file = `translations/${language}/words.yml`;
  const text = readText(root, file) ?? readLanguageWords(toolRoot, language);
  if (text === undefined) return { manual: englishWords, site: {}, page: englishPageWords };
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 0 });
  } catch (cause) {
    throw new Failure(2, `${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  const { manual, site, page } = (value ?? {}) as Record<'manual' | 'site' | 'page', unknown>;
  const { words, unknown } = pageWords(texts(page));
  if (unknown.length > 0)
    throw new Failure(
      2,
      `${file}: page: unknown key ${unknown.join(', ')}; known are ${Object.keys(englishPageWords).join(', ')}`,
    );
  return { manual: parseManualWords(manual, file), site: texts(site), page: words };
}

function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries((value ?? {}) as Record<string, unknown>).map(([key, word]) => [key, String(word)]),
  );
}
