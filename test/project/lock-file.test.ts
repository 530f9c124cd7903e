import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, parseLock, serializeLock } from '../../tools/project/lock-file.ts';
import type { Pin } from '../../tools/project/types.ts';

const pin: fc.Arbitrary<Pin> = fc.record({
  version: fc.stringMatching(/^[1-9][0-9]?(\.[0-9])?$/),
  ref: fc.stringMatching(/^[A-Za-z][A-Za-z0-9_./'"#:]{0,12}$/),
  commit: fc.stringMatching(/^(folder-)?[0-9a-f]{40}$/),
  release: fc.string({ minLength: 1 }).filter((text) => text === text.normalize()),
  date: fc.constantFrom('2026-05-11T20:55:00Z', undefined),
});

describe('lock file', () => {
  it('reads back what it wrote, and writes it again byte for byte, in whatever order the pins came', () => {
    fc.assert(
      fc.property(fc.uniqueArray(pin, { selector: ({ version }) => version }), (pins) => {
        const text = serializeLock({ pins });
        const lock = parseLock(text, 'lock');
        expect(lock.pins).toEqual(pins.toSorted((a, b) => compareVersions(b.version, a.version)));
        expect(serializeLock(lock)).toBe(text);
        expect(serializeLock({ pins: pins.toReversed() })).toBe(text);
      }),
    );
  });

  it('orders versions by number, the newest first', () => {
    const pins = ['9.6', '18', '10'].map((version) => ({
      version,
      ref: 'x',
      commit: 'a'.repeat(40),
      release: `${version}.1`,
      date: undefined,
    }));
    expect(parseLock(serializeLock({ pins }), 'lock').pins.map(({ version }) => version)).toEqual(['18', '10', '9.6']);
  });

  it('takes an absent file for one without pins', () => {
    expect(parseLock('', 'lock')).toEqual({ pins: [] });
    expect(parseLock(serializeLock({ pins: [] }), 'lock')).toEqual({ pins: [] });
  });

  it('names every problem of a damaged file with its line', () => {
    const text = `versions:
  - version: "18"
    ref: REL_18_6
    commit: 1234
    release: "18.6"
  - version: "18"
    ref: --upload-pack=evil
    commit: ${'a'.repeat(40)}
    relaese: "18.6"
`;
    expect(() => parseLock(text, 'lock.yml')).toThrowError(
      /^lock\.yml:4:13: .*full commit id.*lock\.yml:6:14: version "18" is pinned twice.*lock\.yml:7:10: .*lock\.yml:9:5: .*"relaese"; did you mean "release"/s,
    );
  });

  it('refuses merge conflict markers', () => {
    expect(() =>
      parseLock('<<<<<<< ours\nversions: []\n=======\nversions: []\n>>>>>>> theirs\n', 'lock.yml'),
    ).toThrowError(/^lock\.yml:1/);
  });
});
