/**
 * Text of other people in the log of a workflow, where a line that begins with `::` is a command to the runner.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */

/** What a line may not hold: other characters that a log may take for an end of line are among the controls. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

export interface Annotation {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly title: string;
  readonly message: string;
}

/** One workflow command on one line, escaped as the runner reads it back; a line end of the message stays one. */
export function annotation({ severity, file, line, column, title, message }: Annotation): string {
  const place = [`file=${property(file)}`, `line=${line}`, ...(column === undefined ? [] : [`col=${column}`])];
  return `::${severity} ${[...place, `title=${property(title)}`].join(',')}::${data(message)}`;
}

/** A message for the log: no line of it begins with what the runner takes for a command. */
export function inLog(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) =>
      line
        .replace(CONTROL, ' ')
        .replaceAll('##[', '# #[')
        .replace(/^(\s*):(?=:)/, '$1: '),
    )
    .join('\n');
}

/** As the runner's toolkit does: a percent sign first, then ends of lines. */
const data = (text: string): string => escaped(text.replace(/(?![\r\n])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, ' '));

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
