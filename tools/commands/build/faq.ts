/** Questions and answers. */
import { byTitle, faqPages } from '../../articles/faq/pages.ts';
import { sitePage, surroundingsOf } from './article-surroundings.ts';
import type { PageMaker } from './site-facts.ts';

export const makeFaq: PageMaker = async (_, facts) => {
  const { inputs } = facts;
  if (inputs.questions.length === 0) return { pages: [], files: [] };
  const questions = byTitle(inputs.questions, inputs.project.language);
  const pages = faqPages(questions, inputs.intros.get('faq'), surroundingsOf(facts));
  return { pages: pages.map((page) => sitePage(page, inputs)), files: [] };
};
