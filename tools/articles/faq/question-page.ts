/** The page of a question: the answer, for which versions it holds, and where to read on. */
import { escapeHtml, tag } from '../../render/html.ts';
import { absoluteHtml } from '../absolute.ts';
import { manualList } from '../manual-list.ts';
import { type ManualLink, versionsOf } from '../manual-places.ts';
import { aside, editLink, linkTo, type Surroundings, tagLinks } from '../markup.ts';
import { textOf } from '../outline.ts';
import { relatedTo } from '../tags.ts';
import type { ArticlePage, Question } from '../types.ts';

const RELATED = 5;

/** @param questions all, in the order of the list */
export function questionPage(
  question: Question,
  questions: readonly Question[],
  surroundings: Surroundings,
): ArticlePage {
  const { path, title } = question;
  const head = versionsLine(question, surroundings) + tagLinks(path, 'faq', question.tags, surroundings);
  const related = relatedTo(question, questions, RELATED).map((each) => linkTo(path, `${each.path}.html`, each.title));
  return {
    path,
    title,
    ...describe(question),
    html:
      tag(
        'article',
        { class: 'question' },
        question.html.replace('</h1>', () => `</h1>${head}`),
      ) +
      manualList(path, relatedLinks(question, surroundings), surroundings) +
      aside('related-questions', surroundings.words.relatedQuestions, related) +
      tag('p', { class: 'ways', 'data-extra': true }, linkTo(path, 'faq/index.html', surroundings.words.allQuestions)) +
      editLink(question.file, surroundings),
    searchable: true,
    structured: (address) => ({
      '@type': 'FAQPage',
      url: address(`${path}.html`),
      inLanguage: surroundings.lang,
      mainEntity: [
        {
          '@type': 'Question',
          name: title,
          acceptedAnswer: { '@type': 'Answer', text: absoluteHtml(question, address), url: address(`${path}.html`) },
        },
      ],
    }),
  };
}

/** The beginning of the answer. */
function describe({ tree }: Question): { readonly description?: string } {
  const text = tree.children
    .flatMap((child) => (child.type === 'element' && child.tagName === 'p' ? [textOf(child)] : []))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return {};
  const signs = Array.from(text);
  return { description: signs.length <= 150 ? text : `${signs.slice(0, 149).join('')}…` };
}

function versionsLine({ path, versions }: Question, { words, versions: known }: Surroundings): string {
  if (versions.length === 0) return tag('p', { class: 'for-versions', 'data-extra': true }, escapeHtml(words.forAll));
  const names = versions.map((version) =>
    known.includes(version) ? linkTo(path, `docs/${version}/index.html`, version) : escapeHtml(version),
  );
  return tag('p', { class: 'for-versions', 'data-extra': true }, `${escapeHtml(words.forVersions)} ${names.join(' ')}`);
}

/** Each place in the newest version that the question speaks of and that has the page. */
function relatedLinks(question: Question, surroundings: Surroundings): readonly ManualLink[] {
  const named = versionsOf(question, surroundings);
  const ordered = named.includes(surroundings.current)
    ? [surroundings.current, ...named.filter((version) => version !== surroundings.current)]
    : named;
  return question.related.flatMap((reference) => {
    const version = ordered.find((each) => surroundings.manualTitle(each, reference.page) !== undefined);
    return version === undefined ? [] : [{ ...reference, version }];
  });
}
