/** The glossary as a page of the site: a row a term, by the alphabet, each with an anchor. */
import type { SitePage } from '../../../.vitepress/types.ts';
import { siteWords } from '../../../.vitepress/words.ts';
import type { Glossary, Term } from '../../glossary/types.ts';
import type { Project } from '../../project/types.ts';
import { escapeHtml } from '../../render/html.ts';
import type { LanguageWords } from '../words.ts';

/** Site path without extension. */
export const GLOSSARY_PATH = 'glossary';

/** @param glossary one that has terms */
export function glossaryPage(glossary: Glossary, project: Project, { site }: LanguageWords): SitePage {
  const words = siteWords(site);
  const head = [words.glossaryTerm, words.glossaryTarget, words.glossaryNot, words.glossaryNote];
  return {
    path: GLOSSARY_PATH,
    title: words.glossary,
    description: words.glossaryLead,
    lang: project.language,
    kind: 'article',
    searchable: true,
    html: () =>
      `<article><h1>${escapeHtml(words.glossary)}</h1><p>${escapeHtml(words.glossaryLead)}</p>` +
      '<table><thead><tr>' +
      head.map((word) => `<th scope="col">${escapeHtml(word)}</th>`).join('') +
      `</tr></thead><tbody>${rows(glossary.terms, words.glossaryKept)}</tbody></table></article>`,
  };
}

function rows(terms: readonly Term[], kept: string): string {
  const anchors = new Set<string>();
  return [...terms]
    .sort(byAlphabet)
    .map((term) => row(term, newAnchor(term.term, anchors), kept))
    .join('');
}

function row({ term, targets, not, context, note }: Term, anchor: string, kept: string): string {
  const target = (each: string) =>
    each === term
      ? `<span lang="en">${escapeHtml(each)}</span> <small>(${escapeHtml(kept)})</small>`
      : escapeHtml(each);
  const about = [context, note].flatMap((text) => (text === undefined ? [] : escapeHtml(text)));
  return (
    `<tr id="${anchor}"><th scope="row"><a href="#${anchor}" lang="en">${escapeHtml(term)}</a></th>` +
    `<td>${targets.map(target).join('<br>')}</td><td>${not.map(escapeHtml).join('<br>')}</td>` +
    `<td>${about.join('<br>')}</td></tr>`
  );
}

/** Capitals and hyphens do not part what belongs together; no locale of the machine has a say. */
function byAlphabet(a: Term, b: Term): number {
  const key = ({ term }: Term) => term.toLowerCase().replaceAll('-', ' ');
  return compare(key(a), key(b)) || compare(a.term, b.term);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** `term-write-ahead-log`; browsers tell capitals in anchors, readers do not, so the second "SET" is `term-set-2`. */
function newAnchor(term: string, taken: Set<string>): string {
  const base = `term-${term.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;
  let anchor = base;
  for (let number = 2; taken.has(anchor); number++) anchor = `${base}-${number}`;
  taken.add(anchor);
  return anchor;
}
