import { describe, expect, it } from 'vitest';
import { textOf, walk } from '../../tools/docbook/tree.ts';
import type { Element } from '../../tools/docbook/types.ts';
import { codeRanges } from '../../tools/render/highlight-language.ts';
import { highlighted } from '../../tools/render/highlight-paint.ts';
import { absence, manualAtHand, realManual } from '../real-manual.ts';

const LISTINGS = new Set(['programlisting', 'screen', 'synopsis', 'literallayout', 'address']);

describe.skipIf(!manualAtHand)(`listings of the real manual${absence}`, () => {
  it.each(['REL_15_7', 'REL_18_6'])('at %s have the same text with and without colours', async (tag) => {
    const { tree } = await realManual(tag);
    const listings: Element[] = [];
    walk(tree.root, (element) => void (LISTINGS.has(element.name) && listings.push(element)));
    const languages = new Map<string, number>();
    for (const listing of listings) {
      const text = textOf(listing);
      expect(textOf(highlighted(listing))).toBe(text);
      const ranges = codeRanges({ element: listing.name, language: listing.attributes.language, text });
      for (const name of new Set(ranges.map(({ language }) => language)))
        languages.set(name, (languages.get(name) ?? 0) + 1);
      // Ranges are in order, do not overlap, and lie within the text.
      let last = 0;
      for (const { from, to } of ranges) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThanOrEqual(from);
        last = to;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }
    // A rule that finds next to nothing, or everything, is broken.
    expect(listings.length).toBeGreaterThan(3000);
    expect(languages.get('sql')).toBeGreaterThan(1500);
    expect(languages.get('c')).toBeGreaterThan(250);
    expect(languages.get('shell')).toBeGreaterThan(150);
  });
});
