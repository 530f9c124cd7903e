/** Pieces of GitHub's JSON that facts and events have in common. Fields that pgdoc does not look at are passed over. */
import { z } from 'zod';
import type { Actor } from './types.ts';

/** ISO 8601 with any offset and any fraction of a second becomes UTC, to the second. */
export const moment = z.iso
  .datetime({ offset: true, error: 'a moment such as 2026-03-01T12:00:00Z expected' })
  .transform((text) => `${new Date(text).toISOString().slice(0, 19)}Z`);

export const sha = z.string('a commit id expected').regex(/^[0-9a-f]{40}$/, 'a full commit id expected');

/** A number that GitHub gave to something. */
export const id = z.int('a number above 0 expected').positive('a number above 0 expected');

/** Of a user, or of an app: `dependabot[bot]`. */
const login = z.string('a login expected').regex(/^[A-Za-z0-9][\w-]{0,99}(?:\[bot\])?$/, 'a login expected');

export const text = z.string('text expected');

/** Null, and left out, are empty. */
export const textOrNone = z
  .string('text or null expected')
  .nullish()
  .transform((given) => given ?? '');

/** An address that may be shown as a link. */
export const url = text.regex(/^https?:\/\/[^\s<>"\p{Cc}]+$/u, 'an address such as https://github.com/… expected');

/** `owner/name` */
export const repositoryName = text.regex(/^[\w-]+\/[\w.-]+$/, 'a repository as owner/name expected');

export const ref = text.min(1, 'the name of a branch expected');

const ACCOUNT = 'an account with id and login, or null, expected';

/** GitHub's type of an account: User, Bot, Mannequin, Organization. */
const account = z
  .object({ id, login, type: z.string('the type of an account expected').optional() }, ACCOUNT)
  .transform(
    (given): Actor => ({
      id: given.id,
      login: given.login,
      bot: given.type === 'Bot' || given.login.endsWith('[bot]'),
    }),
  );

/**
 * Undefined for an account that is gone: GitHub writes null, or `{}` for an author that it does not know. The account
 * `ghost`, which stands in for those in some places, is nobody either.
 * https://docs.github.com/account-and-profile/concepts/account-management#deleting-your-personal-account
 */
export const actor = z
  .preprocess((given) => (isEmpty(given) ? null : given), account.nullish())
  .transform((given): Actor | undefined => (given && given.id !== GHOST ? given : undefined));

/** https://api.github.com/users/ghost */
const GHOST = 10137;

function isEmpty(given: unknown): boolean {
  return typeof given === 'object' && given !== null && Object.keys(given).length === 0;
}

/** Names of labels; GitHub has also written them as plain text. */
export const labels = z
  .array(z.union([text, z.object({ name: text })], 'a label expected'), 'a list of labels expected')
  .transform((given) => given.map((label) => (typeof label === 'string' ? label : label.name)));

/** A branch, and the commit at its tip; one whose fork is gone has no repository. */
export const branch = z
  .object({ ref, sha, repo: z.object({ full_name: repositoryName }).nullish() })
  .transform(({ repo, ...given }) => ({ ...given, repository: repo?.full_name }));
