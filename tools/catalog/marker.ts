/**
 * The marker of an entry: `<!-- @KEY … -->`. Its grammar stands in docs/guide/catalog-format.md.
 * Written in one order only, so that one state has one text.
 */
import { KEY } from '../segment/key.ts';
import type { Entry } from './types.ts';

/** What a marker says. */
export type Marker = Pick<Entry, 'key' | 'versions' | 'index' | 'stale' | 'machine' | 'same' | 'off'>;

const WORD = /off=([a-z0-9-]+):"((?:[^"\\]|\\.)*)"|[^\s"]+/gy;

/** Inside a comment `-->` would end it, so `--` before `>` is written with a reference. */
const escapeComment = (text: string): string => text.replaceAll('-->', '--&gt;');
const unescapeComment = (text: string): string => text.replaceAll('--&gt;', '-->');

/**
 * Reads a marker's words and, for a stale entry, its old source.
 *
 * @param words what stands between `<!-- @` and the end of that line or `-->`
 * @param oldSource the `> ` line inside the marker, if there is one
 * @returns the marker, or what is wrong with it
 */
export function parseMarker(words: string, oldSource: string | undefined): Marker | string {
  const tokens = splitWords(words);
  if (typeof tokens === 'string') return tokens;
  const [key = '', ...rest] = tokens;
  if (!KEY.test(key)) return `the key is ${JSON.stringify(key)}; expected 10 hex digits`;
  let marker: Marker = { key };
  let flag: 'stale' | 'machine' | undefined;
  const pending: Record<string, string> = {};
  for (const word of rest) {
    const [, name, value] = /^(was|target|same)=(.*)$/.exec(word) ?? [];
    if (/^\d+(\.\d+)?$/.test(word)) marker = { ...marker, versions: [...(marker.versions ?? []), word] };
    else if (word === 'index') marker = { ...marker, index: true };
    else if (word === 'stale' || word === 'machine') flag = word;
    else if (name === 'same' && value?.split(',').every((each) => KEY.test(each)))
      marker = { ...marker, same: value.split(',') };
    else if ((name === 'was' || name === 'target') && KEY.test(value ?? '') && flag)
      pending[`${flag}.${name}`] = value as string;
    else if (word.startsWith('off=')) {
      const [, rule, reason] = /^off=([a-z0-9-]+):"(.*)"$/.exec(word) ?? [];
      if (rule === undefined || reason === undefined) return `${word} is not of the form off=RULE:"reason"`;
      const off = { rule, reason: unescapeComment(reason.replace(/\\(.)/g, '$1')) };
      marker = { ...marker, off: [...(marker.off ?? []), off] };
    } else return `the marker has ${JSON.stringify(word)}; expected versions, index, stale, machine, same= or off=`;
    if (word === 'machine') pending.machine = '';
    if (word === 'stale') pending.stale = '';
  }
  if (pending.machine !== undefined) {
    const target = pending['machine.target'];
    if (target === undefined) return 'machine needs target=HASH after it';
    marker = { ...marker, machine: { target } };
  }
  if (pending.stale !== undefined) {
    const was = pending['stale.was'];
    const target = pending['stale.target'];
    if (was === undefined || target === undefined) return 'stale needs was=KEY target=HASH after it';
    if (oldSource === undefined) return 'a stale entry needs its old English as a "> " line inside the marker';
    marker = { ...marker, stale: { was, target, oldSource: unescapeComment(oldSource) } };
  } else if (oldSource !== undefined) return 'only a stale entry has old English inside its marker';
  return marker;
}

function splitWords(words: string): string[] | string {
  const tokens: string[] = [];
  let at = 0;
  const text = words.trim();
  while (at < text.length) {
    WORD.lastIndex = at;
    const match = WORD.exec(text);
    if (!match) return `the marker cannot be read at ${JSON.stringify(text.slice(at, at + 20))}`;
    tokens.push(match[0]);
    at = WORD.lastIndex;
    while (/\s/.test(text[at] ?? '')) at++;
  }
  return tokens;
}

/** Writes a marker, with the old source of a stale entry inside. */
export function serializeMarker(marker: Marker): string {
  const words = [`<!-- @${marker.key}`, ...(marker.versions ?? [])];
  if (marker.index) words.push('index');
  if (marker.stale) words.push('stale', `was=${marker.stale.was}`, `target=${marker.stale.target}`);
  if (marker.machine) words.push('machine', `target=${marker.machine.target}`);
  if (marker.same?.length) words.push(`same=${marker.same.join(',')}`);
  for (const { rule, reason } of marker.off ?? [])
    words.push(`off=${rule}:"${escapeComment(reason).replace(/["\\]/g, '\\$&')}"`);
  if (!marker.stale) return `${words.join(' ')} -->`;
  return `${words.join(' ')}\n> ${escapeComment(marker.stale.oldSource)}\n-->`;
}
