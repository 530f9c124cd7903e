/** Compares what is generated with the resolved manual that upstream's own build made. Skipped where the two are not at hand. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GeneratedFile, generateFile } from '../../../tools/docbook/generated/index.ts';

const root = resolve(import.meta.dirname, '../../..');
const upstream = resolve(root, process.env.PGDOC_UPSTREAM ?? '../shared/upstream/postgres-manual.bundle');
const yardstick = resolve(root, '../shared/yardstick');
const atHand = existsSync(upstream) && existsSync(yardstick);

const everyRelease = ['version', 'features-supported', 'features-unsupported', 'errcodes-table', 'keywords-table'];
const since18 = [...everyRelease, 'wait_event_types', 'targets-meson'];

describe.skipIf(!atHand)(
  `generated files of the real manual${atHand ? '' : ` (no ${upstream} or no ${yardstick})`}`,
  () => {
    let folder = '';
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-C', folder, ...args], {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        stdio: ['ignore', 'pipe', 'ignore'],
      });

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'pgdoc-generated-'));
      git('clone', '--quiet', '--bare', upstream, '.');
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    function generateAt(tag: string, name: string): GeneratedFile {
      const paths = git('ls-tree', '-r', '-z', '--name-only', tag).split('\0');
      const generated = generateFile(
        `${name}.sgml`,
        (path) => (paths.includes(path) ? git('show', `${tag}:${path}`) : undefined),
        (inside) => paths.filter((path) => path.startsWith(`${inside}/`)).map((path) => path.slice(inside.length + 1)),
      );
      return generated!;
    }

    describe.each(['18.3', '18.6'])('%s', (release) => {
      let manual = '';
      beforeAll(() => {
        const packed = join(yardstick, `postgres-full-${release}.xml.xz`);
        manual = execFileSync('xz', ['--decompress', '--stdout', packed], { encoding: 'utf8', maxBuffer: 2 ** 28 });
      });

      test.each(since18)('%s stands in the manual character by character', (name) => {
        const { text, findings } = generateAt(`REL_${release.replace('.', '_')}`, name);
        expect(findings).toEqual([]);
        expect(text.length).toBeGreaterThan(50);
        // Not toContain: on failure that would print the whole manual.
        expect(manual.includes(asResolved(text).trim())).toBe(true);
      });
    });

    test.each(['REL_15_7', 'REL_16_8'])('%s has the inputs of all that it refers to', (tag) => {
      for (const name of everyRelease) {
        const { text, findings } = generateAt(tag, name);
        expect(findings).toEqual([]);
        expect(text).toMatch(/<row>|<!ENTITY version "1[56]\.\d+">\n<!ENTITY majorversion "1[56]">/);
      }
      expect(generateAt(tag, 'keywords-table').text).toMatch(/SQL:2016<.*\n.*SQL:2011<.*\n.*SQL-92</);
    });
  },
);

/** As the tool that resolved the manual writes entities and empty elements. */
function asResolved(text: string): string {
  return text
    .replaceAll('&mdash;', '&#x2014;')
    .replaceAll('&zwsp;', '&#x200B;')
    .replaceAll('<entry></entry>', '<entry/>');
}
