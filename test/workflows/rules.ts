/**
 * What every workflow has to keep to, as checks of the parsed file. Each returns what is wrong, one line a place; the
 * reasons stand in docs/guide/security.md.
 */
import { type Job, mayWrite, permissionsOf, type Step, type Workflow } from './workflows.ts';

export type Rule = (workflow: Workflow) => string[];

const DEFAULT_BRANCH = `\${{ github.event.repository.default_branch }}`;
/** Text of expressions that whoever opens a pull request, writes a comment or names a branch chooses. */
const WRITTEN_BY_ANYONE =
  /github\.(?:head_ref|actor|triggering_actor)|\b(?:title|body|message|label|login|email|page_name|default_branch_name|description|head_branch)\b|\.(?:head|head_repository|head_commit|commits|pull_requests)\b|github\.ref(?:_name)?\b/;
const PULL_REQUEST_REF = /refs\/pull\b|\bpull\/\S*\/(?:head|merge)|head_ref|head_sha|head_branch|head\.(?:sha|ref)/;
/** Events that run what main has, with rights, when a stranger does something. */
const STRANGERS_WITH_RIGHTS = ['pull_request_target', 'workflow_run', 'issue_comment', 'issues', 'discussion_comment'];

const stepsOf = (job: Job): readonly Step[] => job.steps ?? [];
const isCheckout = (step: Step): boolean => step.uses?.startsWith('actions/checkout@') ?? false;
const expressionsOf = (text: unknown): string[] => String(text ?? '').match(/\$\{\{[\s\S]*?\}\}/g) ?? [];

function eachJob(workflow: Workflow, look: (job: Job, id: string) => readonly string[]): string[] {
  return workflow.jobs.flatMap(([id, job]) => look(job, id).map((problem) => `${workflow.file}: ${id}: ${problem}`));
}

function eachStep(workflow: Workflow, look: (step: Step, job: Job) => readonly (string | false)[]): string[] {
  return eachJob(workflow, (job) =>
    stepsOf(job).flatMap((step, index) =>
      look(step, job)
        .filter((problem) => problem !== false)
        .map((problem) => `step ${index + 1}: ${problem}`),
    ),
  );
}

/** Actions of others are named by commit, with the tag for people; our own by a path in main's checkout. */
export const pinned: Rule = (workflow) => {
  const ours = (used: string) => /^\.\/[\w./-]+$/.test(used) && !used.includes('..');
  const theirs = (used: string) =>
    /^[\w-]+\/[\w.-]+(?:\/[\w./-]+)?@[0-9a-f]{40}$/.test(used) &&
    workflow.text.split('\n').every((line) => !line.includes(used) || / # v\d+\.\d+\.\d+$/.test(line));
  const look = (used: string | undefined) =>
    used === undefined || ours(used) || theirs(used)
      ? []
      : [`not pinned by commit, with its version in a comment: ${used}`];
  return [...eachJob(workflow, (job) => look(job.uses)), ...eachStep(workflow, ({ uses }) => look(uses))];
};

/** A token without a word said of it has whatever the repository's settings give. */
export const permissions: Rule = (workflow) => [
  ...(JSON.stringify(workflow.permissions) === '{}'
    ? []
    : [`${workflow.file}: \`permissions: {}\` expected at the top`]),
  ...eachJob(workflow, (job) => {
    if (typeof job.permissions === 'string') return ['permissions are to be named one by one'];
    return job.permissions ? [] : ['permissions expected'];
  }),
];

/** Nothing runs for six hours, and no run meets another one of its kind unawares. */
export const bounded: Rule = (workflow) => [
  ...(workflow.concurrency ? [] : [`${workflow.file}: concurrency expected`]),
  ...eachJob(workflow, (job) => (job.uses || (job['timeout-minutes'] ?? 0) > 0 ? [] : ['timeout-minutes expected'])),
];

/** No expression in a script: it would be put in as text, and run. Scripts get values by the environment. */
export const noInjection: Rule = (workflow) =>
  eachStep(workflow, ({ run = '', uses = '', shell, with: inputs = {}, 'working-directory': folder = '' }) => [
    expressionsOf(run).length > 0 && 'an expression in a script',
    uses.startsWith('actions/github-script@') && 'a script in a workflow file',
    shell !== undefined && !/^(?:bash|sh)$/.test(shell) && 'another shell',
    /GITHUB_(?:ENV|PATH)\b|::set-env|::add-path/.test(run) && 'a script that changes the environment of later steps',
    ...[...Object.values(inputs), folder].flatMap((value) =>
      expressionsOf(value)
        .filter((expression) => expression !== DEFAULT_BRANCH && WRITTEN_BY_ANYONE.test(expression))
        .map((expression) => `text that anyone can write goes into an action: ${expression}`),
    ),
  ]);

/** Variables that make programs load code. */
export const noLoadedCode: Rule = (workflow) =>
  eachStep(workflow, (step, job) =>
    Object.keys({ ...workflow.env, ...job.env, ...step.env })
      .filter((name) => /^(?:PATH|NODE_OPTIONS|NODE_PATH|BASH_ENV|ENV|LD_\w+|GIT_\w+|npm_\w+)$/i.test(name))
      .map((name) => `sets ${name}`),
  );

/** A pull request's own jobs read, and have no secrets. */
export const pullRequestsOnlyRead: Rule = (workflow) => {
  if (!('pull_request' in workflow.on)) return [];
  return [
    ...eachJob(workflow, (job) => [
      ...(mayWrite(permissionsOf(workflow, job)) ? ['may write, and runs for pull_request'] : []),
      ...(job.secrets === undefined ? [] : ['is given secrets, and runs for pull_request']),
    ]),
    ...(/\bsecrets\s*[.[]/.test(workflow.text) ? [`${workflow.file}: secrets, and runs for pull_request`] : []),
  ];
};

/** Whoever may write, or runs with main's rights for strangers, has main's files and nothing of a pull request. */
export const rightsRunMainOnly: Rule = (workflow) => {
  const forStrangers = STRANGERS_WITH_RIGHTS.some((event) => event in workflow.on);
  return eachStep(workflow, (step, job) => {
    if (!mayWrite(permissionsOf(workflow, job)) && !forStrangers) return [];
    const { ref, repository } = step.with ?? {};
    const values = [step.run, ...Object.values(step.env ?? {}), ...Object.values(step.with ?? {})].map(String);
    return [
      isCheckout(step) && ref !== DEFAULT_BRANCH && 'checks out something else than main, by name',
      isCheckout(step) && repository !== undefined && 'checks out another repository',
      values.some((value) => PULL_REQUEST_REF.test(value)) && "names a pull request's commits",
      /\bgh\s+pr\s+(?:checkout|diff)|\bgh\s+run\s+download|\bgit\s+(?:fetch|pull|clone|checkout|switch|apply|am)\b/.test(
        step.run ?? '',
      ) && 'fetches files by itself',
      /\bcurl\b|\bwget\b/.test(step.run ?? '') && 'loads something from an address',
      (step.uses ?? '').startsWith('actions/download-artifact@') &&
        (forStrangers || step.with?.['run-id'] !== undefined) &&
        "unpacks another run's artifact",
    ];
  });
};

/** The job that has a pull request's files beside main's tools lets nothing of them run. */
export const filesBesideToolsAreData: Rule = (workflow) =>
  eachJob(workflow, (job) => {
    const steps = stepsOf(job);
    const hostile = steps
      .filter((step) => isCheckout(step) && PULL_REQUEST_REF.test(String(step.with?.ref ?? '')))
      .map((step) => String(step.with?.path ?? '.'));
    return steps.flatMap((step) =>
      hostile.flatMap((folder) => {
        const inside = (path: string) => path.replace(/^\.\//, '').split('/')[0] === folder || folder === '.';
        return [
          ...(step.run !== undefined && inside(step['working-directory'] ?? '') ? [`runs a script in ${folder}`] : []),
          ...(step.uses?.startsWith('./') && inside(step.uses) ? [`uses an action of ${folder}`] : []),
          ...(new RegExp(
            `(?:\\bcd\\s+|--prefix[ =]|-C\\s+|\\bbash\\s+|\\bsh\\s+|\\bnode\\s+|\\.\\s+)\\S*\\b${folder}\\b`,
          ).test(step.run ?? '')
            ? [`a script goes into ${folder}`]
            : []),
          ...(step.uses &&
          Object.entries(step.with ?? {}).some(([name, value]) => name === 'folder' && inside(`${value}`))
            ? [`installs ${folder}`]
            : []),
        ];
      }),
    );
  });

/** No token stays in a clone. Packages run no scripts while they are installed where there are rights. */
export const nothingLeftBehind: Rule = (workflow) =>
  eachStep(workflow, (step, job) => [
    isCheckout(step) && step.with?.['persist-credentials'] !== false && 'persist-credentials: false expected',
    isCheckout(step) && step.with?.submodules !== undefined && 'submodules',
    /\bnpm (?:ci|i|install)\b/.test(step.run ?? '') &&
      !/--ignore-scripts\b/.test(step.run ?? '') &&
      mayWrite(permissionsOf(workflow, job)) &&
      'packages may run scripts',
  ]);

export const RULES: Readonly<Record<string, Rule>> = {
  pinned,
  permissions,
  bounded,
  noInjection,
  noLoadedCode,
  pullRequestsOnlyRead,
  rightsRunMainOnly,
  filesBesideToolsAreData,
  nothingLeftBehind,
};
