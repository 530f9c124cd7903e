/** A batch of segments -> the messages that ask for their translation. Pure; the same batch gives the same bytes. */
import { readMarkdown } from '../segment/read.ts';
import { legendOf, protect } from './protect.ts';
import type { Batch, ChatMessage, DraftItem } from './types.ts';

/** @param language the target language by its English name, such as `Simplified Chinese` */
export function messagesOf({ page, items }: Batch, language: string): ChatMessage[] {
  const system = [
    `You translate the manual of the PostgreSQL database from English into ${language}, for its official publication.`,
    'Be exact and complete: add nothing, leave nothing out. Write plain technical prose, as an expert of databases would.',
    'Tokens such as ⟦1⟧ stand for code and references, pairs such as ⟦2⟧words⟦/2⟧ enclose a link or emphasis. Keep every',
    'token exactly once, move it to where the grammar wants it, and translate the words between the tokens of a pair.',
    'Write no Markdown and no HTML. Use the terms that are given, and follow the precedents in wording.',
    'Answer with one JSON object and nothing else: each number that was asked, as a string, with its translation.',
  ].join(' ');
  const user = [`Page: ${page}`, ...items.map((item, at) => describe(item, at + 1))].join('\n\n');
  return [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ];
}

function describe({ source, terms, precedents, complaint }: DraftItem, number: number): string {
  const { text, tokens } = protect(readMarkdown(source).inlines);
  const lines = [`${number}: ${text}`];
  tokens.forEach((token, at) => {
    const legend = legendOf(token);
    if (legend !== undefined) lines.push(`  ⟦${at + 1}⟧ = ${legend}`);
  });
  for (const { term, targets, not, context } of terms) {
    const avoided = not.length > 0 ? `, not ${not.join(', ')}` : '';
    lines.push(`  term: ${term}${context === undefined ? '' : ` (${context})`} = ${targets.join(' or ')}${avoided}`);
  }
  for (const precedent of precedents) lines.push(`  precedent: ${precedent.source} = ${precedent.target}`);
  if (complaint !== undefined) lines.push(`  Your last translation of this was refused: ${complaint}.`);
  return lines.join('\n');
}
