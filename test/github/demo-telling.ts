/** How the demonstration tells its story: headings, what people do, and what the bot wrote, set apart. */
import pc from 'picocolors';
import type { Ran } from './workflows.ts';

export interface Telling {
  /** A step of the story. */
  step(title: string): void;
  /** What somebody does, or what it means. */
  say(text: string): void;
  /** What the bot wrote, as it wrote it. */
  show(label: string, text: string): void;
  /** What workflows have run, and that they came to an end. @throws Error when one failed that was not to */
  ran(jobs: readonly Ran[], expected?: number): void;
}

export function telling(print: (line: string) => void): Telling {
  let steps = 0;
  return {
    step(title) {
      steps += 1;
      print('');
      print(pc.bold(`${steps}. ${title}`));
    },
    say: (text) => print(`   ${text}`),
    show(label, text) {
      print(pc.dim(`   ┌─ ${label}`));
      for (const line of text.trimEnd().split('\n')) print(`${pc.dim('   │')} ${line}`);
      print(pc.dim('   └─'));
    },
    ran(jobs, expected = 0) {
      for (const { workflow, code, stdout, stderr, calls } of jobs) {
        print(pc.dim(`   (workflow ${workflow}: exit ${code}, ${calls.length} calls of the API)`));
        if (code > expected) throw new Error(`workflow ${workflow} ended with ${code}\n${stdout}\n${stderr}`);
      }
    },
  };
}
