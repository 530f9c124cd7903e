/** Finds SQL statements in text that may hold more than SQL: where one starts, and where it ends. */
import type { Range } from './highlight-types.ts';

const COMMANDS =
  'ABORT|ALTER|ANALYZE|BEGIN|CALL|CHECKPOINT|CLOSE|CLUSTER|COMMENT|COMMIT|COPY|CREATE|DEALLOCATE|DECLARE|DELETE|DISCARD|DO|' +
  'DROP|END|EXECUTE|EXPLAIN|FETCH|GRANT|IMPORT|INSERT|LISTEN|LOAD|LOCK|MERGE|MOVE|NOTIFY|PREPARE|REASSIGN|REFRESH|REINDEX|' +
  'RELEASE|RESET|REVOKE|ROLLBACK|SAVEPOINT|SECURITY|SELECT|SET|SHOW|START|TABLE|TRUNCATE|UNLISTEN|UPDATE|VACUUM|VALUES|WITH';
const BLOCK_WORDS =
  'ASSERT|CASE|CONTINUE|ELSE|ELSIF|EXCEPTION|EXIT|FOR|FOREACH|GET|IF|LOOP|OPEN|PERFORM|RAISE|RETURN|WHEN|WHILE';

/** Words in capitals are SQL's own habit; small ones are also English and other languages, so more is asked of them. */
const CAPITALS = new RegExp(`^(?:${COMMANDS}|${BLOCK_WORDS})\\b(?!:)`);
const SMALL =
  /^(?:select\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|explain\s|(?:create|alter|drop)\s+(?:or\s+replace\s+)?(?:\w+\s+)?(?:table|index|view|function|procedure|type|role|user|database|schema|extension|trigger|rule|aggregate|operator|sequence|domain|publication|subscription|server|foreign|language|cast|policy)\s|(?:begin|commit|rollback|checkpoint)(?:\s+\w+)?;|set\s+[\w.]+\s*(?:=|to\s)|show\s+\w+\s*;|grant\s|revoke\s|vacuum[\s;]|analyze[\s;]|with\s+(?:recursive\s+)?\w+\s+as\s|copy\s+\w)/;
const COMMENTS = /^(?:\s*(?:--[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/))*\s*/;

/** How a statement at the start of the text begins, if one does; comments may stand before it. */
export function statementStart(text: string): 'capitals' | 'small' | undefined {
  const rest = text.slice(COMMENTS.exec(text)?.[0].length ?? 0).replace(/^\(+\s*(?=select\b|with\b|values\b)/i, '');
  if (CAPITALS.test(rest)) return 'capitals';
  return SMALL.test(rest) ? 'small' : undefined;
}

/** A quoted or commented run, a dollar quote, a bracket, or the end of a statement. */
const PIECES =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\bE'(?:[^'\\]|''|\\.)*(?:'|$)|'(?:[^']|'')*(?:'|$)|"[^"]*(?:"|$)|\$(\w*)\$|[()]|;|\bBEGIN\s+ATOMIC\b|\bEND\b|\bCASE\b/gi;

/**
 * Where the statement that starts at `from` ends: behind its semicolon, or `undefined` if it has none. Semicolons in
 * quotes, comments, brackets and SQL-standard function bodies end nothing.
 */
export function statementEnd(text: string, from: number): number | undefined {
  let depth = 0;
  const open: string[] = [];
  PIECES.lastIndex = from;
  for (let match = PIECES.exec(text); match; match = PIECES.exec(text)) {
    const [piece, label] = match;
    if (label !== undefined) {
      const end = text.indexOf(piece, PIECES.lastIndex);
      if (end < 0) return undefined;
      PIECES.lastIndex = end + piece.length;
    } else if (piece === '(') depth += 1;
    else if (piece === ')') depth -= 1;
    else if (/^begin/i.test(piece)) open.push('ATOMIC');
    else if (/^case$/i.test(piece) && open.length > 0) open.push('CASE');
    else if (/^end$/i.test(piece)) open.pop();
    else if (piece === ';' && depth <= 0 && open.length === 0) return match.index + 1;
  }
  return undefined;
}

/** A rule under column names, a count of rows, a record's head, a message, or a command's tag of more than one word. */
const OUTPUT = new RegExp(
  '^[ \\t]*-{3,}[-+\\u200b]*[ \\t]*$|^\\(\\d+ rows?\\)|^-\\[ RECORD|^[ \\t]*(?:ERROR|NOTICE|WARNING|DETAIL|HINT|INFO|LOG|CONTEXT|QUERY PLAN|Time|Result):?(?:\\s|$)|' +
    '^(?:INSERT \\d+ \\d+|(?:COPY|DELETE|FETCH|MERGE|MOVE|SELECT|UPDATE) \\d+|(?:CREATE|DROP|ALTER|TRUNCATE|LOCK) [A-Z]+(?: [A-Z]+)*)[ \\t]*$',
  'm',
);

/** Whether some line of the text is what psql or the server prints; the body of a function prints nothing. */
export function hasOutput(text: string): boolean {
  return OUTPUT.test(text.replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, ''));
}

/** Dollar-quoted bodies outside of other quotes and comments: the range between the two marks, and the mark. */
export function dollarBodies(text: string): (Range & { readonly mark: string })[] {
  const bodies: (Range & { mark: string })[] = [];
  PIECES.lastIndex = 0;
  for (let match = PIECES.exec(text); match; match = PIECES.exec(text)) {
    const [mark, label] = match;
    if (label === undefined) continue;
    const from = match.index + mark.length;
    const to = text.indexOf(mark, from);
    if (to < 0) break;
    bodies.push({ from, to, mark });
    PIECES.lastIndex = to + mark.length;
  }
  return bodies;
}
