/**
 * A failure that a person can mend: bad usage, a broken file, an upstream out of reach. The command line prints
 * its message and ends with its exit code; any other thrown error is a bug and is printed with its stack.
 */
export type ExitCode = 1 | 2 | 3;

export class Failure extends Error {
  override readonly name = 'Failure';

  /**
   * @param exitCode 1 problems found in content · 2 bad usage or configuration · 3 upstream or network
   * @param message what is wrong, where (file:line), and what was expected
   */
  constructor(
    readonly exitCode: ExitCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
