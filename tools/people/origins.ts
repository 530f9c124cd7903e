/** The people behind translations that were imported, with the licence under which their work is used. */

import { fillWord } from '../project/fill-word.ts';
import { escapeHtml, tag } from '../render/html.ts';
import { numberOf, outside } from './pieces.ts';
import type { OriginFacts, Surroundings } from './types.ts';

export function originsList(origins: readonly OriginFacts[], around: Surroundings): string {
  return (
    tag('p', {}, escapeHtml(around.words.originsLead)) + origins.map((origin) => originHtml(origin, around)).join('')
  );
}

function originHtml({ name, url, people, licence, method, commit, pages }: OriginFacts, around: Surroundings): string {
  const { words } = around;
  const facts = [
    ...(licence === undefined ? [] : [fillWord(words.licence, { name: licence })]),
    ...(pages === 0 ? [] : [fillWord(words.originPages, { n: numberOf(around, pages) })]),
    ...(commit === undefined ? [] : [fillWord(words.commit, { commit: commit.slice(0, 12) })]),
  ];
  return tag(
    'div',
    { class: 'origin' },
    tag('h3', {}, outside(url, escapeHtml(name))) +
      (people.length === 0
        ? ''
        : tag(
            'p',
            { class: 'names' },
            people.map((each) => tag('bdi', {}, escapeHtml(each))).join(escapeHtml(words.separator)),
          )) +
      (method === undefined ? '' : tag('p', {}, escapeHtml(method))) +
      (facts.length === 0 ? '' : tag('p', { class: 'byline' }, facts.map(escapeHtml).join(' · '))),
  );
}
