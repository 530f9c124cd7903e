/**
 * translations/upstream.lock.yml: the pins that builds use. `serializeLock(parseLock(x)) === x` for every text
 * that serializeLock wrote.
 */
import { z } from 'zod';
import { parseStrictYaml } from './strict-yaml.ts';
import type { Lock, Pin } from './types.ts';

const HEADER = '# Written by `pgdoc sync`: the upstream commit that builds use for each version. Not to be edited.\n';

const text = z.string('text expected').min(1, 'text expected, found nothing');

const pin = z.strictObject({
  version: text.regex(/^[0-9]+(\.[0-9]+)?$/, 'a PostgreSQL major version expected, such as "18"'),
  ref: text.refine((ref) => !/^-|[\s\x00-\x1f\x7f]/.test(ref), 'the name of a branch, tag or commit expected'),
  commit: text.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64}|folder-[0-9a-f]{40})$/, 'a full commit id expected'),
  release: text,
  date: text.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'a date such as 2026-05-11T20:55:00Z expected').optional(),
});

const lock = z.strictObject({ versions: z.array(pin, 'a list of pins expected') });

/**
 * Reads the lock file. An empty text is a lock without pins.
 *
 * @param file the name that messages bear
 * @throws Failure(2) listing every problem as `file:line:column: what was expected`
 */
export function parseLock(content: string, file: string): Lock {
  if (content.trim() === '') return { pins: [] };
  const { versions } = parseStrictYaml(lock, content, file, (value, report) => {
    const seen = new Set<string>();
    const entries = (value as { versions?: unknown } | undefined)?.versions;
    for (const [index, entry] of Array.isArray(entries) ? entries.entries() : []) {
      const version = String((entry as Partial<Pin> | undefined)?.version);
      if (seen.has(version)) report(['versions', index, 'version'], `version "${version}" is pinned twice`);
      seen.add(version);
    }
  });
  return { pins: inOrder(versions.map((entry) => ({ ...entry, date: entry.date }))) };
}

/** Writes the lock file: newest version first, one field a line, so that merges of two pins do not collide. */
export function serializeLock({ pins }: Lock): string {
  if (pins.length === 0) return `${HEADER}versions: []\n`;
  const entries = inOrder(pins).map(({ version, ref, commit, release, date }) => {
    const fields = Object.entries({ version, ref, commit, release, date }).filter(([, value]) => value !== undefined);
    return `  - ${fields.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join('\n    ')}\n`;
  });
  return `${HEADER}versions:\n${entries.join('')}`;
}

function inOrder(pins: readonly Pin[]): readonly Pin[] {
  return pins.toSorted((a, b) => compareVersions(b.version, a.version));
}

/** Orders version names by their numbers: 9.6 before 10 before 18. */
export function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = -1] = a.split('.').map(Number);
  const [majorB = 0, minorB = -1] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
