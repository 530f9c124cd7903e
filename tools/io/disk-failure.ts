/** Says in words what the disk or the system refused, so that a person can mend it. */
import { Failure } from '../failure.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'the file would be larger than the system allows',
  EROFS: 'the disk is read-only',
  EACCES: 'not allowed to write there',
  EPERM: 'not allowed to write there',
  EIO: 'the disk reports an error',
};

/**
 * A Failure(2) for what a person can mend on the disk; any other error as it is.
 *
 * @param what the file or folder, as messages name it
 * @param outcome what has become of the work
 */
export function diskFailure(cause: unknown, what: string, outcome = ''): unknown {
  const { code = '' } = cause as NodeJS.ErrnoException;
  const reason = REASONS[code];
  if (reason === undefined) return cause;
  return new Failure(2, `${what}: cannot be written: ${reason} (${code})${outcome && `. ${outcome}`}`, { cause });
}
