/** What check writes: the artifact, the step's summary, and annotations in the log. */
import { appendFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { Failure } from '../../failure.ts';
import { type Artifact, type ArtifactFinding, serializeArtifact } from '../../review/artifact.ts';
import { commentBody, MOST_SUMMARY } from '../../review/comment-body.ts';
import type { BotWords } from '../../review/comment-words.ts';
import { annotation, inLog } from '../../review/escape-log.ts';
import type { Outcome } from '../context.ts';
import { readBotWords } from './bot-words.ts';
import type { BotCheckOptions } from './check-types.ts';
import type { GitHubContext } from './context.ts';

/** GitHub shows so many of each severity a step. */
const SHOWN = 10;

export async function reportCheck(
  context: GitHubContext,
  artifact: Artifact,
  { merge }: { readonly merge: string },
  { artifact: file, summary, toolRoot }: BotCheckOptions,
): Promise<Outcome> {
  const text = serializeArtifact(artifact);
  if (file !== undefined) await writeFileAtomic(file, text);
  if (summary !== undefined) {
    const site = `${context.server}/${context.name}`;
    const run = context.env.GITHUB_RUN_ID;
    const report = /^\d{1,20}$/.test(run ?? '') ? `${site}/actions/runs/${run}` : `${site}/commit/${merge}`;
    const words = wordsOf(context.root, toolRoot);
    await appendFile(summary, `${commentBody(artifact, { words, site, report }, MOST_SUMMARY)}\n`);
  }
  const { errors, warnings, list } = artifact.findings;
  // The older form of a workflow command is found anywhere in a line.
  if (context.json) context.print(text.trimEnd().replaceAll('##[', '#\\u0023['));
  else {
    for (const line of annotationsOf(list)) context.print(line);
    const left = (all: number, word: string) => (all > SHOWN ? [`${all - SHOWN} more ${word}: see the summary.`] : []);
    for (const line of [...left(errors, 'errors'), ...left(warnings, 'warnings')]) context.print(line);
    const texts = artifact.segments.total;
    context.print(`${errors} errors, ${warnings} warnings in ${texts} changed texts of ${artifact.pages} pages.`);
  }
  for (const note of artifact.notes) context.tell(inLog(note));
  return errors > 0 ? 1 : 0;
}

/** A pull request that breaks them is told so in English. */
function wordsOf(root: string, toolRoot: string): BotWords | undefined {
  try {
    return readBotWords(root, toolRoot);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function annotationsOf(findings: readonly ArtifactFinding[]): string[] {
  return (['error', 'warning'] as const).flatMap((severity) =>
    findings
      .filter((finding) => finding.severity === severity)
      .slice(0, SHOWN)
      .map(({ file, line, rule, message }) =>
        annotation({ severity, file, line: Math.max(1, line), title: rule, message }),
      ),
  );
}
