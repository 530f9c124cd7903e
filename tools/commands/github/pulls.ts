/** `bot pulls`: open pull requests with the pages they touch, into a file for the next build. Only reads GitHub. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { LONGEST_TITLE, MOST_PULLS, PAGES_OF_A_PULL, type PullsFile, pullsFile } from '../../progress/pulls.ts';
import { catalogAt } from '../../review/changes-pages.ts';
import { fileFacts, pullRequestFacts } from '../../review/facts.ts';
import type { Outcome } from '../context.ts';
import type { GitHubContext } from './context.ts';

/** Each costs a call; those that were updated last come first. */
const MOST_READ = 200;

/** @throws Failure(3) when GitHub cannot be asked */
export async function botPulls(context: GitHubContext, out: string): Promise<Outcome> {
  const { github } = context;
  const open = (await github.pullRequests({ state: 'open' })).map(pullRequestFacts);
  const read = open.slice(0, Math.min(MOST_READ, MOST_PULLS));
  const pulls: PullsFile['pulls'] = [];
  for (const { number, title } of read) {
    const files = (await github.files(number)).map((file) => fileFacts(file).path);
    const pages = [...new Set(files.flatMap((path) => catalogAt(path)?.page ?? []))].sort();
    // One that changes more is a sync or the like, and nobody's work on a page.
    if (pages.length > 0 && pages.length <= PAGES_OF_A_PULL) pulls.push({ number, title: plain(title), pages });
  }
  pulls.sort((a, b) => a.number - b.number);
  const file = pullsFile.parse({ pulls });
  if (!context.dryRun) {
    await mkdir(dirname(out), { recursive: true });
    await writeFileAtomic(out, `${JSON.stringify(file, null, 1)}\n`);
  }
  const left = open.length - read.length;
  if (left > 0) context.tell(`${left} open pull requests were not looked at`);
  context.print(context.json ? JSON.stringify(file) : `${pulls.length} open pull requests touch pages of the manual.`);
  return 0;
}

/** One line, without signs that steer how text is shown. */
function plain(title: string): string {
  const line = title.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
  return line.length <= LONGEST_TITLE
    ? line
    : Array.from(line)
        .slice(0, LONGEST_TITLE / 2)
        .join('');
}
