import { describe, expect, it } from 'vitest';
import { numberDocument } from '../../tools/docbook/numbering.ts';
import { createRenderer, englishWords } from '../../tools/render/index.ts';
import { absence, manualAtHand, realManual, realTree } from '../real-manual.ts';

describe.skipIf(!manualAtHand)(`the real manual${absence}`, () => {
  it.each(['REL_15_7', 'REL_16_8', 'REL_18_3', 'REL_18_6'])(
    'at %s holds no element without a handler and no link that leads nowhere',
    async (tag) => {
      const { tree, pages } = await realManual(tag);
      const files = await realTree(tag);
      const numbering = numberDocument(tree, pages);
      const renderer = createRenderer({
        tree,
        pages,
        numbering,
        childrenOf: (element) => element.children,
        lang: 'en',
        words: { source: englishWords, target: englishWords },
        readFigure: (path) => {
          const bytes = files.read(`doc/src/sgml/${path}`);
          return bytes && new TextDecoder().decode(bytes);
        },
      });
      const ids = new Map<string, Set<string>>();
      const links: { readonly from: string; readonly to: string }[] = [];
      for (const page of pages.all) {
        const { article } = renderer.page(page);
        const found = [...article.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id as string);
        expect(found.filter((id, i) => found.indexOf(id) !== i)).toEqual([]);
        ids.set(`${page.name}.html`, new Set(found));
        for (const [, to] of article.matchAll(/ href="([^"]*)"/g))
          if (to !== undefined && !/^[a-z]+:/.test(to)) links.push({ from: `${page.name}.html`, to });
      }
      const broken = links.filter(({ from, to }) => {
        const [file = '', id] = to.split('#');
        const there = ids.get(file === '' ? from : file);
        return !there || (id !== undefined && !there.has(id));
      });
      expect(numbering.findings).toEqual([]);
      expect(broken).toEqual([]);
      expect(renderer.findings.filter(({ rule }) => rule !== 'render/unsafe-url')).toEqual([]);
    },
  );
});
