/** Thins git's progress out, so that a log gets a line for every tenth of a fetch and not thousands. */
export type Progress = (message: string) => void;

/** Takes git's standard error in pieces, as they come, and tells how much of a fetch has been received. */
export function receivingProgress(tell: Progress): (chunk: string) => void {
  let rest = '';
  let told = 0;
  return (chunk) => {
    const lines = (rest + chunk).split(/[\r\n]/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const percent = Number(/^Receiving objects: +([0-9]+)%/.exec(line)?.[1] ?? 0);
      if (percent < told + 10) continue;
      told = percent - (percent % 10);
      tell(line.trim());
    }
  };
}
