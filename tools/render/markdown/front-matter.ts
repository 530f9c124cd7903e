/**
 * Front matter: a YAML mapping of the keys that its kind of page knows. The document's nodes are read one by one, so
 * that a finding names the line, and aliases, tags and nested values never come to life.
 */
import { closest, distance } from 'fastest-levenshtein';
import { isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Finding } from '../../docbook/types.ts';
import type { FrontMatter, FrontMatterLines, PageKind } from './types.ts';

type Key = keyof FrontMatter;
type Shape = 'text' | 'date' | 'flag' | 'list' | 'path' | 'language';

const shapes: Readonly<Record<Key, Shape>> = {
  title: 'text',
  author: 'list',
  date: 'date',
  tags: 'list',
  chosen: 'flag',
  summary: 'text',
  cover: 'path',
  alt: 'text',
  draft: 'flag',
  versions: 'list',
  related: 'list',
  description: 'text',
  lang: 'language',
};

const known: Readonly<Record<PageKind, readonly Key[]>> = {
  blog: ['title', 'author', 'date', 'tags', 'chosen', 'summary', 'cover', 'alt', 'draft'],
  faq: ['title', 'versions', 'tags', 'related'],
  page: ['title', 'description', 'lang'],
};

const expected: Readonly<Record<Shape, string>> = {
  text: 'words on one line',
  date: 'a date such as 2026-02-28',
  flag: 'true or false',
  list: 'a word, or a list such as [one, two]',
  path: 'the path of a file beside the page',
  language: 'a language tag (BCP 47) such as en or zh-CN',
};

/** Kept apart from the body by line count only, so that positions in the body are positions in the file. */
const fence = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;

export interface SplitPage {
  readonly frontMatter: FrontMatter;
  readonly lines: FrontMatterLines;
  /** The page with as many empty lines in front as the front matter took. */
  readonly body: string;
  readonly findings: readonly Finding[];
}

/** @param file the page's path, for findings */
export function readFrontMatter(text: string, file: string, kind: PageKind): SplitPage {
  const match = fence.exec(text);
  if (match === null) return { frontMatter: {}, lines: {}, body: text, findings: [] };
  const body = '\n'.repeat(match[0].split('\n').length - 1) + text.slice(match[0].length);
  const lines = new LineCounter();
  const findings: Finding[] = [];
  const report = (offset: number, rule: string, message: string): void => {
    // The fence is line 1, and the counter starts at 1 below it.
    findings.push({
      severity: 'error',
      rule: `front-matter/${rule}`,
      file,
      line: lines.linePos(offset).line + 1,
      message,
    });
  };

  const document = parseDocument(match[1] ?? '', { lineCounter: lines, prettyErrors: false });
  for (const error of document.errors) report(error.pos[0], 'yaml', `The front matter is not YAML: ${error.message}`);
  const values: Partial<Record<Key, string | boolean | string[]>> = {};
  const keyLines: Partial<Record<Key, number>> = {};
  for (const pair of pairsOf(document.contents)) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const at = (pair.key as Node | null)?.range?.[0] ?? 0;
    if (!isKnown(key, kind)) report(at, 'unknown-key', unknownKey(key, kind));
    else {
      const value = readValue(pair.value, shapes[key]);
      if (value === undefined) report(at, 'value', `\`${key}\`: expected ${expected[shapes[key]]}`);
      else values[key] = value;
      keyLines[key] = lines.linePos(at).line + 1;
    }
  }
  if (document.contents !== null && !('items' in document.contents)) {
    report(0, 'yaml', 'The front matter is no mapping: expected lines such as `title: …`');
  }
  // Each value was read in the shape that the interface gives its key.
  return { frontMatter: values as FrontMatter, lines: keyLines, body, findings };
}

function pairsOf(contents: unknown): readonly Pair<unknown, unknown>[] {
  const items = (contents as { items?: unknown } | null)?.items;
  return Array.isArray(items) ? items.filter((item): item is Pair => 'key' in item) : [];
}

function isKnown(key: string, kind: PageKind): key is Key {
  return known[kind].some((one) => one === key);
}

function unknownKey(key: string, kind: PageKind): string {
  const near = closest(key, [...known[kind]]);
  const guess = distance(key, near) <= 2 ? ` (did you mean \`${near}\`?)` : '';
  return `Unknown key \`${key}\`${guess}: expected one of ${known[kind].join(', ')}`;
}

function readValue(node: unknown, shape: Shape): string | boolean | string[] | undefined {
  if (shape === 'list') {
    const items = isSeq(node) ? node.items : [node];
    const words = items.map(word);
    return words.every((one) => one !== undefined) ? words : undefined;
  }
  if (shape === 'flag') return isScalar(node) && typeof node.value === 'boolean' ? node.value : undefined;
  const text = word(node);
  if (text === undefined) return undefined;
  if (shape === 'date') return isDate(text) ? text : undefined;
  if (shape === 'language') return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(text) ? text : undefined;
  if (shape === 'path') return /^(?!\/|[a-z][a-z0-9+.-]*:)[^\\]+$/i.test(text) ? text : undefined;
  return text;
}

/** Numbers are taken as they are written: `versions: [18, 16]` means names. */
function word(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  if (typeof node.value === 'number') return node.source ?? String(node.value);
  return typeof node.value === 'string' && node.value.trim() !== '' ? node.value.trim() : undefined;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
