/**
 * What a pull request's one comment says, most urgent first: what is to be mended, what is worth a look, who else works on
 * the same text; then what it changes and earns; details folded. In the workspace's language and in English. Every text
 * of other people is code (escape-markdown.ts).
 */
import type { Artifact } from './artifact.ts';
import { detailBlocks } from './comment-details.ts';
import { findingBlocks } from './comment-findings.ts';
import { layOut, plainBlock } from './comment-layout.ts';
import { type Speech, speech } from './comment-speech.ts';
import { statusBlocks } from './comment-status.ts';
import type { Surroundings } from './comment-types.ts';
import { codeSpan, prose } from './escape-markdown.ts';

/** The bot's comment is known by this, at its very beginning. */
export const MARKER = '<!-- pgdoc -->';
/** GitHub takes 65,536 characters. */
export const MOST_COMMENT = 65_000;
/** GitHub takes 1 MiB of a step's summary, in bytes; three a character at most. */
export const MOST_SUMMARY = 300_000;

/** @param most UTF-16 units that the text may have */
export function commentBody(artifact: Artifact, surroundings: Surroundings, most = MOST_COMMENT): string {
  const say = speech(surroundings.words);
  const { findings, segments, head, base } = artifact;
  const guarded = guardedBlocks(artifact, surroundings, say);
  const isFine = findings.errors === 0 && findings.warnings === 0 && guarded.length === 0;
  const report = surroundings.report;
  const blocks = [
    plainBlock(MARKER),
    ...(isFine ? [plainBlock(`✅ ${say(segments.total === 0 ? 'fine-empty' : 'fine')}`)] : []),
    ...guarded,
    ...findingBlocks(artifact, surroundings, say),
    ...otherBlocks(artifact, surroundings, say),
    ...claimBlocks(artifact, say),
    ...statusBlocks(artifact, say),
    ...detailBlocks(artifact, surroundings, say),
    ...artifact.notes.map((note) => plainBlock(`- ${say('notes')}: ${prose(note)}`)),
  ];
  const pieces = { head: codeSpan(head.slice(0, 10)), base: codeSpan(base.slice(0, 10)), url: report };
  return layOut(blocks, most, `<sub>${say('checked', pieces)}</sub>`, say('cut', { url: report }));
}

function guardedBlocks(artifact: Artifact, { guarded }: Surroundings, say: Speech) {
  const paths = guarded ?? artifact.kinds.find(({ kind }) => kind === 'guarded')?.paths ?? [];
  if (paths.length === 0) return [];
  const files = paths.slice(0, 10).map(codeSpan).join(', ') + (paths.length > 10 ? ', …' : '');
  return [
    plainBlock(artifact.maintainer ? `⚠️ ${say('guarded-maintainer', { files })}` : `⛔ ${say('guarded', { files })}`),
  ];
}

function otherBlocks({ others }: Artifact, { site }: Surroundings, say: Speech) {
  if (others.length === 0) return [];
  const items = others.map(({ number, title, entries, total }) => {
    const places = entries.slice(0, 5).map(({ page, key }) => codeSpan(`${page}:${key}`));
    const more = total > places.length ? ` +${total - places.length}` : '';
    const pull = `[#${number}](${site}/pull/${number})`;
    return `- ${pull} ${codeSpan(title)} · ${places.join(', ')}${more}`;
  });
  return [{ head: `👥 ${say('others')}\n`, items, tail: '', more: (left: number) => `- … ${left}`, unlisted: 0 }];
}

/** What it says of itself, and what that comes to. */
function claimBlocks({ replacement, boxes, isSync, segments, kinds }: Artifact, say: Speech) {
  const blocks: string[] = [];
  if (isSync) blocks.push(`🔄 ${say('sync')}`);
  if (replacement) {
    const pieces = { old: codeSpan(replacement.old), new: codeSpan(replacement.new) };
    blocks.push(
      replacement.proved
        ? `🔁 ${say('proved', { ...pieces, n: replacement.entries })}`
        : `⚠️ ${say('not-proved', pieces)}`,
    );
  }
  if (segments.total > 0 && !isSync) {
    if (boxes.machine === true && boxes.read !== true) blocks.push(`🤖 ${say('unread')}`);
    else if (boxes.machine === null) blocks.push(`▫️ ${say('no-boxes')}`);
  }
  const known = kinds.filter(({ total }) => total > 0).map(({ kind }) => kind);
  if (known.includes('translation') && known.some((kind) => kind === 'tools' || kind === 'site' || kind === 'blog'))
    blocks.push(`🧩 ${say('mixed', (word) => ({ kinds: known.map((kind) => word(`kind-${kind}`)).join(', ') }))}`);
  return blocks.map(plainBlock);
}
