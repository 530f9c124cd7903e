/**
 * Answers that GitHub gave with an ETag, kept in .cache/github/ of the workspace, so that what has not changed is
 * neither counted nor sent again. https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 * A file holds address, ETag, Link and body; no header that was sent, so no token. It is a help only: what cannot be
 * read is not there, and what cannot be written is left. GitHub's ETags differ from token to token.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { safeJoin } from '../safe-join.ts';

export interface Answer {
  readonly url: string;
  readonly etag: string;
  /** Header Link; empty without one. */
  readonly link: string;
  readonly body: string;
}

export interface AnswerCache {
  get(url: string): Promise<Answer | undefined>;
  put(answer: Answer): Promise<void>;
}

/** How many answers are kept at most; together with the next, 150 MB. */
const MOST = 300;
/** So many are left when there were too many. */
const FEWER = 200;
/** Characters of a body that is still kept. */
const LARGEST = 500_000;
/** RFC 9110, 8.8.3 */
const ETAG = /^(?:W\/)?"[\x21\x23-\x7e]*"$/;

/** @throws Failure(2) if .cache/github leads out of the folder */
export function openAnswerCache(root: string): AnswerCache {
  const folder = safeJoin(root, '.cache/github');
  const pathOf = (url: string): string => join(folder, `${createHash('sha256').update(url).digest('hex')}.json`);
  return {
    async get(url) {
      const text = await readFile(pathOf(url), 'utf8').catch(() => '');
      return answerOf(text, url);
    },
    async put(answer) {
      if (answer.body.length > LARGEST) return;
      try {
        await mkdir(folder, { recursive: true });
        await writeFileAtomic(pathOf(answer.url), JSON.stringify(answer));
        await removeOldest(folder);
      } catch {
        // Without the cache everything works as well, with more calls.
      }
    },
  };
}

/** What stands in a file, if it is an answer of this address: a file may be cut off, or put there by someone else. */
function answerOf(text: string, url: string): Answer | undefined {
  try {
    const found: Partial<Answer> = JSON.parse(text);
    const { etag, link, body } = found;
    if (found.url !== url || typeof etag !== 'string' || typeof link !== 'string' || typeof body !== 'string') return;
    if (!ETAG.test(etag)) return;
    JSON.parse(body);
    return { url, etag, link, body };
  } catch {
    return undefined;
  }
}

async function removeOldest(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= MOST) return;
  const written = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { path, at: (await stat(path).catch(() => undefined))?.mtimeMs ?? 0 };
    }),
  );
  written.sort((a, b) => a.at - b.at || (a.path < b.path ? -1 : 1));
  await Promise.all(written.slice(0, names.length - FEWER).map(({ path }) => rm(path, { force: true })));
}
