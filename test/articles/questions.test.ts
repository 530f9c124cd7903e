import { describe, expect, test } from 'vitest';
import { questionsByPage } from '../../tools/articles/faq/references.ts';
import { checkPlaces, type ManualPlaces } from '../../tools/articles/manual-places.ts';
import { checkSiteLinks } from '../../tools/articles/site-links.ts';
import { post, question, questionOf } from './made.ts';

const manuals: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '3': { locking: ['LOCKING', 'LOCKING-ROWS'], storage: ['STORAGE'] },
  '2': { locking: ['LOCKING'], floppy: ['FLOPPY'] },
};
const places: ManualPlaces = {
  versions: ['3', '2', '1'],
  current: '3',
  pages: (version) => manuals[version] && Object.keys(manuals[version]),
  ids: (version, page) => manuals[version]?.[page],
};
const told = (article: Parameters<typeof checkPlaces>[0]) =>
  checkPlaces(article, places).map(({ file, line, message }) => `${file}:${line} ${message}`);

describe('a question', () => {
  test('is told what its front matter has to be', () => {
    const { question: made, findings } = questionOf({
      file: 'docs/faq/Is it.md',
      matter: { title: '', versions: '["18", "latest"]', related: '["../x", "a#b c"]', tags: '[a]' },
    });
    expect(made).toBeUndefined();
    expect(findings.map(({ line, rule }) => `${line} ${rule}`)).toEqual([
      '1 markdown/no-title',
      '1 faq/file-name',
      '1 faq/missing',
      '2 faq/version',
      '3 faq/related',
      '3 faq/related',
    ]);
  });

  test('names places of the manual, which every version that it speaks of has to have', () => {
    const made = question({ matter: { versions: '["3", "2"]', related: '[locking#LOCKING-ROWS, storag, locking]' } });
    expect(told(made)).toEqual([
      'docs/faq/full.md:4 `related`: page locking of version 2 has no #LOCKING-ROWS',
      'docs/faq/full.md:4 `related`: the manual of version 3 has no page storag; did you mean storage?',
    ]);
  });

  test('that names no version is held against the current one', () => {
    expect(told(question({ matter: { related: '[storage, floppy]' } }))).toEqual([
      'docs/faq/full.md:3 `related`: the manual of version 3 has no page floppy',
    ]);
  });

  test('is shown by the pages that it names or links to, of its versions', () => {
    const named = question({ matter: { versions: '["3"]', related: '[locking#LOCKING-ROWS, locking]' } });
    const linked = question({
      file: 'docs/faq/another.md',
      matter: { title: 'Another?' },
      body: '[x](/docs/3/locking.html#LOCKING), [y](/docs/current/storage.html)',
    });
    const shown = (version: string, page: string) =>
      questionsByPage([named, linked], version, 'en')(page).map(({ title, href }) => `${title} ${href}`);
    expect(shown('3', 'locking')).toEqual(['Another? ../../faq/another.html', 'Is it full? ../../faq/full.html']);
    expect(shown('2', 'locking')).toEqual(['Another? ../../faq/another.html']);
    expect(shown('3', 'storage')).toEqual(['Another? ../../faq/another.html']);
    expect(shown('3', 'floppy')).toEqual([]);
  });
});

describe('links of a text', () => {
  test('into the manual are checked, with their line and what was meant', () => {
    const body = [
      '[a](/docs/3/locking.html#locking-rows)',
      '[b](/docs/current/storag.html) and [c](/docs/9/locking.html)',
      '[d](/docs/2/floppy.html#FLOPPY) [e](../docs/3/storage.html) [f](/docs/1/whatever.html) [g](#top)',
      '[h](/docs/3/locking.html#%E0%A4%A)',
    ].join('\n\n');
    expect(told(post({ body }))).toEqual([
      'docs/blog/2026-05-20-drawers.md:7 page locking of version 3 has no #locking-rows; did you mean LOCKING-ROWS?',
      'docs/blog/2026-05-20-drawers.md:9 the manual of version 3 has no page storag; did you mean storage?',
      'docs/blog/2026-05-20-drawers.md:9 there is no manual of version 9; the site has 3, 2, 1',
      'docs/blog/2026-05-20-drawers.md:13 page locking of version 3 has no #%E0%A4%25A',
    ]);
  });

  test('to articles that are not published are told', () => {
    const pages = new Set(['blog/2026-05-20-drawers', 'faq/full', 'guide/readers']);
    const body =
      '[a](/faq/ful.md) [b](/faq/full.md) [c](2026-05-20-drawers.md) [d](/blog/tags/x.html) [e](/people/ada.html)';
    expect(checkSiteLinks(post({ body }), pages).map(({ line, message }) => `${line} ${message}`)).toEqual([
      '7 the link leads to faq/ful, which is no published page; did you mean /faq/full.md?',
    ]);
  });
});
