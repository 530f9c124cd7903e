/** The same workspace gives the same bytes: versions built one by one, or all at once; the index made twice. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { indexVersion } from '../../.vitepress/search/index.ts';
import { assemble } from '../../tools/commands/assemble.ts';
import { build } from '../../tools/commands/build.ts';
import { absence } from '../real-manual.ts';
import { digestOf, temporary } from './helpers/folder.ts';
import { LONG, realPart18, realSite, realSiteAtHand, realWorkspace } from './helpers/real.ts';
import { record } from './helpers/record.ts';
import { toolRoot } from './helpers/shared.ts';

describe.skipIf(!realSiteAtHand)(`the real manual, built twice${absence}`, () => {
  beforeAll(async () => {
    await realSite();
    await realPart18();
  }, LONG);

  test('parts built apart, one of them with search, join into the bytes of one build', {
    timeout: LONG,
  }, async () => {
    const folder = temporary();
    const root = join(folder, 'workspace');
    cpSync(await realWorkspace(), root, { recursive: true });
    const older = join(folder, 'older');
    await build(record(root), { out: older, versions: ['15', '16'], search: false, toolRoot });
    const parts = [(await realPart18()).folder, older];
    const joined = join(folder, 'joined');
    expect(await assemble(record(root), { parts, out: joined })).toBe(0);
    const whole = digestOf((await realSite()).folder);
    const isIndex = (line: string) => /^(?:docs\/18\/)?pagefind\//.test(line);
    const [index, rest] = parted(digestOf(joined), isIndex);
    expect(rest).toEqual(whole);
    expect(index).toEqual(parted(digestOf(parts[0] ?? ''), isIndex)[0]);
  });

  test('the search index of the same pages is the same', { timeout: LONG }, async () => {
    const made = join((await realPart18()).folder, 'docs/18');
    const again = join(temporary(), '18');
    cpSync(made, again, { recursive: true, filter: (path) => !path.includes('/pagefind') });
    // In the order of the book, as a build indexes them.
    const sitemap = readFileSync(join(made, 'sitemap.xml'), 'utf8');
    const names = [...sitemap.matchAll(/docs\/18\/([\w-]+\.html)<\/loc>/g)].map(([, name = '']) => name);
    await indexVersion(again, 'zh-CN', names);
    expect(digestOf(join(again, 'pagefind'))).toEqual(digestOf(join(made, 'pagefind')));
  });
});

function parted<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
