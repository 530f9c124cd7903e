/**
 * The whole story of a translation on GitHub in one command, against the pretended GitHub:
 *
 *     npm run demo:github
 *
 * Every step that the bot takes is a process of its own, run as the workflows run it; people act over HTTP and Git.
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoActs } from './demo-acts.ts';
import { telling } from './demo-telling.ts';
import { filesOfOlderRelease, startStory } from './story.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pgdoc-demo-')));
const began = performance.now();
print('A pretended GitHub with the miniature manual TinyRow, in a folder that is removed at the end.');
print('max maintains it; ada and bob translate; eve reviews the folder sql; a reader and a stranger pass by.');
const story = await startStory(join(folder, 'github'), await filesOfOlderRelease());
try {
  const tale = telling(print);
  for (const act of demoActs) await act(story, tale);
  print(`\nThe end, after ${Math.round((performance.now() - began) / 1000)} s.`);
} finally {
  await story.close();
  rmSync(folder, { recursive: true, force: true });
}
