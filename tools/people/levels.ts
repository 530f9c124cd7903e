/** The levels of the rules, with the points from which each begins. */
import { shown } from '../points/amounts.ts';
import type { Rules } from '../points/types.ts';
import { fillWord } from '../project/fill-word.ts';
import { escapeHtml, tag } from '../render/html.ts';
import type { Surroundings } from './types.ts';
import { nameOfKey } from './words.ts';

export function levelsList(rules: Rules | undefined, { words }: Surroundings): string {
  if (!rules || rules.levels.length === 0) return '';
  const items = rules.levels.map(({ level, name, from }) => {
    const points = tag('small', {}, escapeHtml(fillWord(words.levelFrom, { n: shown(from).replace(/\.00$/, '') })));
    return tag('li', {}, `${escapeHtml(nameOfKey(words, 'level', level, name))} ${points}`);
  });
  return tag('ul', { class: 'levels', 'aria-label': words.levels }, items.join(''));
}
