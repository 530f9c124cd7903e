/** Holds JSON of GitHub's against what is expected of it; a failure names source, field and what was expected. */
import type { z } from 'zod';
import { type ExitCode, Failure } from '../failure.ts';

/** So many problems are named. */
const MOST = 3;

/**
 * @param source what the JSON came from, as messages name it: `GitHub: GET /pulls/1`
 * @throws Failure with that exit code: `GET /pulls/1: base.sha: a full commit id expected`
 */
export function readJson<T>(schema: z.ZodType<T>, value: unknown, source: string, exitCode: ExitCode): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  const named = issues.slice(0, MOST).map(({ path, message }) => `${nameOf(path)}: ${message}`);
  const more = issues.length > MOST ? `; and ${issues.length - MOST} more` : '';
  throw new Failure(exitCode, `${source}: ${named.join('; ')}${more}`);
}

/** `labels[0].name`; what the whole is, without a path. */
function nameOf(path: readonly PropertyKey[]): string {
  const name = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return name === '' ? 'the whole' : name.replace(/^\./, '');
}
