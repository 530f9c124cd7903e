/** Another version becomes the current one in the text of project.yml; every other character stays. */
import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';

/** A piece of the text that is replaced. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** @param text a project.yml that can be read and has the version */
export function withCurrent(text: string, version: string): string {
  const list = parseDocument(text, { version: '1.2' }).get('versions');
  const entries = isSeq(list) ? list.items.filter(isMap) : [];
  const edits = entries.flatMap((entry) => (nameOf(entry) === version ? marked(entry, text) : unmarked(entry, text)));
  return edits.reduceRight(
    (edited, { from, to, text: piece }) => edited.slice(0, from) + piece + edited.slice(to),
    text,
  );
}

/** As it is written: `18` without quotation marks is a name too. */
function nameOf(entry: YAMLMap): string {
  const name = entry.get('name', true);
  return isScalar(name) ? String(typeof name.value === 'string' ? name.value : name.source) : '';
}

function marked(entry: YAMLMap, text: string): Edit[] {
  const pair = pairOf(entry, 'current');
  if (pair) return [{ ...rangeOf(pair.value), text: 'true' }];
  if (entry.flow) {
    const { to } = rangeOf(entry.items.at(-1)?.value);
    return [{ from: to, to, text: ', current: true' }];
  }
  const name = pairOf(entry, 'name');
  const { from } = rangeOf(name?.key);
  const indent = ' '.repeat(from - (text.lastIndexOf('\n', from) + 1));
  const end = lineEnd(text, rangeOf(name?.value).to);
  return [{ from: end, to: end, text: `\n${indent}current: true` }];
}

function unmarked(entry: YAMLMap, text: string): Edit[] {
  const pair = pairOf(entry, 'current');
  if (!pair) return [];
  const [key, value] = [rangeOf(pair.key), rangeOf(pair.value)];
  const previous = entry.items[entry.items.indexOf(pair) - 1];
  if (entry.flow && previous) return [{ from: rangeOf(previous.value).to, to: value.to, text: '' }];
  const end = lineEnd(text, value.to);
  const alone = previous !== undefined && text.slice(value.to, end).trim() === '';
  // What stands on one line with a dash or a comment is better left there.
  return [alone ? { from: text.lastIndexOf('\n', key.from), to: end, text: '' } : { ...value, text: 'false' }];
}

const pairOf = (entry: YAMLMap, name: string): Pair | undefined =>
  entry.items.find(({ key }) => isScalar(key) && key.value === name);

function rangeOf(node: unknown): { readonly from: number; readonly to: number } {
  const [from, to] = isScalar(node) && node.range ? node.range : [0, 0];
  return { from, to };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
