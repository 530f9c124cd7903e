/** The commands of pgdoc that the workflows' scripts call. */
import type { Workflow } from './workflows.ts';

export interface Call {
  readonly where: string;
  /** `pgdoc` or `bot`: the script of package.json. */
  readonly entrance: string;
  readonly command: string;
  readonly options: readonly string[];
}

const CALL = /npm run --silent (\w+) -- ([\w-]+)([^\n|;&]*)/g;

export const callsOf = (workflow: Workflow): readonly Call[] =>
  workflow.jobs.flatMap(([id, { steps = [] }]) =>
    steps.flatMap(({ run = '' }) =>
      [...run.replaceAll('\\\n', ' ').matchAll(CALL)].map(([, entrance = '', command = '', rest = '']) => ({
        where: `${workflow.file} ${id}`,
        entrance,
        command,
        options: rest.match(/(?<=\s)--[a-z-]+/g) ?? [],
      })),
    ),
  );
