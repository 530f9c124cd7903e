/** Findings, errors first, each a line with a link to its place. */
import type { Artifact, ArtifactFinding } from './artifact.ts';
import type { Block } from './comment-layout.ts';
import type { Speech } from './comment-speech.ts';
import type { Surroundings } from './comment-types.ts';
import { codeSpan, fileAddress, prose, shortened } from './escape-markdown.ts';

/** Warnings that stand open; more of them only tire. */
const OPEN = 10;

/** Those of guarded files have a line of their own. */
export const GUARDED = 'pull-request/guarded';

export function findingBlocks(
  { findings, head }: Artifact,
  { site, report }: Pick<Surroundings, 'site' | 'report'>,
  say: Speech,
): Block[] {
  const listed = findings.list.filter(({ rule }) => rule !== GUARDED);
  const count = findings.errors - (findings.list.length - listed.length);
  const lines = (severity: ArtifactFinding['severity']) =>
    listed.filter((each) => each.severity === severity).map((each) => findingLine(each, site, head, say));
  const more = (left: number) => `- ${say('more-findings', { n: left, url: report })}`;
  const errors = lines('error');
  const warnings = lines('warning');
  const blocks: Block[] = [];
  if (count > 0)
    blocks.push({
      head: `❌ ${say('errors', { n: count })}\n`,
      items: errors,
      tail: '',
      more,
      unlisted: Math.max(0, count - errors.length),
    });
  if (findings.warnings > 0)
    blocks.push({
      head: `⚠️ ${say('warnings', { n: findings.warnings })}\n`,
      items: warnings.slice(0, OPEN),
      tail: '',
      more,
      unlisted: Math.max(0, findings.warnings - Math.min(OPEN, warnings.length)),
    });
  return blocks;
}

function findingLine({ file, line, rule, message }: ArtifactFinding, site: string, head: string, say: Speech): string {
  const place = codeSpan(shortened(`${file.slice(file.lastIndexOf('/') + 1)}:${line}`, 120));
  const address = fileAddress(site, head, file, Math.max(1, line));
  const name = say.rule(rule);
  return `- ${address === undefined ? place : `[${place}](${address})`} ${name === undefined ? '' : `**${name}** `}${prose(message)} \`${rule}\``;
}
