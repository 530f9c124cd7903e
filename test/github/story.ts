/** The people and the workspace of the story: the miniature manual in a repository on the pretended GitHub. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTranslation } from '../../tools/commands/import.ts';
import { sync } from '../../tools/commands/sync.ts';
import { record } from '../commands/helpers/record.ts';
import { chinese, freshWorkspace, shared, translatedWorkspace } from '../commands/helpers/shared.ts';
import { filesBelow } from './files.ts';
import { Hand } from './hand.ts';
import { startWorld, type World } from './world.ts';
import type { Edits } from './world-git.ts';
import type { PersonSeed } from './world-people.ts';

export const REPOSITORY = 'example/tinyrow-docs';

/** max comes first: the first commit is his. */
export const PEOPLE = [
  { id: 1001, login: 'max', name: 'Max', maintainer: true },
  { id: 1002, login: 'ada', name: 'Ada', email: 'ada@example.org' },
  { id: 1003, login: 'bob', name: 'Bob' },
  { id: 1004, login: 'eve', name: 'Eve' },
  { id: 1005, login: 'reader', name: 'A reader' },
  { id: 1006, login: 'stranger', name: 'A stranger' },
] as const satisfies readonly PersonSeed[];

const REVIEWERS = `- { id: 1001, login: max, folders: all }
- { id: 1004, login: eve, folders: [sql] }
`;

const OFFICES = `- { office: translation, id: 1001, login: max, from: 2026-01, to: 2026-06 }
`;

export type Name = (typeof PEOPLE)[number]['login'];

export interface Story extends Readonly<Record<Name, Hand>> {
  readonly world: World;
  /** Text on main. */
  text(path: string): string;
  close(): Promise<void>;
}

/** What main holds when the story begins: the translated workspace, who reviews it, and the rules of points. */
export async function firstFiles(): Promise<Edits> {
  const rules = join(import.meta.dirname, '../../translations/points.yml');
  return {
    ...filesBelow(await translatedWorkspace()),
    '.gitignore': '.cache/\n',
    'translations/zh-CN/reviewers.yml': REVIEWERS,
    'translations/offices.yml': OFFICES,
    'translations/points.yml': readFileSync(rules, 'utf8'),
  };
}

/** Like `firstFiles`, one release of upstream's behind. */
export async function filesOfOlderRelease(): Promise<Edits> {
  const workspace = await shared('workspace-3.0', async (dir) => {
    await freshWorkspace(dir);
    await sync(record(dir), { pins: new Map([['3', 'REL_3_0']]) });
    await importTranslation(record(dir), chinese);
  });
  const newer = await firstFiles();
  const kept = Object.entries(newer).filter(([path]) => /^\.gitignore|(reviewers|offices|points)\.yml$/.test(path));
  return { ...filesBelow(workspace), ...Object.fromEntries(kept) };
}

/** @param folder empty; for the repositories */
export async function startStory(folder: string, files?: Edits): Promise<Story> {
  const world = await startWorld({
    folder,
    repository: REPOSITORY,
    people: PEOPLE,
    files: files ?? (await firstFiles()),
    at: '2026-02-02T09:00:00Z',
  });
  const hands = Object.fromEntries(PEOPLE.map(({ login }) => [login, new Hand(world, login)])) as Record<Name, Hand>;
  return {
    ...hands,
    world,
    text(path) {
      const text = world.host.textAt('refs/heads/main', path);
      if (text === undefined) throw new Error(`main has no ${path}`);
      return text;
    },
    close: () => world.close(),
  };
}
