/** Lines of an unfinished merge in a target. */
import { conflictLines } from '../conflict-lines.ts';
import type { Rule } from '../types.ts';

export const conflictMarker: Rule = {
  name: 'conflict-marker',
  severity: 'error',
  check: ({ entry }) => conflictLines(entry.target).map(({ message, from, to }) => ({ message, from, to })),
};
