/** What a command is given besides its own options: nothing in here is global, so that tests can look at all of it. */

/** Shows how far a piece of work is. */
export interface Work {
  /** One more is done. */
  tick(): void;
  /** The whole is done, now or because it failed. */
  end(): void;
}

export interface Context {
  /** Absolute path of the workspace. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly json: boolean;
  /** Only says what would be written. */
  readonly dryRun: boolean;
  /** Columns of the terminal. */
  readonly columns: number;
  /** A result, to standard output. */
  print(text: string): void;
  /** A message to the person at the terminal, to standard error. */
  tell(text: string): void;
  /** Starts a piece of work of so many steps; without a number, of unknown length. */
  begin(label: string, steps?: number): Work;
}

/** 0 fine · 1 problems found; failures are thrown. */
export type Outcome = 0 | 1;

/** `file:line: message`, one finding a line. */
export function formatFinding(finding: {
  file: string;
  line: number;
  severity: string;
  rule: string;
  message: string;
}): string {
  return `${finding.file}:${finding.line}: ${finding.severity}: ${finding.message} [${finding.rule}]`;
}

/** The last line of a command that writes. */
export function writtenLine({ dryRun }: Pick<Context, 'dryRun'>, written: readonly unknown[]): string {
  if (dryRun) return 'Dry run: nothing was written.';
  return written.length === 1 ? '1 file written.' : `${written.length} files written.`;
}
