/** `pgdoc draft`: asks a language model for drafts of what has no translation. */
import type { Entry } from '../catalog/types.ts';
import { rules } from '../check/rules/index.ts';
import { remarksOn } from '../check/run.ts';
import { newSubjects } from '../check/subject.ts';
import { activeRules } from '../check/switches.ts';
import type { Surroundings } from '../check/types.ts';
import type { Verify } from '../draft/answer.ts';
import { messagesOf } from '../draft/request.ts';
import { Failure } from '../failure.ts';
import { type Endpoint, endpointOf, type Patience } from '../io/chat.ts';
import { readCheckInputs } from './check-inputs.ts';
import type { Context, Outcome } from './context.ts';
import { type DraftPlan, type DraftWish, planDrafts } from './draft-plan.ts';
import { type DraftResult, runDrafts } from './draft-run.ts';
import { DraftWriter } from './draft-writer.ts';
import { requirePages } from './require-pages.ts';
import type { Catalogs } from './workspace.ts';

export interface DraftOptions extends DraftWish {
  /** Words of English that may be sent. */
  readonly budget: number;
  readonly concurrency: number;
  readonly patience: Patience;
  readonly toolRoot: string;
}

/** What a bad draft shows; other warnings are for the people who read it. */
const TELLING = ['untranslated', 'length-ratio'];

/** @throws Failure(2) for an unknown page or no endpoint, Failure(3) when the endpoint fails; what it gave is kept */
export async function draft(context: Context, options: DraftOptions): Promise<Outcome> {
  const inputs = await readCheckInputs(context.root, { rules: undefined, severity: undefined }, options.toolRoot);
  const { project, catalogs, surroundings } = inputs;
  requirePages(options.pages, catalogs.byPage);
  const plan = planDrafts(catalogs, surroundings.glossary, options);
  const language = new Intl.DisplayNames(['en'], { type: 'language' }).of(project.language) ?? project.language;
  if (context.dryRun) {
    showPlan(context, plan, language);
    return 0;
  }
  const endpoint = readEndpoint(context);
  const drafts = new DraftWriter(context, options);
  const work = context.begin('Drafting', plan.batches.length);
  let result: DraftResult;
  try {
    result = await runDrafts(plan.batches, {
      endpoint,
      language,
      concurrency: options.concurrency,
      budget: options.budget,
      patience: { ...options.patience, onRetry: (reason) => context.tell(`asking again: ${reason}`) },
      verify: verifier(surroundings),
      onTargets: async (targets) => {
        await drafts.add(targets);
        work.tick();
      },
    });
  } finally {
    work.end();
  }
  show(context, catalogs, { ...result, drafted: drafts.size });
  return result.refused.length > 0 ? 1 : 0;
}

/** A draft with an error that `check` would report is not taken. */
function verifier(surroundings: Surroundings): Verify {
  const active = activeRules(rules, {}).filter(
    ({ rule, severity }) => severity === 'error' || TELLING.includes(rule.name),
  );
  const subjects = newSubjects();
  return ({ key, source }, target) => {
    const entry: Entry = { type: 'entry', key, source, target, line: 0 };
    return remarksOn('', entry, { rules: active, surroundings }, subjects)[0]?.remark.message;
  };
}

/** @throws Failure(2) naming the variables that are missing */
function readEndpoint({ env }: Context): Endpoint {
  const { PGDOC_DRAFT_URL: url, PGDOC_DRAFT_MODEL: model, PGDOC_DRAFT_KEY: key } = env;
  if (!url || !model)
    throw new Failure(
      2,
      'PGDOC_DRAFT_URL and PGDOC_DRAFT_MODEL have to name an OpenAI-compatible endpoint, such as https://api.example.com/v1, and its model; PGDOC_DRAFT_KEY holds its key, if it wants one',
    );
  return endpointOf(url, model, key === '' ? undefined : key);
}

function showPlan({ json, print }: Context, { batches, segments, words }: DraftPlan, language: string): void {
  const requests = batches.length;
  if (json) return print(JSON.stringify({ requests, segments, words }));
  print(`Dry run: ${segments} segments of ${words} words, in ${requests} requests; nothing was sent.`);
  const [first] = batches;
  if (first)
    print(
      `\nThe first request:\n\n${messagesOf(first, language)
        .map(({ content }) => content)
        .join('\n\n')}`,
    );
}

function show({ json, print }: Context, catalogs: Catalogs, result: DraftResult & { readonly drafted: number }): void {
  const { drafted, spent, left, refused } = result;
  const listed = refused.map((each) => ({ file: catalogs.byPage.get(each.page)?.path ?? each.page, ...each }));
  if (json) return print(JSON.stringify({ drafted, words: spent, left, refused: listed }, null, 2));
  for (const { file, key, problem } of listed) print(`${file}: @${key}: no good draft: ${problem}`);
  print(`${drafted} segments drafted, ${spent} words sent.`);
  if (left > 0)
    print(`${left} segments are left: the budget is spent. The same command goes on where this one stopped.`);
}
