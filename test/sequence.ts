/**
 * In which order vitest takes the test files: those first that take long, so that no worker is left alone with one at the
 * end; and first of all, side by side, the two that make what others share (helpers/shared.ts, helpers/real.ts), so that
 * nobody waits for what somebody else is making.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest first. What is not here takes less than half a minute. */
const LONGEST = [
  'commands/real-assemble',
  'commands/kinds',
  'commands/real-carry-over',
  'commands/interrupted-steps',
  'commands/real-po',
  'commands/faults',
  'page-markdown/real-manual',
  'commands/build',
  'commands/real-manual',
  'commands/real-reader',
  'commands/real-search',
  'commands/real-site',
  'commands/github/check',
  'vitepress/reader',
  'commands/work-pages',
  'segment/real-manual',
  'content/sql',
  'workflows/publish',
].map((name) => `/test/${name}.test.ts`);

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((end) => moduleId.endsWith(end));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
