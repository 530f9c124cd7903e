/** The tools of gettext, where they are installed: the judges of what a PO file is. */
import { execFileSync, spawnSync } from 'node:child_process';

export const gettextAtHand = spawnSync('msgfmt', ['--version']).status === 0;

/** What a skipped test says of itself. */
export const gettextAbsence = gettextAtHand ? '' : ' (skipped: gettext is not installed)';

/** What `msgfmt -c` says of a file: nothing, when it is sound. */
export function complaintsOf(file: string): string {
  const { status, stderr } = spawnSync('msgfmt', ['--check', '--output-file=/dev/null', file], { encoding: 'utf8' });
  return status === 0 ? stderr : `${stderr}exit ${status}`;
}

/** Runs a file through a tool, in its own place. */
export function rewrite(tool: 'msgcat' | 'msgattrib', options: readonly string[], file: string): void {
  execFileSync(tool, [...options, `--output-file=${file}`, file], { maxBuffer: 2 ** 28 });
}
