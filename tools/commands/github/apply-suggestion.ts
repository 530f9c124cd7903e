/** What `/apply` finds on main: the paragraph that a suggestion is for, and whether its wording can stand there. */
import { entriesByKey } from '../../catalog/entries.ts';
import type { Entry } from '../../catalog/types.ts';
import { nearest } from '../../check/nearest.ts';
import { remarksOn } from '../../check/run.ts';
import { newSubjects } from '../../check/subject.ts';
import { entitlement } from '../../ledger/reviewers.ts';
import type { CommitId } from '../../ledger/types.ts';
import { catalogAt } from '../../review/changes-pages.ts';
import type { Answer } from '../../review/command-words.ts';
import { codeSpan, shortened } from '../../review/escape-markdown.ts';
import type { SuggestionForm } from '../../review/issue-form.ts';
import { LONGEST_WORDING, replaceTarget, successorsOf, targetOf } from '../../review/suggestion.ts';
import { KEY, targetHash } from '../../segment/key.ts';
import { readCheckInputs } from '../check-inputs.ts';
import type { GitHubContext } from './context.ts';
import type { MainThen } from './on-comment-moment.ts';

export interface Found {
  readonly path: string;
  readonly page: string;
  /** As it is on main. */
  readonly entry: Entry;
  readonly target: string;
  /** The catalog with it. */
  readonly text: string;
}

export interface Refused {
  readonly refusals: readonly Answer[];
  /** Markdown to show below. */
  readonly more?: readonly string[];
}

const LONGEST_SHOWN = 3_000;

/** @param person GitHub's id of who applies it @param main the commit that it is for */
export async function findSuggestion(
  context: GitHubContext,
  then: MainThen,
  person: number,
  form: SuggestionForm,
  { main, toolRoot }: { readonly main: CommitId; readonly toolRoot: string },
): Promise<Found | Refused> {
  const { page } = form;
  const key = form.key.toLowerCase();
  const refuse = (name: Answer['name'], values: NonNullable<Answer['values']> = {}, more: readonly string[] = []) => {
    return { refusals: [{ name, values }], more };
  };
  const { files, byPage } = await then.catalogs(main);
  const file = byPage.get(page);
  if (!file) {
    const near = nearest(page, byPage.keys());
    return near === undefined ? refuse('no-page', { page }) : refuse('no-page-near', { page, near });
  }
  const folder = catalogAt(file.path)?.folder ?? '';
  if (entitlement(then.reviewers, person, folder) === undefined) return refuse('not-reviewer', { folder, page });
  const entries = entriesByKey(file.catalog);
  const entry = entries.get(key);
  if (!entry) {
    const successors = KEY.test(key)
      ? successorsOf(
          key,
          files.map(({ catalog }) => catalog),
        )
      : [];
    const now = successors.find((each) => each.page === page) ?? successors[0];
    if (now) return became(page, key, now);
    const near = nearest(key, entries.keys());
    if (near !== undefined) return refuse('no-key-near', { page, key, near });
    return KEY.test(key) ? refuse('key-gone', { page, key }) : refuse('no-key', { page, key });
  }
  const target = form.wording.length > LONGEST_WORDING ? '' : targetOf(form.wording);
  if (target === '') return refuse('no-wording', { most: LONGEST_WORDING });
  if (entry.target !== '' && targetHash(entry.target) === targetHash(target)) return refuse('same-already');
  const unsound = await remarks(context, page, { ...entry, target }, toolRoot);
  const text = replaceTarget((await then.texts(main)).get(file.path) ?? '', page, entry, target);
  if (unsound.length > 0 || text === undefined)
    return refuse('unsound', {}, [[...unsound, target].map((line) => `- ${shown(line)}`).join('\n')]);
  return { path: file.path, page, entry, target, text };
}

function became(page: string, key: string, now: { readonly page: string; readonly entry: Entry }): Refused {
  const { source, target } = now.entry;
  const texts = [source, target].filter((text) => text !== '').map((text) => `- ${shown(text)}`);
  const values = { page, key, now: now.entry.key, there: now.page };
  return { refusals: [{ name: 'key-became', values }, { name: 'key-became-next' }], more: [texts.join('\n')] };
}

/** What the checks call errors in it, in words. What it stands among is read from the workspace. */
async function remarks({ root }: GitHubContext, page: string, entry: Entry, toolRoot: string): Promise<string[]> {
  const { active, surroundings } = await readCheckInputs(root, { rules: undefined, severity: 'error' }, toolRoot);
  const found = remarksOn(page, entry, { rules: active, surroundings }, newSubjects(), 5);
  return found.map(({ rule, remark }) => `${rule.name}: ${remark.message}`);
}

/** One text of a suggestion, in a comment. */
export const shown = (text: string): string => codeSpan(shortened(text, LONGEST_SHOWN));
