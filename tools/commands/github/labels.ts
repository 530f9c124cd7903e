/** `bot labels`: the labels of .github/labels.yml on GitHub. What differs is put right, and none is taken away. */
import { z } from 'zod';
import { Failure } from '../../failure.ts';
import { readText } from '../../io/files.ts';
import { parseStrictYaml } from '../../project/strict-yaml.ts';
import { inLog } from '../../review/escape-log.ts';
import { type LabelFacts, labelFacts } from '../../review/facts.ts';
import type { Outcome } from '../context.ts';
import type { GitHubContext } from './context.ts';

const LABELS_FILE = '.github/labels.yml';

const label = z.strictObject({
  name: z
    .string('a name expected')
    .trim()
    .min(1, 'a name expected')
    .max(50, 'a name of 50 characters at most expected'),
  color: z
    .string('six hex digits expected')
    .regex(/^[0-9a-f]{6}$/i, "six hex digits in quotation marks expected, such as 'd73a4a'"),
  description: z.string('text expected').max(100, '100 characters at most expected').default(''),
});

const schema = z.array(label, 'a list of labels expected, each beginning with "- name:"').default([]);

/** @throws Failure(2) without the file, or listing all that is wrong in it */
export async function putLabels(context: GitHubContext): Promise<Outcome> {
  const text = readText(context.root, LABELS_FILE);
  if (text === undefined)
    throw new Failure(2, `${LABELS_FILE} expected, a list of labels with name, color and description`);
  const wanted = parseStrictYaml(schema, text, LABELS_FILE, (value, report) => {
    const seen = new Set<string>();
    for (const [at, { name }] of (schema.safeParse(value).data ?? []).entries()) {
      if (seen.has(nameOf({ name })))
        report([at, 'name'], `${name} stands here twice; GitHub takes capitals for the same`);
      seen.add(nameOf({ name }));
    }
  });
  const there = new Map((await context.github.labels()).map(labelFacts).map((each) => [nameOf(each), each]));
  const differing = wanted.filter((each) => !isSame(each, there.get(nameOf(each))));
  for (const each of differing) await context.write.putLabel(each);
  if (context.json)
    context.print(JSON.stringify({ labels: wanted.length, written: differing.map(({ name }) => name) }, null, 2));
  else if (!context.dryRun || differing.length === 0)
    context.print(
      inLog(
        differing.length === 0
          ? 'All labels are as they should be.'
          : `Written: ${differing.map(({ name }) => name).join(', ')}`,
      ),
    );
  return 0;
}

const nameOf = ({ name }: Pick<LabelFacts, 'name'>): string => name.toLowerCase();

/** GitHub tells no capitals apart in names. */
function isSame(wanted: LabelFacts, there: LabelFacts | undefined): boolean {
  return (
    there !== undefined &&
    there.color.toLowerCase() === wanted.color.toLowerCase() &&
    there.description === wanted.description
  );
}
