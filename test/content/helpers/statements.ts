/** A script of psql cut into its statements: at `;` outside of quotes, and at the end of a line with a `\command`. */

/** One token that hides semicolons and backslashes, or one that ends a statement. */
const token =
  /--[^\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|(;)|(\\[^\n]*)/g;

/** @returns each with its end sign; what has none is an error, since psql would wait for more */
export function statementsOf(script: string): readonly string[] {
  const found: string[] = [];
  let start = 0;
  for (const match of script.matchAll(token)) {
    if (match[2] === undefined && match[3] === undefined) continue;
    const end = match.index + match[0].length;
    found.push(script.slice(start, end).trim());
    start = end;
  }
  const rest = withoutComments(script.slice(start));
  if (rest !== '') throw new Error(`a statement without its semicolon: ${rest.slice(0, 60)}`);
  return found;
}

function withoutComments(text: string): string {
  return text.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').trim();
}
