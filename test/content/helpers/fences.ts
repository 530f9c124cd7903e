/**
 * The fenced code of a document, with what the words behind the language say. The words are a small language of their
 * own, explained to writers in docs/guide/writing.md; an unknown one is an error, for else a slip would switch a test off.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code, Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export interface Fence {
  /** `docs/faq/x.md:12`, the line of the opening fence. */
  readonly at: string;
  readonly kind: 'sql' | 'sh' | 'output';
  readonly text: string;
  readonly words: Words;
}

export interface Words {
  /** Statements of one session run one after the other in one connection. */
  readonly session: string;
  /** A cluster of its own, reached in connection strings as `host=NAME.example.com`. */
  readonly server: string;
  /** SQLSTATE with which the last statement fails. */
  readonly error?: string;
  /** The last statement waits for a lock until another session lets it go on. */
  readonly waits: boolean;
  /** The statement is repeated until its output is the one shown. */
  readonly eventually: boolean;
  /** What the server has to be, such as `>=17`. */
  readonly version?: string;
  /** Numbers of the output differ from run to run. */
  readonly anyNumbers: boolean;
}

const plain: Words = { session: 'main', server: 'main', waits: false, eventually: false, anyNumbers: false };

const allowed: Readonly<Record<Fence['kind'], RegExp>> = {
  sql: /^(?:session=[a-z0-9]+|server=[a-z0-9]+|error=[0-9A-Z]{5}|waits|eventually|version(?:>=|<)\d+)$/,
  sh: /^(?:run|server=[a-z0-9]+|version(?:>=|<)\d+)$/,
  output: /^(?:output|numbers=any|version(?:>=|<)\d+)$/,
};

/** Every document of a folder below the workspace, as [path, text]. */
export function documents(root: string, folders: readonly string[]): readonly (readonly [string, string])[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md') && name !== 'index.md')
      .sort()
      .map((name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')] as const),
  );
}

/** What is to be run or compared, in order. Shell code is only run where it says so. */
export function fencesOf(text: string, file: string): readonly Fence[] {
  return codeOf(unified().use(remarkParse).parse(text)).flatMap((code) => {
    const words = (code.meta ?? '').split(/\s+/).filter((word) => word !== '');
    const kind = kindOf(code.lang, words);
    const at = `${file}:${code.position?.start.line ?? 1}`;
    if (kind === undefined) return [];
    const unknown = words.find((word) => !allowed[kind].test(word));
    if (unknown !== undefined) throw new Error(`${at}: the word "${unknown}" means nothing behind \`${code.lang}\``);
    return [{ at, kind, text: code.value, words: read(words) }];
  });
}

function kindOf(lang: string | null | undefined, words: readonly string[]): Fence['kind'] | undefined {
  if (lang === 'sql') return 'sql';
  if (lang === 'sh' && words.includes('run')) return 'sh';
  return lang === 'text' && words.length > 0 ? 'output' : undefined;
}

function codeOf(node: Nodes): readonly Code[] {
  if (node.type === 'code') return [node];
  return 'children' in node ? node.children.flatMap(codeOf) : [];
}

function read(words: readonly string[]): Words {
  const value = (name: string) => words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const error = value('error');
  const version = words.find((word) => word.startsWith('version'))?.slice('version'.length);
  return {
    session: value('session') ?? plain.session,
    server: value('server') ?? plain.server,
    waits: words.includes('waits'),
    eventually: words.includes('eventually'),
    anyNumbers: words.includes('numbers=any'),
    ...(error === undefined ? {} : { error }),
    ...(version === undefined ? {} : { version }),
  };
}

export function suits(version: string | undefined, server: number): boolean {
  if (version === undefined) return true;
  return version.startsWith('>=') ? server >= Number(version.slice(2)) : server < Number(version.slice(1));
}
