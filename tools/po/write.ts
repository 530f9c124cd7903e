/** PoMessages -> text of a PO file: folded and ordered as msgcat would, in the order given, the same bytes each time. */
import { type GetTextTranslation, po } from 'gettext-parser';
import type { PoMessage } from './types.ts';

const CHARSET = 'utf-8';

/**
 * @param header fields in their order; the character set is added
 * @param remark lines of the comment above the header
 * @param messages each of a context of its own: gettext-parser keeps the order of contexts, not of sources
 */
export function writePo(
  header: Readonly<Record<string, string>>,
  remark: readonly string[],
  messages: readonly PoMessage[],
): string {
  const translations: Record<string, Record<string, GetTextTranslation>> = {
    '': { '': { msgid: '', msgstr: [''], comments: { translator: remark.join('\n') } } },
  };
  for (const message of messages) translations[message.context ?? ''] = { [message.source]: translationOf(message) };
  const text = po.compile({ charset: CHARSET, headers: { ...header }, translations }).toString('utf8');
  // gettext's tools write extracted comments before references, gettext-parser behind them.
  return text.replace(/(?<![^\n])((?:#: [^\n]*\n)+)((?:#\. [^\n]*\n)+)/g, '$2$1');
}

function translationOf({ context, source, target, fuzzy, previous, remarks, notes, reference }: PoMessage) {
  return {
    ...(context === undefined ? {} : { msgctxt: context }),
    msgid: source,
    msgstr: [target],
    comments: {
      ...(remarks.length > 0 ? { translator: remarks.join('\n') } : {}),
      ...(notes.length > 0 ? { extracted: notes.join('\n') } : {}),
      ...(reference === undefined ? {} : { reference }),
      ...(fuzzy ? { flag: 'fuzzy' } : {}),
      ...(previous === undefined ? {} : { previous: foldedMsgid(previous) }),
    },
  };
}

/** Columns that `#| ` takes from a line of 79. */
const PREFIX = 3;

/** `msgid "…"` over as many lines as it takes; gettext-parser folds messages, not comments. */
function foldedMsgid(source: string): string {
  const alone = { charset: CHARSET, headers: {}, translations: { '': { [source]: { msgid: source, msgstr: [''] } } } };
  const lines = po
    .compile(alone, { foldLength: 79 - PREFIX })
    .toString('utf8')
    .trimEnd()
    .split('\n');
  return lines.slice(lines.lastIndexOf('') + 1, -1).join('\n');
}
