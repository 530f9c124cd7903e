/** The boxes of the pull request's template that speak of machines. Their words may be changed, their marks may not. */

export interface Boxes {
  /** Whether a machine was used; undefined when the text has no such box. */
  readonly machine: boolean | undefined;
  /** Whether every paragraph was read. */
  readonly read: boolean | undefined;
}

const BOX = /^\s{0,8}[-*+] \[([ xX])\] .*<!-- pgdoc:(machine|read) -->\s*$/;

/**
 * Boxes are list items of Markdown that end in `<!-- pgdoc:machine -->` or `<!-- pgdoc:read -->`. Of several of a kind,
 * as when the template was put in twice, one that says less for the text counts: a machine used, a paragraph not read.
 */
export function readBoxes(body: string): Boxes {
  const found = { machine: [] as boolean[], read: [] as boolean[] };
  for (const line of body.split(/\r\n?|\n/)) {
    const [, mark, kind] = BOX.exec(line.slice(0, 1000)) ?? [];
    if (kind === 'machine' || kind === 'read') found[kind].push(mark !== ' ');
  }
  return {
    machine: found.machine.length > 0 ? found.machine.some((each) => each) : undefined,
    read: found.read.length > 0 ? found.read.every((each) => each) : undefined,
  };
}

/** Whether its author says that a machine wrote it and does not say that they have read it. */
export function isUnread(body: string): boolean {
  const { machine, read } = readBoxes(body);
  return machine === true && read !== true;
}
