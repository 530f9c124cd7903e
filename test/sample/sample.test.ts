import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutPages } from '../../tools/docbook/pages.ts';
import { parseManual } from '../../tools/docbook/parse.ts';
import type { DocumentTree, Element } from '../../tools/docbook/types.ts';
import { sourceTree } from '../../tools/io/source-tree.ts';
import { makeUpstream } from './make-upstream.ts';
import { type Release, releaseFiles, releases } from './releases.ts';

const trees = new Map<Release, DocumentTree>();

beforeAll(async () => {
  for (const release of releases) {
    const files = await releaseFiles(release);
    trees.set(release, parseManual(sourceTree(files, new Set())));
  }
});

function elementsOf(release: Release): readonly Element[] {
  const found: Element[] = [];
  const walk = (element: Element) => {
    found.push(element);
    for (const child of element.children) if (child.type === 'element') walk(child);
  };
  walk(trees.get(release)!.root);
  return found;
}

describe.each(releases)('the manual %s', (release) => {
  it('is read and cut into pages without a finding', () => {
    const tree = trees.get(release)!;
    expect(tree.findings).toEqual([]);
    expect(cutPages(tree).findings).toEqual([]);
  });

  it('has no id twice, and an element for every reference', () => {
    const elements = elementsOf(release);
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(ids).toHaveLength(new Set(ids).size);
    const references = ['linkend', 'zone', 'otherterm', 'arearefs'];
    const missing = elements.flatMap(({ attributes, file, line }) =>
      references
        .flatMap((name) => attributes[name]?.split(/\s+/) ?? [])
        .filter((id) => !ids.includes(id))
        .map((id) => `${file}:${line}: ${id}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the dialect', () => {
  it('occurs whole: every element, attribute and listed value of the real manuals', async () => {
    const present = new Set<string>();
    for (const { name, attributes } of releases.flatMap(elementsOf)) {
      present.add(name);
      for (const [key, value] of Object.entries(attributes))
        present.add(`${name} ${key}`).add(`${name} ${key}=${value}`);
    }
    const lines = (await readFile(join(import.meta.dirname, 'elements.txt'), 'utf8')).split('\n');
    const wanted = lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .flatMap((line) => {
        const [name, ...attributes] = line.split(' ');
        return [name!, ...attributes.map((attribute) => `${name} ${attribute}`)];
      });
    expect(wanted.length).toBeGreaterThan(250);
    expect(wanted.filter((item) => !present.has(item))).toEqual([]);
  });
});

describe('the bilingual translation', () => {
  const folder = join(import.meta.dirname, 'chinese');
  const marked =
    /<!-- pgdoc-cn_start sig_en=([0-9a-f]{32}) sig_cn_org=\w+ source=3\.0 \n([\s\S]*?)\n_{56}-->\n([\s\S]*?)\n<!-- pgdoc-cn_end sig_en=\1 -->/g;

  it('holds between its markers what 3.0 says, block by block in its order', async () => {
    const files = await releaseFiles('3.0');
    let blocks = 0;
    for (const name of await readdir(folder, { recursive: true })) {
      if (!name.endsWith('.sgml')) continue;
      const text = await readFile(join(folder, name), 'utf8');
      const english = text
        .replace(marked, (_all, _id, source: string) => {
          blocks++;
          return source.replaceAll('-&minus;', '--');
        })
        .replace(' lang="zh_cn"', '');
      expect(english, name).toBe(files.get(`doc/src/sgml/${name}`)!.toString());
    }
    expect(blocks).toBeGreaterThan(100);
  });
});

describe('the repository', () => {
  const work = mkdtempSync(join(tmpdir(), 'sample-'));
  afterAll(() => rmSync(work, { recursive: true }));
  const git = (dir: string, ...args: string[]) => execFileSync('git', ['-C', dir, ...args], { encoding: 'utf8' });

  it('has the same commits wherever it is made, and the files of each release', async () => {
    const [one, two] = [join(work, 'one.git'), join(work, 'two.git')];
    await Promise.all([makeUpstream(one), makeUpstream(two)]);
    expect(git(one, 'for-each-ref')).toBe(git(two, 'for-each-ref'));
    for (const [ref, release] of [
      ['REL_2_1', '2.1'],
      ['REL_3_0', '3.0'],
      ['REL_3_STABLE', '3.1'],
    ] as const) {
      const files = await releaseFiles(release);
      expect(git(one, 'ls-tree', '-r', '--name-only', ref).trim().split('\n').sort()).toEqual([...files.keys()].sort());
      const path = 'configure.ac';
      expect(git(one, 'show', `${ref}:${path}`)).toBe(files.get(path)!.toString());
    }
  });

  it('is left alone when it is there already', async () => {
    const dir = join(work, 'again.git');
    await makeUpstream(dir);
    const before = await stat(join(dir, 'HEAD'));
    await makeUpstream(dir);
    expect((await stat(join(dir, 'HEAD'))).ino).toBe(before.ino);
  });

  it('never replaces a folder that is something else', async () => {
    await writeFile(join(work, 'letter.txt'), 'mine');
    await expect(makeUpstream(work)).rejects.toThrow(/not the sample's repository/);
  });
});
