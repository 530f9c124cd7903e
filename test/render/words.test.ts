import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Failure } from '../../tools/failure.ts';
import { englishWords, parseManualWords } from '../../tools/render/index.ts';

describe('words of another language', () => {
  it('are English where the file has none', () => {
    expect(parseManualWords({ note: 'Hinweis' }, 'f')).toEqual({ ...englishWords, note: 'Hinweis' });
    expect(parseManualWords(undefined, 'f')).toEqual(englishWords);
  });

  it.each([
    [{ notte: 'Hinweis' }, 'notte'],
    [{ constructor: 'x' }, 'constructor'],
    [{ note: 1 }, 'manual.note'],
    [{ 'xref-chapter': 'Kapitel' }, '{n}'],
    [['note'], 'mapping'],
  ])('refuse %j, and say what is wrong', (value, said) => {
    const attempt = () => parseManualWords(value, 'translations/xx/words.yml');
    expect(attempt).toThrow(Failure);
    expect(attempt).toThrow(said);
    expect(attempt).toThrow('translations/xx/words.yml');
  });

  it('are all there in the language this workspace is about', () => {
    const file = resolve(import.meta.dirname, '../../translations/zh-CN/words.yml');
    const { manual } = parse(readFileSync(file, 'utf8')) as { manual: Record<string, string> };
    parseManualWords(manual, file);
    expect(Object.keys(manual).sort()).toEqual(Object.keys(englishWords).sort());
  });
});
