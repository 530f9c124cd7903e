/** What becomes of paragraphs: counts, words, points. Numbers only. */
import { type Artifact, STATUSES, type StatusCounts } from './artifact.ts';
import { type Block, plainBlock } from './comment-layout.ts';
import type { Speech } from './comment-speech.ts';
import { codeSpan } from './escape-markdown.ts';

export function statusBlocks({ moves, isSync, people, pages, entries, words }: Artifact, say: Speech): Block[] {
  const blocks: Block[] = [];
  // What comes with new keys in a sync was not there before under those; its pages tell more.
  if (moves.length > 0 && !isSync) {
    const rows = moves.map(
      ({ from, to, entries: count, words: size }) =>
        `| ${from === to ? `${say.label(from)} ✎` : `${say.label(from)} → ${say.label(to)}`} | ${count} | ${size} |`,
    );
    blocks.push(plainBlock(tableOf([say.label('status'), say.label('status-head'), say.label('words-head')], rows)));
  }
  const earning = people.filter(({ points }) => points !== 0);
  if (earning.length > 0) {
    const list = earning.map(({ login, points }) => `${codeSpan(login)} **${(points / 100).toFixed(2)}**`).join(', ');
    blocks.push(plainBlock(`🏅 ${say('points', { people: list })}`));
  }
  if (pages > 0) {
    const row = (name: (typeof STATUSES)[number]) =>
      `| ${say.label(name)} | ${change(entries.before, entries.after, name)} | ${change(words.before, words.after, name)} |`;
    const table = tableOf(['', say.label('status-head'), say.label('words-head')], STATUSES.map(row));
    blocks.push(plainBlock(`<details><summary>${say.label('pages')} (${pages})</summary>\n\n${table}\n\n</details>`));
  }
  return blocks;
}

function tableOf([first = '', ...others]: readonly string[], rows: readonly string[]): string {
  return [`| ${[first, ...others].join(' | ')} |`, `| --- |${others.map(() => ' ---: |').join('')}`, ...rows].join(
    '\n',
  );
}

function change(before: StatusCounts, after: StatusCounts, name: keyof StatusCounts): string {
  const [old, now] = [before[name], after[name]];
  return old === now ? `${now}` : `${old} → **${now}**`;
}
