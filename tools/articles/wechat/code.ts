/** Code for WeChat's editor, which joins spaces and drops line ends. */
import { escapeHtml } from '../../render/html.ts';

const TAB = 4;

/** Every space is one that stays, and every line end a break. */
export function codeHtml(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeHtml(expandTabs(line)).replaceAll(' ', '&nbsp;'))
    .join('<br>');
}

function expandTabs(line: string): string {
  let shown = '';
  for (const sign of line) shown += sign === '\t' ? ' '.repeat(TAB - (Array.from(shown).length % TAB)) : sign;
  return shown;
}
