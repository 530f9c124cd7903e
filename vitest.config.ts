import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import LongestFirst from './test/sequence.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/.cache/**'],
    reporters: ['default', './test/closing-line.ts'],
    // By default one core is left idle; with two cores that is half of them.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    // Real repositories, a real browser, the real manual: slow is not broken.
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
