/** Whether what a document shows is what psql printed. */

/** A command's tag, and the frame of a plan: documents need not show them. */
const tag = /^[A-Z]{2,}(?: [A-Z]+)*(?: \d+){0,2}$/;
const frame = /^\s*QUERY PLAN\s*$|^-+$|^\(\d+ rows?\)$/;

/**
 * A line of `…` alone stands for any lines. With `anyNumbers` every number is as good as another, and so is the width of
 * what is filled up to fit it.
 */
export function matches(shown: string, printed: string, anyNumbers: boolean): boolean {
  const want = linesOf(shown, anyNumbers);
  const got = linesOf(printed, anyNumbers);
  const untagged = got.filter((line) => !tag.test(line));
  const isPlan = got.some((line) => line.trim() === 'QUERY PLAN');
  const bare = isPlan ? untagged.filter((line) => !frame.test(line)) : untagged;
  return [got, untagged, bare].some((lines) => fits(want, lines));
}

function fits(want: readonly string[], got: readonly string[]): boolean {
  const [first, ...rest] = want;
  if (first === undefined) return got.length === 0;
  if (first.trim() !== '…') return first === got[0] && fits(rest, got.slice(1));
  return rest.length === 0 || got.some((_, at) => fits(rest, got.slice(at)));
}

function linesOf(text: string, anyNumbers: boolean): readonly string[] {
  const lines = text.split('\n').map((line) => (anyNumbers ? blur(line) : line.trimEnd()));
  return lines.filter((line) => line !== '');
}

function blur(line: string): string {
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const rest = line.replace(/\d+(?:\.\d+)?/g, '0').replace(/-{3,}/g, '---');
  // Headings are centred over their column, so only what opens a plan's node keeps its place.
  return (/^\s*(?:->|\S.*:)/.test(line) ? indent : '') + rest.trim().replace(/ {2,}/g, ' ');
}
