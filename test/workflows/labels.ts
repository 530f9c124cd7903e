/** .github/labels.yml, read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './workflows.ts';

export const labels = parse(readFileSync(join(root, '.github/labels.yml'), 'utf8')) as readonly {
  readonly name: string;
  readonly color: string;
  readonly description: string;
}[];

export const labelNames: ReadonlySet<string> = new Set(labels.map(({ name }) => name));
