/** All rules, in the order of docs/guide/checks.md: errors, then warnings. */
import type { Rule } from '../types.ts';
import { conflictMarker } from './conflict-marker.ts';

export const rules: readonly Rule[] = [conflictMarker];
