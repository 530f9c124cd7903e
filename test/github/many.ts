/**
 * Three years of a community, made up from a seed: merged pull requests of many people, merged in three ways, reviewed
 * or not, with corrections, co-authors, drafts of programs, articles and work that is taken back.
 */
import { entriesOf, write } from './catalog-edits.ts';
import type { World } from './world.ts';
import { merge, openPull, review } from './world-actions.ts';
import { noReply, type Person, signatureOf } from './world-people.ts';
import type { MergeMethod } from './world-pulls.ts';
import type { Access } from './world-state.ts';

/** Random numbers below a limit, the same each time for a seed (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export interface Crowd {
  readonly world: World;
  readonly maintainer: Person;
  readonly writers: readonly Person[];
  readonly reviewers: readonly Person[];
  /** Catalogs that they work on. */
  readonly paths: readonly string[];
  readonly below: (limit: number) => number;
}

const WAYS: readonly MergeMethod[] = ['merge', 'squash', 'rebase'];
const CAN: Access['writes'] = new Set(['talk', 'contents']);

/** So many pull requests, one is taken back. */
const TAKEN_BACK = 20;

/** One merged pull request, some time after the one before. */
export function onePull(crowd: Crowd, at: number): Promise<number> {
  return at % TAKEN_BACK === 0 ? takesBack(crowd, at) : works(crowd, at);
}

/** The latest pull request is taken back by the maintainer, as GitHub's button does it. */
async function takesBack({ world, maintainer }: Crowd, at: number): Promise<number> {
  const { host, repository } = world;
  const pull = [...world.pulls.values()].at(-1)!;
  const { baseSha, headSha } = pull;
  const edits = Object.fromEntries(
    host
      .git(['diff', '--name-only', '-z', `${baseSha}...${headSha}`])
      .split('\0')
      .filter(Boolean)
      .map((path) => [path, host.textAt(baseSha, path) ?? null]),
  );
  const branch = `back-${at}`;
  const author = signatureOf(maintainer);
  host.commit({ repository, branch, from: host.tip('main'), message: `Revert #${pull.number}`, author, edits });
  const access: Access = { person: maintainer, writes: CAN };
  const body = `Reverts ${repository}#${pull.number}`;
  const { number } = await openPull(world, access, { title: `Revert "Work ${at - 1}"`, body, head: branch });
  world.clock.pass(60);
  await merge(world, access, number, WAYS[at % 3]!);
  return number;
}

async function works(crowd: Crowd, at: number): Promise<number> {
  const { world, writers, reviewers, paths, below, maintainer } = crowd;
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const author = pick(writers);
  const other = pick(writers);
  const path = pick(paths);
  const { host, repository } = world;
  world.clock.pass(600 + below(14_000));
  const main = host.tip('main')!;
  const text = host.textAt(main, path)!;
  const branch = `work-${at}`;
  const commit = (from: string, message: string, by: Person, edits: Record<string, string>) =>
    host.commit({ repository, branch, from, message, author: signatureOf(by), edits });
  const first = worked(path, text, below, at);
  const trailer = at % 7 === 0 ? `\n\nCo-authored-by: ${other.name} <${noReply(other)}>` : '';
  let head = commit(main, `Work ${at}${trailer}`, author, { [path]: first, ...articleOf(at) });
  const access = (person: Person): Access => ({ person, writes: CAN });
  const body = at % 11 === 0 ? BOXES : '';
  const { number } = await openPull(world, access(author), { title: `Work ${at}`, body, head: branch });
  const approver = reviewers.find(({ id }) => id !== author.id && id % 3 === at % 3) ?? reviewers[0]!;
  const approves = () => review(world, access(approver), number, { event: 'APPROVE', body: '' });
  if (at % 4 < 3 && approver.id !== author.id) await approves();
  if (at % 5 === 0) {
    // Somebody mends it after the approval.
    world.clock.pass(30);
    head = commit(head, `Mend ${at}`, at % 2 === 0 ? approver : other, { [path]: mended(path, first, text) });
    const pull = world.pulls.get(number)!;
    pull.headSha = head;
    host.setRef(`refs/pull/${number}/head`, head);
  }
  world.clock.pass(60 + below(3000));
  await merge(world, access(maintainer), number, WAYS[at % 3]!);
  return number;
}

const BOXES = '- [x] A program wrote some of it <!-- pgdoc:machine -->\n- [ ] I have read all <!-- pgdoc:read -->\n';

const articleOf = (at: number): Record<string, string> =>
  at % 13 === 0
    ? {
        [`docs/blog/2026-01-${10 + (at % 15)}-jar-${at}.md`]: `---\ntitle: Jar ${at}\nauthor: jar-${at}\ndate: 2026-01-${10 + (at % 15)}\n---\n\n罐子 ${at}。\n`,
      }
    : {};

/** Some entries written, or written anew; what is longest untranslated first. */
function worked(path: string, text: string, below: (limit: number) => number, at: number): string {
  const entries = entriesOf(path, text);
  const start = below(entries.length);
  const chosen = Array.from({ length: 1 + below(3) }, (_, next) => entries[(start + next) % entries.length]!);
  return write(
    path,
    text,
    Object.fromEntries(
      chosen.map(({ key, target }) => [
        key,
        target === '' ? `第${at}次译出的句子，共有几个词。` : `${target}（改${at}）`,
      ]),
    ),
  );
}

/** One of the entries that differ, changed once more. */
function mended(path: string, text: string, before: string): string {
  const old = new Map(entriesOf(path, before).map(({ key, target }) => [key, target]));
  const changed = entriesOf(path, text).find(({ key, target }) => old.get(key) !== target);
  return changed ? write(path, text, { [changed.key]: `${changed.target}好` }) : text;
}
