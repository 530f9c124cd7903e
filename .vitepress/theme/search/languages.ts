/** Text of the index in its languages: marks stand where a piece in the target language, or in English, begins. */
import { SOURCE_BEGINS, TARGET_BEGINS } from '../../search/copy.ts';

export type Side = 'target' | 'source';

const MARK = new RegExp(`[${TARGET_BEGINS}${SOURCE_BEGINS}]`);

/** The language that begins with this piece of text, if one does. */
export function sideOf(piece: string): Side | undefined {
  if (piece.includes(TARGET_BEGINS)) return 'target';
  return piece.includes(SOURCE_BEGINS) ? 'source' : undefined;
}

/** `shared ⟨target⟩ 箱子 ⟨source⟩ boxes` → what stands in the wanted language, or in the other where there is but one. */
export function inLanguage(text: string, wanted: Side): { readonly text: string; readonly side: Side | undefined } {
  const pieces = text.split(new RegExp(`(?=${MARK.source})`));
  const sides = new Set(pieces.map(sideOf));
  const other = wanted === 'target' ? 'source' : 'target';
  const side = sides.has(wanted) ? wanted : sides.has(other) ? other : undefined;
  const shown = pieces.filter((piece) => sideOf(piece) === undefined || sideOf(piece) === side);
  return { text: tidy(shown.join('')), side };
}

/** Without marks, the joints of words, and the stop that the index puts behind every block. */
export function tidy(text: string): string {
  return text
    .replace(new RegExp(`[${TARGET_BEGINS}${SOURCE_BEGINS}\u200b]`, 'g'), '')
    .replace(/\s+/g, ' ')
    .trim();
}
