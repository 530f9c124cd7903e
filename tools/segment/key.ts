/** Keys and hashes: how a segment is named and how a flag knows the text that it speaks of. */
import { createHash } from 'node:crypto';
import { joinLines } from './join-lines.ts';

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 10);

/** What keys and hashes look like. */
export const KEY = /^[0-9a-f]{10}$/;

/** First 10 hex digits of SHA-256 of the segment's source, which is normalised by being written. */
export const keyOf = (source: string): string => hash(source);

/**
 * The hash of a target: NFC, LF, its lines joined, trimmed, so that an editor's habits and where a line is broken do not
 * count as a change.
 */
export const targetHash = (target: string): string =>
  hash(joinLines(target.normalize('NFC').replace(/\r\n?/g, '\n')).trim());
