/**
 * Paragraphs one by one: how English and translation changed, terms, what the memory has. Those of which nothing more is
 * to be shown than that they are there are listed a page a line, with links.
 */
import type { Artifact, ArtifactSegment } from './artifact.ts';
import type { Block } from './comment-layout.ts';
import type { Speech } from './comment-speech.ts';
import type { Surroundings } from './comment-types.ts';
import { codeSpan, fileAddress } from './escape-markdown.ts';
import { markedDifference } from './marked-difference.ts';

/** Paragraphs linked in the line of a page. */
const LINKS = 20;

export function detailBlocks(
  { segments, head }: Artifact,
  { site, report }: Pick<Surroundings, 'site' | 'report'>,
  say: Speech,
): Block[] {
  if (segments.list.length === 0) return [];
  const telling = segments.list.filter(isTelling);
  const others = segments.list.filter((each) => !isTelling(each));
  const pages = [...new Set(others.map(({ page }) => page))];
  return [
    {
      head: `<details><summary>${say('paragraphs', { n: segments.list.length }).replace('<br>', ' · ')}</summary>\n`,
      items: [
        ...telling.map((segment) => detailOf(segment, site, head, say)),
        ...pages.map((page) => {
          const of = others.filter((each) => each.page === page);
          const links = of.slice(0, LINKS).map((each) => linkOf(each, site, head, each.key));
          return `- ${codeSpan(page)}: ${links.join(' ')}${of.length > LINKS ? ` +${of.length - LINKS}` : ''}`;
        }),
      ],
      tail: '\n</details>',
      more: (left) => `- ${say('more-paragraphs', { n: left, url: report })}`,
      unlisted: segments.total > segments.list.length ? segments.total - segments.list.length : 0,
    },
  ];
}

/** What is new and fine is better read in the file itself. */
const isTelling = ({ english, target, terms, memory }: ArtifactSegment): boolean =>
  english.length > 0 || target.length > 0 || terms.length > 0 || memory.length > 0;

function detailOf(segment: ArtifactSegment, site: string, head: string, say: Speech): string {
  const { page, key, from, to, english, target, terms, memory } = segment;
  const status = from === to ? say.label(to) : `${say.label(from)} → ${say.label(to)}`;
  const lines = [`- ${linkOf(segment, site, head, `${page}:${key}`)} ${status}`];
  if (english.length > 0) lines.push(`${say.label('english')}: ${markedDifference(english)}`);
  if (target.length > 0) lines.push(`${say.label('target')}: ${markedDifference(target)}`);
  if (terms.length > 0) {
    const list = terms.map((each) => `${codeSpan(each.term)} → ${each.targets.map(codeSpan).join(' / ')}`).join(', ');
    lines.push(`${say.label('terms')}: ${list}`);
  }
  for (const { percent, page: other, source, target: text } of memory) {
    const said = `${percent} % ${say.label('alike')} ${codeSpan(other)}:`;
    lines.push(percent === 100 ? `${said} ${codeSpan(text)}` : `${said} ${codeSpan(source)} → ${codeSpan(text)}`);
  }
  return lines.join('<br>\n  ');
}

function linkOf({ file, line }: ArtifactSegment, site: string, head: string, name: string): string {
  const address = fileAddress(site, head, file, Math.max(1, line));
  return address === undefined ? codeSpan(name) : `[${codeSpan(name)}](${address})`;
}
