/** How the command line shows results and progress: a bar on a terminal, plain lines elsewhere, both to stderr. */
import { SingleBar } from 'cli-progress';
import type { Context, Work } from './commands/context.ts';

/** Work shorter than this, in milliseconds, shows nothing. */
const QUIET = 300;
/** Steps between two plain lines, as a share of the whole. */
const LINES = 4;

export interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Milliseconds, for telling short work from long. */
  readonly now: () => number;
}

export function terminal({ stdout, stderr, now }: Streams): Pick<Context, 'print' | 'tell' | 'begin' | 'columns'> {
  return {
    columns: stdout.columns ?? 100,
    print: (text) => void stdout.write(`${text}\n`),
    tell: (text) => void stderr.write(`${text}\n`),
    begin: (label, steps) => (stderr.isTTY ? bar(label, steps, stderr, now) : lines(label, steps, stderr, now)),
  };
}

function bar(label: string, steps: number | undefined, stderr: NodeJS.WriteStream, now: () => number): Work {
  if (steps === undefined) {
    stderr.write(`${label} …\n`);
    return { tick: () => {}, end: () => {} };
  }
  const start = now();
  let done = 0;
  let shown: SingleBar | undefined;
  return {
    tick() {
      done++;
      if (!shown && now() - start > QUIET && done < steps) {
        shown = new SingleBar({
          format: `${label} {bar} {value}/{total}`,
          stream: stderr,
          hideCursor: true,
          clearOnComplete: true,
        });
        shown.start(steps, done);
      }
      shown?.update(done);
    },
    end: () => shown?.stop(),
  };
}

function lines(label: string, steps: number | undefined, stderr: NodeJS.WriteStream, now: () => number): Work {
  const start = now();
  let done = 0;
  let said = 0;
  if (steps === undefined) stderr.write(`${label} …\n`);
  return {
    tick() {
      done++;
      if (steps === undefined || now() - start < QUIET) return;
      const part = Math.floor((done / steps) * LINES);
      if (part <= said) return;
      said = part;
      stderr.write(`${label}: ${done}/${steps}\n`);
    },
    end: () => {},
  };
}
