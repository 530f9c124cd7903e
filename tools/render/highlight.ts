/** Coloured runs of a piece of code. The grammars are highlight.js's; what of them is shown is decided here. */
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import pgsql from 'highlight.js/lib/languages/pgsql';
import { dollarBodies } from './highlight-statements.ts';
import type { CodeLanguage, CodeRange, Range, Token, TokenClass } from './highlight-types.ts';

const GRAMMARS: Readonly<Record<CodeLanguage, string>> = { sql: 'pgsql', shell: 'bash', c: 'c' };
hljs.registerLanguage('pgsql', pgsql);
hljs.registerLanguage('bash', bash);
hljs.registerLanguage('c', c);

/** Scopes of highlight.js that bear a colour; names, functions, operators and punctuation are the text itself. */
const CLASSES: ReadonlyMap<string, TokenClass> = new Map<string, TokenClass>([
  ['keyword', 'hk'],
  ['type', 'hk'],
  ['meta', 'hk'],
  ['string', 'hs'],
  ['char.escape', 'hs'],
  ['comment', 'hc'],
  ['doctag', 'hc'],
  ['number', 'hn'],
  ['literal', 'hn'],
  ['variable', 'hn'],
]);

/** The tokens of all code in a listing's text, at their places in that text. */
export function tokensOf(text: string, ranges: readonly CodeRange[]): Token[] {
  return ranges.flatMap(({ from, to, language }) => {
    const code = text.slice(from, to);
    const found = language === 'sql' ? sqlTokens(code) : grammarTokens(code, language);
    return found.map((token) => shifted(token, from));
  });
}

/** Bodies of functions are code of their own language: SQL's and PL/pgSQL's are coloured, others stay plain. */
function sqlTokens(code: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const around = ({ from, to }: Range) => {
    const piece = grammarTokens(code.slice(from, to), 'sql');
    tokens.push(...piece.map((token) => shifted(token, from)));
  };
  for (const { from, to, mark } of dollarBodies(code)) {
    around({ from: at, to: from - mark.length });
    const kind = bodyLanguage(code.slice(0, from - mark.length), code.slice(to + mark.length));
    if (kind === 'sql') tokens.push(...sqlTokens(code.slice(from, to)).map((token) => shifted(token, from)));
    else if (kind === 'string') tokens.push({ from, to, cls: 'hs' });
    at = to + mark.length;
  }
  around({ from: at, to: code.length });
  return tokens;
}

/** By the `LANGUAGE` clause of the statement, behind the body or in front of it; without one, `DO` holds PL/pgSQL. */
function bodyLanguage(before: string, after: string): 'sql' | 'other' | 'string' {
  const statement = before.slice(before.lastIndexOf(';') + 1);
  const [, name] = /^[^;]*?\bLANGUAGE\s+['"]?(\w+)/i.exec(after) ?? /\bLANGUAGE\s+['"]?(\w+)/i.exec(statement) ?? [];
  if (name !== undefined) return /^(?:sql|plpgsql)$/i.test(name) ? 'sql' : 'other';
  return /\bDO\s*$/i.test(statement) ? 'sql' : 'string';
}

/** A tag or a piece of text of highlight.js's HTML. */
const PARTS = /<span class="([^"]*)">|<\/span>|([^<]+)/g;
const ENTITY = /&(?:amp|lt|gt|quot|#x27);/g;

/** The runs of one grammar; the innermost scope with a colour wins. Blanks between two keywords are coloured along. */
function grammarTokens(code: string, language: CodeLanguage): Token[] {
  const html = hljs.highlight(code, { language: GRAMMARS[language], ignoreIllegals: true }).value;
  const tokens: Token[] = [];
  const scopes: (TokenClass | undefined)[] = [];
  let at = 0;
  for (const [part, scope, text] of html.matchAll(PARTS)) {
    if (scope !== undefined) scopes.push(CLASSES.get(scope.replace(/^hljs-/, '')) ?? scopes.at(-1));
    else if (text === undefined) scopes.pop();
    else {
      const from = at;
      at += part.replace(ENTITY, '&').length;
      const cls = scopes.at(-1);
      if (cls !== undefined) tokens.push({ from, to: at, cls });
    }
  }
  const kept = language === 'sql' ? withoutNames(tokens, code) : tokens;
  // An option such as `-in` is no keyword of the shell.
  return joined(
    language === 'shell' ? kept.filter(({ cls, from }) => cls !== 'hk' || code[from - 1] !== '-') : kept,
    code,
  );
}

/** Where SQL is written with keywords in capitals, words in small letters are names and types, also `name` and `value`. */
function withoutNames(tokens: readonly Token[], code: string): Token[] {
  const inCapitals = ({ from, to }: Token) => /[A-Z]/.test(code.slice(from, to)) && !/[a-z]/.test(code.slice(from, to));
  const keywords = tokens.filter(({ cls }) => cls === 'hk');
  if (!keywords.some(inCapitals)) return [...tokens];
  return tokens.filter((token) => token.cls !== 'hk' || inCapitals(token));
}

/** Neighbours of one colour with nothing but blanks of a line between them are one: pages stay small. */
function joined(tokens: readonly Token[], code: string): Token[] {
  const runs: Token[] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (last?.cls === token.cls && /^ ?$/.test(code.slice(last.to, token.from)))
      runs[runs.length - 1] = { ...last, to: token.to };
    else runs.push(token);
  }
  return runs;
}

function shifted<T extends Range>(range: T, by: number): T {
  return { ...range, from: range.from + by, to: range.to + by };
}
