/** The real manual's English as its own translation: no rule of errors minds it, and each loss is seen. */
import { beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../tools/check/rules/index.ts';
import { scan } from '../../tools/check/scan.ts';
import { newSubjects } from '../../tools/check/subject.ts';
import { collectSegments } from '../../tools/segment/collect.ts';
import { entry } from '../catalog/samples.ts';
import { absence, manualAtHand, realManual } from '../real-manual.ts';
import { around } from './samples.ts';

const errors = rules.filter(({ severity }) => severity === 'error');

describe.skipIf(!manualAtHand)(`errors on 18.6${absence}`, () => {
  let sources: readonly string[];
  const subjects = newSubjects();
  const nothing = around();

  beforeAll(async () => {
    const { pages } = collectSegments((await realManual('REL_18_6')).pages);
    sources = [...new Set(pages.flatMap(({ segments }) => segments.map(({ source }) => source)))];
  });

  const findings = (source: string, target: string) => {
    const subject = subjects('page', entry(source, target));
    return errors.flatMap((rule) => [...rule.check(subject, nothing)].map(({ message }) => `${rule.name}: ${message}`));
  };

  test('English beside itself has none', () => {
    expect(sources.length).toBeGreaterThan(30_000);
    expect(sources.flatMap((source) => findings(source, source).map((finding) => `${source}: ${finding}`))).toEqual([]);
  });

  test('without its code, links and references, it has some', () => {
    const TOKEN = /`[^`]+`|\[\[[^\]]+\]\]|\[\^\d\]|\]\([^)]+\)|&(?:major)?version;/;
    const withToken = sources.filter((source) => !source.includes('\\') && TOKEN.test(source));
    expect(withToken.length).toBeGreaterThan(10_000);
    const unseen = withToken.filter(
      (source) => findings(source, source.replace(new RegExp(TOKEN, 'g'), 'x')).length === 0,
    );
    expect(unseen).toEqual([]);
  });

  test('with its first markup cut short, it has some', () => {
    const changed = sources.flatMap((source) => {
      const [first] = scan(source).hidden;
      const piece = first && source.slice(first.from, first.to);
      // What the sentence repeats may be said once; an escape or a character is no markup to lose.
      if (!first || !piece || piece.length < 2 || /[\\&]/.test(piece) || source.split(piece).length > 2) return [];
      return [{ source, target: source.slice(0, first.from + 1) + source.slice(first.to) }];
    });
    expect(changed.length).toBeGreaterThan(10_000);
    expect(changed.filter(({ source, target }) => findings(source, target).length === 0)).toEqual([]);
  });
});
